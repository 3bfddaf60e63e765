using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats;
using Livelihood.Formats.Word;
using Xunit;

namespace Livelihood.UnitTests.Formats;

/// <summary>An issue as Word: sections, heads, contents, numbers.</summary>
public sealed class WordIssueTests
{
    private static readonly OpenXmlValidator Validator = new(FileFormatVersions.Office2016);

    private static readonly IssueLayout Issue = new()
    {
        Title = "云岭市人民政府公报",
        Year = 2026,
        Number = 3,
        TotalNumber = 203,
        PublishedOn = new(2026, 3, 31),
        Publisher = "云岭市人民政府办公室",
        Board = [new("主任", ["测试甲"]), new("编辑", ["测试乙", "测试丙"])],
        Sections =
        [
            new("市政府文件",
            [
                new("第一份", Document("关于测试井的决定", "各部门：\n\n正文一[^1]。\n\n## 一、检查\n\n1. 甲\n2. 乙\n\n## 附件1 名单\n\n| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n\n[^1]: 注一。"), 1),
                new("没有正文的一份"),
            ]),
            new("", [new("第二份", Document("关于测试塔的通知", "正文二[^1]、[^2]。\n\n1. 丙\n\n[^1]: 注二。\n[^2]: 注三。"), 2, 17)]),
        ],
    };

    private static OfficialDocumentLayout Document(string title, string markdown) => new()
    {
        Title = title, Number = "云政〔2026〕1号", Addressees = "各部门", Markdown = markdown, Signature = "云岭市人民政府", FormedOn = new(2026, 3, 1),
    };

    private static WordprocessingDocument Open(IReadOnlyDictionary<int, int>? pages = null) =>
        WordprocessingDocument.Open(new MemoryStream(WordIssueWriter.Write(Issue, pages ?? new Dictionary<int, int> { [1] = 1, [2] = 5 }, t => t[..4])), isEditable: false);

    [Fact]
    public void The_file_is_valid()
    {
        using var word = Open();
        Assert.Empty(Validator.Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        using var withoutPages = Open(new Dictionary<int, int>());
        Assert.Empty(Validator.Validate(withoutPages).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Empty(Validator.Validate(WordprocessingDocument.Open(new MemoryStream(WordIssueWriter.Write(Issue with { Sections = [] }, new Dictionary<int, int>())), false)));
    }

    [Fact]
    public void Cover_front_and_each_document_are_sections_and_pages_count_from_the_first_document()
    {
        using var word = Open();
        var sections = word.MainDocumentPart!.Document.Body!.Descendants<SectionProperties>().ToList();

        Assert.Equal(4, sections.Count);
        Assert.Empty(sections[0].Elements<HeaderFooterReferenceType>());
        Assert.Equal(NumberFormatValues.UpperRoman, sections[1].GetFirstChild<PageNumberType>()!.Format!.Value);
        Assert.Equal(1, sections[2].GetFirstChild<PageNumberType>()!.Start!.Value);
        Assert.Null(sections[3].GetFirstChild<PageNumberType>()!.Start);
        var heads = sections[2..].Select(s => ((HeaderPart)word.MainDocumentPart.GetPartById(s.GetFirstChild<HeaderReference>()!.Id!)).Header.InnerText);
        Assert.Equal(["云岭市人民政府公报 2026年第3号关于测试", "云岭市人民政府公报 2026年第3号关于测试"], heads);
    }

    [Fact]
    public void Contents_are_a_field_with_entries_that_lead_to_bookmarks_and_name_pages()
    {
        using var word = Open();
        var body = word.MainDocumentPart!.Document.Body!;
        var codes = body.Descendants<FieldCode>().Select(c => c.Text.Trim()).ToList();

        Assert.Equal("TOC \\h \\z \\t \"公报栏目,1,公报文件标题,2\"", codes[0]);
        Assert.Equal(["PAGEREF _Toc000001 \\h", "PAGEREF _Toc000002 \\h"], codes[1..]);
        Assert.Equal(
            body.Descendants<FieldChar>().Count(c => c.FieldCharType! == FieldCharValues.Begin), body.Descendants<FieldChar>().Count(c => c.FieldCharType! == FieldCharValues.End));
        var entries = body.Descendants<Hyperlink>().Where(h => h.Anchor is not null).ToList();
        Assert.Equal(["_Toc000001", "_Toc000002"], entries.Select(e => e.Anchor!.Value));
        Assert.Equal(["第一份1", "第二份5"], entries.Select(e => string.Concat(e.Descendants<Text>().Select(t => t.Text))));
        Assert.Equal(["_Toc000001", "_Toc000002"], body.Descendants<BookmarkStart>().Select(b => b.Name!.Value));
        Assert.Contains("没有正文的一份（本电子版未收录）", body.InnerText);
        Assert.Contains("（纸质版第17页）", body.InnerText);
    }

    [Fact]
    public void Notes_and_lists_of_different_documents_are_numbered_apart()
    {
        using var word = Open();
        var references = word.MainDocumentPart!.Document.Body!.Descendants<FootnoteReference>().Select(r => r.Id!.Value).ToList();
        var notes = word.MainDocumentPart.FootnotesPart!.Footnotes.Elements<Footnote>().Where(n => n.Type is null).ToDictionary(n => n.Id!.Value, n => n.InnerText);

        Assert.Equal(3, references.Distinct().Count());
        Assert.Equal(["注一。", "注二。", "注三。"], references.Select(r => notes[r]));
        Assert.Equal(2, word.MainDocumentPart.Document.Body.Descendants<NumberingId>().Select(n => n.Val!.Value).Distinct().Count());
    }

    [Fact]
    public void The_signature_stands_before_the_annexes()
    {
        using var word = Open();
        var text = word.MainDocumentPart!.Document.Body!.InnerText;

        Assert.InRange(text.IndexOf("2026年3月1日", StringComparison.Ordinal), 0, text.IndexOf("附件1", StringComparison.Ordinal));
    }
}
