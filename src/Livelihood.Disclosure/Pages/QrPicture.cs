using System.Text;
using QRCoder;

namespace Livelihood.Disclosure.Pages;

/// <summary>A QR code as a picture within the page, sharp on screen and on paper.</summary>
internal static class QrPicture
{
    /// <summary>The picture's address, to be set as <c>src</c>.</summary>
    public static string Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.GetGraphic(6)));
    }
}
