using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Livelihood.Formats.Word.Reading;

/// <summary>What a document's styles say of a paragraph or run, inherited from the styles that they are based on.</summary>
internal sealed partial class WordStyles
{
    private readonly Dictionary<string, Style> _styles;
    private readonly string? _default;

    public WordStyles(MainDocumentPart main)
    {
        _styles = (main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
            .Where(s => s.StyleId?.InnerText is { Length: > 0 })
            .GroupBy(s => s.StyleId!.InnerText!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        _default = _styles.Values.FirstOrDefault(s => s.Type?.InnerText == "paragraph" && s.Default?.InnerText is "1" or "true" or "on")?.StyleId?.InnerText;
    }

    /// <summary>0 for the highest outline level, by the paragraph or its style; null for body text.</summary>
    public int? OutlineOf(Paragraph paragraph)
    {
        var level = Number(paragraph.ParagraphProperties?.OutlineLevel?.Val?.InnerText);
        level ??= Chain(paragraph)
            .Select(s => Number(s.StyleParagraphProperties?.OutlineLevel?.Val?.InnerText) ?? HeadingName(s))
            .FirstOrDefault(l => l is not null);
        return level is >= 0 and < 9 ? level : null;
    }

    public bool IsTitle(Paragraph paragraph) =>
        Chain(paragraph).Any(s => s.StyleName?.Val?.InnerText is { } name && (name.Equals("Title", StringComparison.OrdinalIgnoreCase) || name is "标题" or "公文标题"));

    public bool IsCentred(Paragraph paragraph) =>
        (paragraph.ParagraphProperties?.Justification?.Val?.InnerText
            ?? Chain(paragraph).Select(s => s.StyleParagraphProperties?.Justification?.Val?.InnerText).FirstOrDefault(j => j is not null)) == "center";

    /// <summary>The numbering that the paragraph or its style asks for.</summary>
    public (int Id, int Level)? NumberingOf(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var id = Number(own?.NumberingId?.Val?.InnerText);
        var level = Number(own?.NumberingLevelReference?.Val?.InnerText);
        foreach (var style in Chain(paragraph))
        {
            var inherited = style.StyleParagraphProperties?.NumberingProperties;
            id ??= Number(inherited?.NumberingId?.Val?.InnerText);
            level ??= Number(inherited?.NumberingLevelReference?.Val?.InnerText);
        }

        return id is > 0 ? (id.Value, Math.Clamp(level ?? 0, 0, 8)) : null;
    }

    /// <summary>Whether a switch such as bold is on for a run: by itself, by its style, by the paragraph's style.</summary>
    public bool IsOn<T>(Run run, Paragraph? paragraph)
        where T : OnOffType
    {
        if (run.RunProperties?.GetFirstChild<T>() is { } own)
        {
            return IsOn(own);
        }

        var styles = Chain(run.RunProperties?.RunStyle?.Val?.InnerText).Concat(paragraph is null ? [] : Chain(paragraph));
        return styles.Select(s => s.StyleRunProperties?.GetFirstChild<T>()).FirstOrDefault(s => s is not null) is { } inherited && IsOn(inherited);
    }

    internal static int? Number(string? text) => int.TryParse(text, out var number) ? number : null;

    private static bool IsOn(OnOffType property) => property.Val?.InnerText is null or "1" or "true" or "on";

    private static int? HeadingName(Style style) =>
        HeadingName().Match(style.StyleName?.Val?.InnerText ?? "") is { Success: true } match ? int.Parse(match.Groups[1].Value) - 1 : null;

    private IEnumerable<Style> Chain(Paragraph paragraph) => Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.InnerText ?? _default);

    private IEnumerable<Style> Chain(string? id)
    {
        // A style may be based on itself in a broken file.
        for (var depth = 0; depth < 20 && id is not null && _styles.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.BasedOn?.Val?.InnerText;
        }
    }

    [GeneratedRegex(@"^(?:heading|标题)\s*([1-9])$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();
}
