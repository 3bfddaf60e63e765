using System.Text;
using Livelihood.Content.Media;
using Livelihood.Content.Media.Pictures;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.UnitTests.Media;

/// <summary>Pictures lose what tells where and by whom they were taken, and nothing else.</summary>
public sealed class PictureCopyTests
{
    [Fact]
    public void Jpeg_LosesThePlace_KeepsItsOrientation()
    {
        var (copy, info) = Copy(MediaKind.Jpeg, SampleFiles.JpegWithPlace(orientation: 6));

        Assert.DoesNotContain(SampleFiles.Place, Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
        Assert.Equal((16, 8, 6), (info.Width, info.Height, info.Orientation));
        Assert.Equal((8, 16), info.Seen);
        var (again, same) = Copy(MediaKind.Jpeg, copy);
        Assert.Equal(copy, again);
        Assert.Equal(info, same);
    }

    [Fact]
    public void Jpeg_Upright_HasNoExifAtAll()
    {
        var (copy, _) = Copy(MediaKind.Jpeg, SampleFiles.JpegWithPlace(orientation: 1));

        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
    }

    [Fact]
    public void Png_LosesCommentsAndWhatStandsBehindIt()
    {
        byte[] original = [.. SampleFiles.Png(5, 7, "secret comment"), .. "<script>alert(1)</script>"u8];

        var (copy, info) = Copy(MediaKind.Png, original);

        Assert.Equal(SampleFiles.Png(5, 7), copy);
        Assert.Equal((5, 7), (info.Width, info.Height));
    }

    [Fact]
    public void Gif_LosesComments()
    {
        byte[] head = [.. "GIF89a"u8, 3, 0, 2, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF];
        byte[] image = [0x2C, 0, 0, 0, 0, 3, 0, 2, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];
        byte[] comment = [0x21, 0xFE, 6, .. "secret"u8, 0];

        var (copy, info) = Copy(MediaKind.Gif, [.. head, .. comment, .. image]);

        Assert.Equal([.. head, .. image], copy);
        Assert.Equal((3, 2), (info.Width, info.Height));
    }

    [Fact]
    public void Webp_LosesExif_AndSaysSo()
    {
        byte[] extended = [.. "VP8X"u8, 10, 0, 0, 0, 0x0C, 0, 0, 0, 2, 0, 0, 1, 0, 0];
        byte[] pixels = [.. "VP8L"u8, 5, 0, 0, 0, 0x2F, 0, 0, 0, 0, 0];
        byte[] exif = [.. "EXIF"u8, 6, 0, 0, 0, .. "secret"u8];
        byte[] body = [.. "WEBP"u8, .. extended, .. pixels, .. exif];

        var (copy, info) = Copy(MediaKind.Webp, [.. "RIFF"u8, (byte)body.Length, 0, 0, 0, .. body]);

        Assert.DoesNotContain("EXIF", Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
        Assert.Equal(0, copy[20] & 0x0C);
        Assert.Equal(copy.Length - 8, copy[4]);
        Assert.Equal((3, 2), (info.Width, info.Height));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(60)]
    public void CutOffPictures_AreNone(int length)
    {
        Assert.Throws<InvalidDataException>(() => Copy(MediaKind.Png, SampleFiles.Png(8, 8)[..length]));
        Assert.Throws<InvalidDataException>(() => Copy(MediaKind.Jpeg, SampleFiles.JpegWithPlace()[..length]));
    }

    private static (byte[] Copy, PictureInfo Info) Copy(MediaKind kind, byte[] bytes)
    {
        using var copy = new MemoryStream();
        var info = PictureCopy.Write(kind, bytes, copy);
        return (copy.ToArray(), info);
    }
}
