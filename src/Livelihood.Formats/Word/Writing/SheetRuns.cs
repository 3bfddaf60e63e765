using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats.Markdown;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Livelihood.Formats.Word.Writing;

/// <summary>Writes what stands in a line: text and its look, links, pictures, marks of footnotes; what they refer to goes into the part that they stand in.</summary>
internal sealed class SheetRuns(Sheet sheet, OpenXmlPart part)
{
    /// <summary>The runs of a paragraph or heading.</summary>
    public IEnumerable<OpenXmlElement> Of(LeafBlock block) => block.Inline is null ? [] : Walk(block.Inline, SpanStyle.None);

    private IEnumerable<OpenXmlElement> Walk(ContainerInline parent, SpanStyle look) => parent.SelectMany(inline => Of(inline, look));

    private IEnumerable<OpenXmlElement> Of(Inline inline, SpanStyle look) => inline switch
    {
        LiteralInline literal => [Run(literal.Content.ToString(), look)],
        CodeInline code => [Run(code.Content, look)],
        HtmlEntityInline entity => [Run(entity.Transcoded.ToString(), look)],
        LineBreakInline { IsHard: true } => [new Run(new Break())],
        LineBreakInline soft => IsBetweenLatin(soft) ? [Run(" ", look)] : [],
        EmphasisInline emphasis => Walk(emphasis, look | LookOf(emphasis)),
        LinkInline { IsImage: true } picture => SheetPictures.Of(sheet, part, picture),
        LinkInline link => Link(link.GetDynamicUrl?.Invoke() ?? link.Url, [.. Walk(link, look)]),
        AutolinkInline auto => Link(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, [Run(auto.Url, look)]),
        // Word knows no notes within notes.
        FootnoteLink { IsBackLink: false } note when part is not FootnotesPart && SheetNotes.IsCited(note.Footnote) => [new Run(
            new RunProperties { RunStyle = new() { Val = SheetStyles.NoteMark } }, new FootnoteReference { Id = sheet.NoteNumber(note.Footnote.Order) })],
        FootnoteLink => [],
        ContainerInline container => Walk(container, look),
        _ => [],
    };

    private static SpanStyle LookOf(EmphasisInline emphasis) => emphasis switch
    {
        { DelimiterChar: '^' } => SpanStyle.Superscript,
        { DelimiterChar: '~' } => SpanStyle.Subscript,
        { DelimiterCount: 2 } => SpanStyle.Bold,
        _ => SpanStyle.Italic,
    };

    private static Run Run(string text, SpanStyle look)
    {
        var run = Sheet.Text(text);
        if (look != SpanStyle.None)
        {
            run.RunProperties = new RunProperties
            {
                Bold = look.HasFlag(SpanStyle.Bold) ? new() : null,
                Italic = look.HasFlag(SpanStyle.Italic) ? new() : null,
                VerticalTextAlignment = look.HasFlag(SpanStyle.Superscript) ? new() { Val = VerticalPositionValues.Superscript }
                    : look.HasFlag(SpanStyle.Subscript) ? new() { Val = VerticalPositionValues.Subscript } : null,
            };
        }

        return run;
    }

    private IEnumerable<OpenXmlElement> Link(string? address, IReadOnlyList<OpenXmlElement> content)
    {
        if (AddressOf(address) is not { } target)
        {
            return content;
        }

        foreach (var run in content.OfType<Run>())
        {
            (run.RunProperties ??= new RunProperties()).RunStyle = new() { Val = SheetStyles.Link };
        }

        return [new Hyperlink(content) { Id = part.AddHyperlinkRelationship(target, isExternal: true).Id }];
    }

    private Uri? AddressOf(string? address) =>
        string.IsNullOrEmpty(address) ? null
        : address[0] is '/' && sheet.Layout.Portal is { } portal && Uri.TryCreate(portal, "." + address, out var own) ? own
        : Uri.TryCreate(address, UriKind.Absolute, out var foreign) && foreign.Scheme is "http" or "https" or "mailto" ? foreign
        : null;

    /// <summary>A line's end within Chinese text is no space.</summary>
    private static bool IsBetweenLatin(LineBreakInline line) =>
        line.PreviousSibling is LiteralInline { Content: { IsEmpty: false } before } && line.NextSibling is LiteralInline { Content: { IsEmpty: false } after }
        && before.Text[before.End] < '\u2e80' && after.Text[after.Start] < '\u2e80';
}
