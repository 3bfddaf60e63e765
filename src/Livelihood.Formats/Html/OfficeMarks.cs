using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Livelihood.Formats.Markdown;

namespace Livelihood.Formats.Html;

/// <summary>What Word and WPS write into classes and styles on the clipboard.</summary>
internal static partial class OfficeMarks
{
    /// <summary>0 for the highest outline level; null for body text.</summary>
    public static int? OutlineOf(IElement element)
    {
        if (element.LocalName is ['h', >= '1' and <= '6'])
        {
            return element.LocalName[1] - '1';
        }

        return Outline().Match(Style(element)) is { Success: true } level ? int.Parse(level.Groups[1].Value) - 1
            : HeadingClass().Match(element.ClassName ?? "") is { Success: true } named ? int.Parse(named.Groups[1].Value) - 1
            : null;
    }

    /// <summary>The level of a paragraph that Word shows as an item of a list, from 0; null for others.</summary>
    public static int? ListLevelOf(IElement element) =>
        ListLevel().Match(Style(element)) is { Success: true } level ? Math.Clamp(int.Parse(level.Groups[1].Value) - 1, 0, 8) : null;

    /// <summary>The span that holds the number or bullet of such a paragraph.</summary>
    public static bool IsListMark(IElement element) => ListMark().IsMatch(Style(element));

    /// <summary>The number of a footnote that the element refers to.</summary>
    public static string? NoteOf(IElement element) =>
        NoteId().Match(Style(element)) is { Success: true } note ? note.Groups[1].Value : null;

    /// <summary>Comments and hidden text.</summary>
    public static bool IsHidden(IElement element) =>
        Hidden().IsMatch(Style(element)) || (element.ClassName ?? "") is "MsoCommentReference" or "MsoCommentText";

    /// <summary>The look of an element by its name and style.</summary>
    public static SpanStyle LookOf(IElement element, SpanStyle outer)
    {
        var look = element.LocalName switch
        {
            "b" or "strong" => outer | SpanStyle.Bold,
            "i" or "em" => outer | SpanStyle.Italic,
            "sup" => outer | SpanStyle.Superscript,
            "sub" => outer | SpanStyle.Subscript,
            _ => outer,
        };
        var style = Style(element);
        if (style.Length > 0)
        {
            look |= BoldStyle().IsMatch(style) ? SpanStyle.Bold : SpanStyle.None;
            look &= NormalWeight().IsMatch(style) ? ~SpanStyle.Bold : ~SpanStyle.None;
            look |= ItalicStyle().IsMatch(style) ? SpanStyle.Italic : SpanStyle.None;
        }

        return look;
    }

    public static bool IsNoteText(IElement element) => NoteText().IsMatch(Style(element));

    private static string Style(IElement element) => element.GetAttribute("style") ?? "";

    [GeneratedRegex(@"mso-outline-level:\s*([1-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Outline();

    [GeneratedRegex(@"^MsoHeading([1-9])", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingClass();

    [GeneratedRegex(@"mso-list:\s*l?[0-9a-z]+\s+level([1-9])", RegexOptions.IgnoreCase)]
    private static partial Regex ListLevel();

    [GeneratedRegex(@"mso-list:\s*ignore", RegexOptions.IgnoreCase)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"mso-(?:foot|end)note-id:\s*([a-z]+[0-9]+)", RegexOptions.IgnoreCase)]
    private static partial Regex NoteId();

    [GeneratedRegex(@"mso-element:\s*(?:foot|end)note\s*(?:;|$)", RegexOptions.IgnoreCase)]
    private static partial Regex NoteText();

    [GeneratedRegex(@"display:\s*none|mso-hide:\s*all|mso-element:\s*comment|visibility:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"font-weight:\s*(?:bold|[6-9]00)", RegexOptions.IgnoreCase)]
    private static partial Regex BoldStyle();

    [GeneratedRegex(@"font-weight:\s*(?:normal|[1-4]00)", RegexOptions.IgnoreCase)]
    private static partial Regex NormalWeight();

    [GeneratedRegex(@"font-style:\s*italic", RegexOptions.IgnoreCase)]
    private static partial Regex ItalicStyle();
}
