using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using Livelihood.Formats;
using Livelihood.Formats.Markdown;
using Livelihood.Formats.Plain;
using Livelihood.Formats.Word;
using Xunit;

namespace Livelihood.UnitTests.Formats;

/// <summary>The sheets of GB/T 9704-2012, and that reading them again gives the same text.</summary>
public sealed class WordWriterTests
{
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static readonly OpenXmlValidator Validator = new(FileFormatVersions.Office2016);

    private const string Text = """
        各县（市、区）人民政府：

        现将*有关*事项**通知**如下[^1]，见[附件](https://example.org/x)和[公报](/gazettes/2019/6)。10m^2^，CO~2~。

        ## 一、总体要求

        ### （一）目标

        #### 1\.检查

        ##### （1）逐处

        - 甲
          1.  乙
          2.  丙
        - 丁

        | 项目 | 数量 |
        | --- | --: |
        | 路 | 3 |

        +----+----+
        | 地区 | 数量 |
        +====+====+
        | 城东 | 一  |
        |    +----+
        |    | 二  |
        +----+----+

        ![平面图](/media/a.png)

        甲市人民政府

        2020年5月6日

        ## 附件1 清单

        完。

        [^1]: 见统计公报。
        """;

    private static readonly OfficialDocumentLayout Layout = new()
    {
        Title = "关于防汛工作的通知",
        Issuers = ["甲市人民政府"],
        Number = "甲政〔2020〕12号",
        Signatory = "某某",
        Markdown = Text,
        CopiedTo = "市委各部门",
        PrintedBy = "甲市人民政府办公室",
        PrintedOn = new DateOnly(2020, 5, 7),
        Portal = new Uri("https://portal.example/zwgk/"),
        Pictures = new Dictionary<string, byte[]> { ["/media/a.png"] = Dot },
    };

    [Fact]
    public void The_file_is_valid()
    {
        using var word = Open(Layout);

        Assert.Empty(Validator.Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void The_sheet_is_A4_with_the_standards_margins()
    {
        using var word = Open(Layout);
        var page = word.MainDocumentPart!.Document.Body!.GetFirstChild<SectionProperties>()!;

        Assert.Equal((11906U, 16838U), (page.GetFirstChild<PageSize>()!.Width!.Value, page.GetFirstChild<PageSize>()!.Height!.Value));
        var margin = page.GetFirstChild<PageMargin>()!;
        Assert.Equal((37, 28, 26, 35), (Millimetres(margin.Top!.Value), Millimetres((int)margin.Left!.Value), Millimetres((int)margin.Right!.Value), Millimetres(margin.Bottom!.Value)));
        Assert.Equal(2, page.Elements<FooterReference>().Count());
    }

    private static int Millimetres(int twips) => (int)Math.Round(twips / 1440.0 * 25.4);

    [Fact]
    public void Every_part_has_its_place_and_style()
    {
        using var word = Open(Layout);
        var paragraphs = word.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Where(p => p.InnerText.Length > 0)
            .Select(p => (p.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "Normal", p.InnerText)).ToList();

        Assert.Equal(("Mark", "甲市人民政府文件"), paragraphs[0]);
        Assert.Equal(("Number", "甲政〔2020〕12号签发人：某某"), paragraphs[1]);
        Assert.Equal(("Title", "关于防汛工作的通知"), paragraphs[2]);
        Assert.Equal(("Addressees", "各县（市、区）人民政府："), paragraphs[3]);
        Assert.Contains(("Heading1", "一、总体要求"), paragraphs);
        Assert.Contains(("Heading2", "（一）目标"), paragraphs);
        Assert.Contains(("Heading3", "1.检查"), paragraphs);
        Assert.Contains(("Heading4", "（1）逐处"), paragraphs);
        Assert.Contains(("Signature", "2020年5月6日"), paragraphs);
        Assert.Contains(("AnnexMark", "附件1"), paragraphs);
        Assert.Contains(("AnnexTitle", "清单"), paragraphs);
        Assert.Equal([("Imprint", "抄送：市委各部门。"), ("Imprint", "甲市人民政府办公室2020年5月7日印发")], paragraphs[^2..]);
    }

    [Fact]
    public void Links_lead_to_the_portal_and_the_web_and_nowhere_else()
    {
        using var word = Open(Layout with { Markdown = "[甲](/x) [乙](https://a.example/) [丙](javascript:x) [丁](#y)" });

        Assert.Equal(["https://portal.example/zwgk/x", "https://a.example/"], word.MainDocumentPart!.HyperlinkRelationships.Select(r => r.Uri.ToString()).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void Reading_it_again_gives_the_same_Markdown()
    {
        var once = WordDocumentReader.Read(WordDocumentWriter.Write(Layout));
        var twice = WordDocumentReader.Read(WordDocumentWriter.Write(Layout with
        {
            Markdown = once.Markdown, CopiedTo = null, PrintedBy = null, PrintedOn = null, Pictures = once.Pictures.ToDictionary(p => p.Address, p => p.Content),
        }));

        Assert.Equal("关于防汛工作的通知", once.Title);
        Assert.Equal(["甲市人民政府文件", "甲政〔2020〕12号\t签发人：某某"], once.Head);
        Assert.Equal(once.Markdown, twice.Markdown);
        Assert.Contains("| 地区 | 数量 |", once.Markdown);
        Assert.Contains("- 甲\n  1.  乙\n  2.  丙\n- 丁\n", once.Markdown);
        Assert.Contains("## 附件1 清单\n", once.Markdown);
        Assert.Equal(Dot, Assert.Single(once.Pictures).Content);
    }

    [Fact]
    public void Note_that_only_its_own_text_refers_to_is_not_lost()
    {
        var read = WordDocumentReader.Read(WordDocumentWriter.Write(Layout with { Markdown = "正文。\n\n[^1]: 注[^1]完。\n", CopiedTo = null, PrintedBy = null, PrintedOn = null }));
        Assert.Contains("注", read.Markdown);
        Assert.Contains("完。", read.Markdown);
    }

    private static readonly string[] Pieces =
        ["## 一、甲\n\n", "正文。", "\n\n", "- 项\n", "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n", "**粗**", "*斜*", "[^1]", "\n\n[^1]: 注。\n\n", "a b", "> 引\n\n", "`码`", "&amp;", "\u0001", "\ud800", "𠮷", "~", "^", "+---+\n| 格 |\n+---+\n\n", "![图](x)", "<http://a.cn>", "    缩进\n", "---\n\n", "2020年5月6日"];

    [Fact]
    public void Any_Markdown_makes_a_valid_file_that_reads_as_the_same_text() => Prop.ForAll(
        (from pieces in Gen.Elements(Pieces).ListOf() select string.Concat(pieces)).ToArbitrary(),
        markdown =>
        {
            using var word = Open(Layout with { Markdown = markdown });
            Assert.Empty(Validator.Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"));
            var read = WordDocumentReader.Read(WordDocumentWriter.Write(Layout with { Markdown = markdown, CopiedTo = null, PrintedBy = null, PrintedOn = null }));
            Assert.Equal(Letters(MarkdownDialect.PlainText(markdown)), Letters(MarkdownDialect.PlainText(read.Markdown)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    // The description of a picture that is missing stands in brackets; a rule between parts is drawn with stars.
    private static string Letters(string text) =>
        string.Concat(text.Where(c => !Blank.Is(c) && (char.IsSurrogate(c) || System.Xml.XmlConvert.IsXmlChar(c)) && c is not ('（' or '）' or '：' or '＊' or '图' or '\ud800')));

    private static WordprocessingDocument Open(OfficialDocumentLayout layout) =>
        WordprocessingDocument.Open(new MemoryStream(WordDocumentWriter.Write(layout)), isEditable: false);
}
