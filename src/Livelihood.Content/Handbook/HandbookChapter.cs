using System.Text.RegularExpressions;
using Livelihood.Content.Rendering;

namespace Livelihood.Content.Handbook;

/// <summary>A chapter of the editors' handbook, written in a file such as <c>02-write.md</c>.</summary>
/// <param name="Name">Its name in addresses: the file's without number and ending.</param>
/// <param name="Title">Its title, the file's first line.</param>
/// <param name="Readers">For which roles it is, the file's second paragraph.</param>
/// <param name="Markdown">What follows.</param>
public sealed partial record HandbookChapter(string Name, string Title, string Readers, string Markdown)
{
    /// <summary>Where the handbook is read.</summary>
    public const string Root = "~/console/handbook";

    /// <summary>Where this chapter is read.</summary>
    public string Address => $"{Root}/{Name}";

    /// <summary>The headings of the first level with their anchors.</summary>
    public IEnumerable<(string Anchor, string Text)> Outline =>
        MarkdownRenderer.Outline(Markdown).Where(h => h.Level == 2).Select(h => (h.Anchor, h.Text));

    /// <summary>Reads a file.</summary>
    /// <param name="fileName">The file's name with its number and ending.</param>
    /// <param name="text">What is written in it.</param>
    /// <exception cref="InvalidDataException">It does not begin as a chapter does.</exception>
    public static HandbookChapter Read(string fileName, string text) =>
        FileName().Match(fileName) is { Success: true } name && Beginning().Match(text) is { Success: true } beginning
            ? new(name.Groups["name"].Value, beginning.Groups["title"].Value, beginning.Groups["readers"].Value, text[beginning.Length..])
            : throw new InvalidDataException($"{fileName} is not a chapter: a file 01-name.md begins with '# title', an empty line and '适用：roles'.");

    /// <summary>The text as HTML.</summary>
    /// <param name="address">Makes <c>~/…</c> an address on this portal, which may run under a path prefix.</param>
    public string Html(Func<string, string> address) => MarkdownRenderer.ToHtml(Target().Replace(Markdown, m => "](" + address(
        m.Groups["chapter"] is { Success: true } chapter ? $"{Root}/{chapter.Value}"
        : m.Groups["picture"] is { Success: true } picture ? $"{Root}/{picture.Value}"
        : m.Groups["page"].Value)));

    [GeneratedRegex(@"^[0-9]{2}-(?<name>[a-z-]+)\.md$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\A# (?<title>[^\n]+)\n\n适用：(?<readers>[^\n]+)\n\n", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();

    // The files name each other and the pictures beside them, as any reader of Markdown expects; pages of the portal begin with ~/.
    [GeneratedRegex(@"\]\(([0-9]{2}-(?<chapter>[a-z-]+)\.md|(?<picture>pictures/[a-z0-9-]+\.png)|(?<page>~/[^)#\s]*))", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Target();
}
