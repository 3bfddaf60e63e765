using System.Text.RegularExpressions;
using Livelihood.Formats;

namespace Livelihood.Content.Writing;

/// <summary>A document that an editor imported, as far as it was recognised; an editor looks at it before it is saved.</summary>
public sealed partial record WrittenDocument
{
    /// <summary>The title; null where none was found.</summary>
    public string? Title { get; init; }

    /// <summary>发文字号 in its canonical form, or null.</summary>
    public string? Number { get; init; }

    /// <summary>发文机关, from the mark at the head or the signature.</summary>
    public IReadOnlyList<string> IssuingAgencies { get; init; } = [];

    /// <summary>主送机关 without the colon; it stays in the text too.</summary>
    public string? Addressees { get; init; }

    /// <summary>抄送机关, taken out of the text.</summary>
    public string? CopiedTo { get; init; }

    /// <summary>成文日期; it stays in the text too.</summary>
    public DateOnly? FormedOn { get; init; }

    /// <summary>The text; pictures in it have the addresses of <see cref="Pictures"/>.</summary>
    public required string Markdown { get; init; }

    /// <summary>The pictures in the text, which are nowhere stored yet.</summary>
    public IReadOnlyList<ReadPicture> Pictures { get; init; } = [];

    /// <summary>What the editor should look at, in Chinese.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>The text with the addresses at which the pictures were stored; a picture that was not stored is left out.</summary>
    /// <param name="addresses">By <see cref="ReadPicture.Address"/>.</param>
    public string MarkdownWith(IReadOnlyDictionary<string, string> addresses) => PictureMark().Replace(
        Markdown,
        m => addresses.TryGetValue(m.Groups["address"].Value, out var stored) ? $"{m.Groups["before"].Value}({stored})" : "");

    [GeneratedRegex(@"(?<before>!\[(?:\\.|[^\]\\])*\])\((?<address>picture:[0-9]+)\)")]
    private static partial Regex PictureMark();
}
