using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Livelihood.Formats.Markdown;
using A = DocumentFormat.OpenXml.Drawing;
using V = DocumentFormat.OpenXml.Vml;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Livelihood.Formats.Word.Reading;

/// <summary>Takes the pictures out of a document.</summary>
internal sealed class WordPictures(Findings findings)
{
    private readonly List<ReadPicture> _found = [];

    public IReadOnlyList<ReadPicture> Found => _found;

    /// <summary>The pictures in a drawing, new or old style, of a part.</summary>
    public IEnumerable<DraftPicture> In(OpenXmlElement drawing, OpenXmlPart part)
    {
        var description = drawing.Descendants<Wp.DocProperties>().FirstOrDefault() is { } properties
            ? properties.Description?.Value ?? properties.Title?.Value
            : drawing.Descendants<V.Shape>().FirstOrDefault()?.Alternate?.Value;
        var ids = drawing.Descendants<A.Blip>().Select(b => b.Embed?.Value)
            .Concat(drawing.Descendants<V.ImageData>().Select(i => i.RelationshipId?.Value)).ToList();
        if (ids.Count == 0 && !drawing.Descendants<DocumentFormat.OpenXml.Wordprocessing.TextBoxContent>().Any())
        {
            findings.Add(Findings.Objects);
        }

        foreach (var id in ids)
        {
            if (id is not null && part.TryGetPartById(id, out var found) && found is ImagePart image && Ending(image.ContentType) is { } ending)
            {
                yield return Take(image, ending, description?.Trim() ?? "");
            }
            else
            {
                findings.Add(Findings.ForeignPictures);
            }
        }
    }

    private DraftPicture Take(ImagePart image, string ending, string description)
    {
        if (description.Length == 0)
        {
            findings.Add(Findings.Descriptions);
        }

        using var stream = image.GetStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var name = $"图{_found.Count + 1}{ending}";
        _found.Add(new($"picture:{_found.Count + 1}", name, description, bytes.ToArray()));
        return new(_found[^1].Address, description);
    }

    private static string? Ending(string contentType) => contentType.ToLowerInvariant() switch
    {
        "image/png" => ".png",
        "image/jpeg" or "image/jpg" => ".jpg",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        _ => null,
    };
}
