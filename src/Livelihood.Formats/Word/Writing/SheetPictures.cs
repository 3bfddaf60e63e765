using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats.Markdown;
using Markdig.Syntax.Inlines;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Livelihood.Formats.Word.Writing;

/// <summary>Puts pictures into the text, no wider than the page's type area, with their descriptions.</summary>
internal static class SheetPictures
{
    private const long EmuPerPixel = 9_525;
    private const long Widest = 156L * 36_000;
    private const long Tallest = 200L * 36_000;

    public static IEnumerable<OpenXmlElement> Of(Sheet sheet, OpenXmlPart part, LinkInline picture)
    {
        var description = Sheet.Clean(string.Concat(picture.FindDescendants<LiteralInline>().Select(l => l.Content.ToString())));
        if (picture.Url is null || !sheet.Layout.Pictures.TryGetValue(picture.Url, out var file) || PictureFile.Of(file) is not { } known)
        {
            return description.Length == 0 ? [] : [Sheet.Text($"（图：{description}）")];
        }

        var image = part.AddNewPart<ImagePart>(known.ContentType, $"picture{sheet.NextDrawing()}");
        image.FeedData(new MemoryStream(file, writable: false));
        var scale = Math.Min(1.0, Math.Min((double)Widest / (known.Width * EmuPerPixel), (double)Tallest / (known.Height * EmuPerPixel)));
        var (width, height) = (Math.Max(1, (long)(known.Width * EmuPerPixel * scale)), Math.Max(1, (long)(known.Height * EmuPerPixel * scale)));
        var number = sheet.NextDrawing();
        var name = $"图{number}";
        return [new Run(new Drawing(new Wp.Inline(
            new Wp.Extent { Cx = width, Cy = height },
            new Wp.DocProperties { Id = number, Name = name, Description = description },
            new A.Graphic(new A.GraphicData(
                new P.Picture(
                    new P.NonVisualPictureProperties(new P.NonVisualDrawingProperties { Id = number, Name = name }, new P.NonVisualPictureDrawingProperties()),
                    new P.BlipFill(new A.Blip { Embed = part.GetIdOfPart(image) }, new A.Stretch(new A.FillRectangle())),
                    new P.ShapeProperties(
                        new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                        new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" })) { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 }))];
    }
}
