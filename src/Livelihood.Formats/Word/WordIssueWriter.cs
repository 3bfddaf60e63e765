using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats.Markdown;
using Livelihood.Formats.Word.Writing;

namespace Livelihood.Formats.Word;

/// <summary>Writes an issue as one Word document: cover, imprint, contents, and each document in a section of its own.</summary>
public static class WordIssueWriter
{
    /// <summary>The file's bytes.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="pages">The page of each document by its place, for the contents; empty where nobody knows.</param>
    /// <param name="headOf">What stands on the right of a document's head, from its title; null: the title.</param>
    public static byte[] Write(IssueLayout issue, IReadOnlyDictionary<int, int> pages, Func<string, string>? headOf = null)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            word.PackageProperties.Title = Sheet.Clean(issue.Name);
            word.PackageProperties.Creator = Sheet.Clean(issue.Publisher ?? "");
            word.PackageProperties.Language = "zh-CN";
            Write(word.AddMainDocumentPart(), issue, pages, headOf ?? (title => title));
        }

        return file.ToArray();
    }

    private static void Write(MainDocumentPart main, IssueLayout issue, IReadOnlyDictionary<int, int> pages, Func<string, string> headOf)
    {
        Sheet.Furnish(main);
        IssueStyles.AddTo(main.StyleDefinitionsPart!.Styles!);
        var body = new Body(IssueFront.Cover(issue));
        main.Document = new Document(body);
        IssueSections.End(body, IssueSections.Cover());
        var sections = new IssueSections(main, issue.IsProof ? issue.Name + "（校样）" : issue.Name);
        body.Append(IssueFront.Imprint(issue));
        body.Append(IssueFront.Contents(issue, pages));
        var open = sections.Front();
        var sheet = new Sheet(main, new() { Title = issue.Name, Markdown = "" });
        foreach (var (entry, section) in issue.Sections.SelectMany(s => s.Entries.Where(e => e.Document is not null).Select((e, i) => (e, i == 0 ? s.Name : ""))))
        {
            IssueSections.End(body, open);
            body.Append(Document(main, sheet, entry, section));
            open = sections.Document(headOf(entry.Document!.Title), entry.Order == 1 ? pages.TryGetValue(1, out var first) ? first : issue.FirstNumber : null);
        }

        body.Append(open);
    }

    private static IEnumerable<OpenXmlElement> Document(MainDocumentPart main, Sheet sheet, IssueEntry entry, string section)
    {
        var layout = entry.Document!;
        sheet.Begin(layout);
        var text = MarkdownDialect.Parse(layout.Markdown);
        var special = OfficialParagraphs.Of(text).Values.ToHashSet();
        if (section.Length > 0)
        {
            yield return Sheet.Paragraph(IssueStyles.Section, Sheet.Text($"【{section}】"));
        }

        var bookmark = entry.Order.ToString(CultureInfo.InvariantCulture);
        yield return Sheet.Paragraph(
            IssueStyles.Title, new BookmarkStart { Id = bookmark, Name = IssueFront.BookmarkOf(entry.Order) }, Sheet.Text(layout.Title), new BookmarkEnd { Id = bookmark });
        if (layout.Number is { Length: > 0 } number)
        {
            yield return Sheet.Paragraph(IssueStyles.Number, Sheet.Text(number));
        }

        if (entry.OlderPage is { } older)
        {
            yield return Sheet.Paragraph(IssueStyles.Older, Sheet.Text($"（纸质版第{older}页）"));
        }

        if (layout.Addressees is { Length: > 0 } addressees && !special.Contains(OfficialParagraph.Addressees))
        {
            yield return Sheet.Paragraph(SheetStyles.Addressees, Sheet.Text(addressees.TrimEnd('：', ':') + "："));
        }

        foreach (var element in SheetFrame.WithFoot(new SheetBody(sheet, main).Of(text), layout, special.Contains(OfficialParagraph.Signature)))
        {
            yield return Deepened(element);
        }
    }

    /// <summary>Headings lie below section and title in Word's outline.</summary>
    private static OpenXmlElement Deepened(OpenXmlElement element)
    {
        var level = element is Paragraph { ParagraphProperties.ParagraphStyleId.Val.Value: { } style } ? style switch
        {
            SheetStyles.AnnexMark => 2,
            _ when style.StartsWith("Heading", StringComparison.Ordinal) && int.TryParse(style.AsSpan("Heading".Length), CultureInfo.InvariantCulture, out var depth) => depth + 1,
            _ => -1,
        } : -1;
        if (level >= 0)
        {
            ((Paragraph)element).ParagraphProperties!.OutlineLevel = new() { Val = Math.Min(level, 8) };
        }

        return element;
    }
}
