using FsCheck;
using FsCheck.Fluent;
using Livelihood.Content.Media.Texts;
using Livelihood.Formats.Plain;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Input;
using Livelihood.TestSupport;
using Livelihood.UnitTests.Formats;
using Xunit;

namespace Livelihood.UnitTests.Gazettes.Input;

/// <summary>Word files become lines that the reader of issues understands, and nothing visible is lost.</summary>
public sealed class WordIssueTests
{
    private const string Break = "<w:r><w:br w:type=\"page\"/></w:r>";

    private static readonly string[] Pieces =
        ["关于", "工作的通知", "。", "|", "\t", " ", "　", "2020年5月1日", "㎡", "𠮷", "abc", "3~5", "“", "1.", "（一）", "\\", "#", "- ", "*"];

    private static readonly Gen<string> Texts = from pieces in Gen.Elements(Pieces).ListOf() select string.Concat(pieces);

    private static readonly Gen<(string Text, string Xml)> Paragraphs =
        from runs in Texts.ListOf()
        from around in Gen.Elements("", Break, "<w:r><w:br/></w:r>", "<w:r><w:lastRenderedPageBreak/></w:r>")
        from properties in Gen.Elements("", "<w:jc w:val=\"center\"/>", "<w:pageBreakBefore/>", "<w:sectPr/>", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"9\"/></w:numPr>")
        select (string.Concat(runs), WordFile.Para(properties, string.Join(around, runs.Select(r => WordFile.Run(r)))));

    private static readonly Gen<(string Text, string Xml)> Boxes =
        from inside in Texts
        select (inside, $"<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{WordFile.P(inside)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>");

    private static readonly Gen<(string Text, string Xml)> Tables =
        from cells in Texts.ListOf(4)
        from merged in Gen.Elements(true, false)
        select (string.Concat(cells), merged
            ? WordFile.Table(WordFile.Row(WordFile.Cell(cells[0], "<w:vMerge w:val=\"restart\"/>"), WordFile.Cell(cells[1])), WordFile.Row(WordFile.Cell("", "<w:vMerge/>"), WordFile.Cell(cells[2])), WordFile.Row(WordFile.Cell(cells[3], "<w:gridSpan w:val=\"2\"/>")))
            : WordFile.Table(WordFile.Row(WordFile.Cell(cells[0]), WordFile.Cell(cells[1])), WordFile.Row(WordFile.Cell(cells[2]), WordFile.Cell(cells[3]))));

    [Fact]
    public void No_visible_character_is_lost() => Prop.ForAll(
        Gen.OneOf(Paragraphs, Paragraphs, Boxes, Tables).ListOf().ToArbitrary(),
        blocks =>
        {
            var text = Letters(string.Concat(blocks.Select(b => b.Text)));
            if (text.Length > 0)
            {
                Assert.Equal(text, Letters(TextOf(string.Concat(blocks.Select(b => b.Xml)))));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Numbers_notes_and_page_breaks_are_written_out()
    {
        var text = TextOf(
            WordFile.Numbered(1, 0, "总体要求") + WordFile.Numbered(1, 0, "主要任务") + WordFile.Numbered(1, 1, "范围")
            + $"<w:p>{WordFile.Run("按规定执行")}<w:r><w:footnoteReference w:id=\"3\"/></w:r>{WordFile.Run("。")}</w:p>"
            + WordFile.Para("<w:pageBreakBefore/>", WordFile.Run("下一页")) + WordFile.P("面积") + $"<w:p>{WordFile.Run("5m")}{WordFile.Run("2", "<w:vertAlign w:val=\"superscript\"/>")}</w:p>",
            WordFile.List(("chineseCounting", "%1、"), ("chineseCounting", "第%2条")) + WordFile.Footnote(3, "见附件。"));

        Assert.Contains("一、总体要求\n二、主要任务\n第一条 范围\n按规定执行（注1）。\n注1：见附件。\n\n\f下一页\n", text);
        Assert.Contains("5m²", text);
    }

    [Fact]
    public void An_issue_set_in_Word_is_read_with_its_contents_tables_and_running_head()
    {
        var contents = WordFile.Table(
            WordFile.Row(WordFile.Cell("【市政府文件】"), WordFile.Cell("")),
            WordFile.Row(WordFile.Cell("云岭市人民政府关于修建城东公园的决定"), WordFile.Cell("1")),
            WordFile.Row(WordFile.Cell("云岭市人民政府关于做好水井维护工作的通知"), WordFile.Cell("3")));
        var table = WordFile.Table(
            WordFile.Row(WordFile.Cell("项目"), WordFile.Cell("面积|公顷")), WordFile.Row(WordFile.Cell("草地"), WordFile.Cell("3")), WordFile.Row(WordFile.Cell("水面"), WordFile.Cell("")));
        string[] lines = ["各县（市、区）人民政府：", "市政府决定修建城东公园，四月开工，次年完工。", "一、选址", "公园在城东。"];
        var file = WordFile.Of(
            WordFile.Centred("云岭市人民政府公报") + WordFile.Centred("2022年第4号（总第88号）") + WordFile.P("出版日期：2022年4月30日") + WordFile.Centred("目  录") + contents
            + WordFile.Para("", Break + WordFile.Run("云岭市人民政府")) + WordFile.Centred("关于修建城东公园的决定") + WordFile.Centred("云政〔2022〕7号")
            + string.Concat(lines.Select(WordFile.P)) + table + WordFile.P("云岭市人民政府") + WordFile.P("2022年4月5日")
            + WordFile.Para("<w:pageBreakBefore/>", WordFile.Run("云岭市人民政府")) + WordFile.Centred("关于做好水井维护工作的通知") + WordFile.Centred("云政〔2022〕8号")
            + WordFile.P("各县（市、区）人民政府：") + WordFile.P("请在雨季之前检查每一口水井。") + WordFile.P("云岭市人民政府") + WordFile.P("2022年4月12日"));

        Assert.True(GazetteReader.TryRead(Read(file).Text, out var issue, out _));

        Assert.Equal((2022, 4, 88), (issue.Masthead.Year, issue.Masthead.Number, issue.Masthead.TotalNumber));
        Assert.Equal(["云岭市人民政府关于修建城东公园的决定", "云岭市人民政府关于做好水井维护工作的通知"], issue.Documents.Select(d => d.Title));
        Assert.Equal([1, 3], issue.Documents.Select(d => d.Page));
        Assert.Equal(["云政〔2022〕7号", "云政〔2022〕8号"], issue.Documents.Select(d => d.Number?.ToString()));
        var read = Assert.Single(issue.Documents[0].Blocks, b => b.Rows is not null);
        Assert.Equal([["项目", "面积｜公顷"], ["草地", "3"], ["水面", ""]], read.Rows!);
    }

    [Fact]
    public void A_masthead_in_the_running_head_alone_is_found()
    {
        var file = WordFile.Of(WordFile.P("目录") + WordFile.P("正文"), main =>
            main.AddNewPart<DocumentFormat.OpenXml.Packaging.HeaderPart>().Header =
                new("<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + WordFile.P("云岭市人民政府公报 2022年第5号") + "</w:hdr>"));

        Assert.StartsWith("云岭市人民政府公报 2022年第5号\n目录", Read(file).Text);
    }

    public static TheoryData<byte[], string> Refused() => new()
    {
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "另存为.docx" },
        { SampleFiles.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.xml", "<a/>"u8.ToArray())), "不是Word文档" },
        { SampleFiles.Docx("乙")[..200], "损坏" },
        { SampleFiles.Docx(""), "没有文字" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_read_is_refused_with_advice(byte[] file, string advice) =>
        Assert.Contains(advice, Assert.Throws<GazetteRefusedException>(() => Read(file)).Message);

    private static string TextOf(string body, Action<DocumentFormat.OpenXml.Packaging.MainDocumentPart>? more = null) => Read(WordFile.Of(body, more)).Text;

    // By what it is, not by what it is called.
    private static GazetteFileText Read(byte[] file) =>
        new GazetteFileReader(new PdfIssueReader(new PdfToText(null))).TextAsync(new("issue.txt", file)).GetAwaiter().GetResult();

    private static string Letters(string text) => string.Concat(text.Where(c => !Blank.Is(c) && c is not ('|' or '｜' or '-' or '•')));
}
