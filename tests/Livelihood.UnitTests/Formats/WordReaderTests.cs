using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Content.Rendering;
using Xunit;
using static Livelihood.UnitTests.Formats.WordFile;

namespace Livelihood.UnitTests.Formats;

/// <summary>Each thing that a Word document can hold, by itself.</summary>
public sealed class WordReaderTests
{
    [Fact]
    public void Head_title_addressees_and_text_are_told_apart()
    {
        var read = Read(Centred("甲市人民政府文件") + Centred("甲政〔2020〕12号") + Centred("关于做好防汛") + Centred("工作的通知")
            + P("各县（市、区）人民政府：") + P("现将有关事项通知如下。"));

        Assert.Equal("关于做好防汛工作的通知", read.Title);
        Assert.Equal(["甲市人民政府文件", "甲政〔2020〕12号"], read.Head);
        Assert.Equal("各县（市、区）人民政府：\n\n现将有关事项通知如下。\n", read.Markdown);
        Assert.Empty(read.Doubts);
    }

    [Fact]
    public void Title_by_its_style()
    {
        var read = Read(Para("<w:pStyle w:val=\"a3\"/>", Run("关于某事的公告")) + P("正文。"),
            Styles("<w:style w:type=\"paragraph\" w:styleId=\"a3\"><w:name w:val=\"Title\"/></w:style>"));

        Assert.Equal("关于某事的公告", read.Title);
        Assert.Equal("正文。\n", read.Markdown);
    }

    [Fact]
    public void Without_a_title_that_is_said()
    {
        var read = Read(P("各位代表：") + P("现在报告工作。"));

        Assert.Null(read.Title);
        Assert.Contains(read.Doubts, d => d.Contains("没有认出标题"));
    }

    [Fact]
    public void Headings_by_their_typed_numbers()
    {
        var read = Read(P("一、总体要求") + P("（一）指导思想") + P("坚持节约。") + P("1.主要原则") + P("（1）公开") + P("及时公开。")
            + P("二、工作安排。各单位要抓好落实，按月报告。"));

        Assert.Equal("## 一、总体要求\n\n### （一）指导思想\n\n坚持节约。\n\n#### 1\\.主要原则\n\n##### （1）公开\n\n及时公开。\n\n二、工作安排。各单位要抓好落实，按月报告。\n", read.Markdown);
    }

    [Fact]
    public void Short_items_of_a_list_are_no_headings() =>
        Assert.Equal("1\\.身份证\n\n2\\.户口本\n\n3\\.照片\n", Read(P("1.身份证") + P("2.户口本") + P("3.照片")).Markdown);

    [Fact]
    public void Headings_by_style_and_outline_level()
    {
        var read = Read(Para("<w:pStyle w:val=\"2\"/>", Run("背景")) + Para("<w:outlineLvl w:val=\"1\"/>", Run("现状")) + P("正文。") + Para("<w:pStyle w:val=\"2\"/>", Run("措施")),
            Styles("<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"我的标题\"/><w:basedOn w:val=\"b\"/></w:style>"));

        Assert.Equal("## 背景\n\n### 现状\n\n正文。\n\n## 措施\n", read.Markdown);
    }

    [Fact]
    public void The_only_top_of_an_outline_is_the_title()
    {
        var read = Read(Para("<w:outlineLvl w:val=\"0\"/>", Run("关于防汛的报告")) + Para("<w:outlineLvl w:val=\"1\"/>", Run("现状")) + P("正文。"));

        Assert.Equal("关于防汛的报告", read.Title);
        Assert.Equal("## 现状\n\n正文。\n", read.Markdown);
    }

    [Theory]
    [InlineData("chineseCounting", "%1、", "## 一、", "## 十一、")]
    [InlineData("chineseCountingThousand", "（%1）", "### （一）", "### （十一）")]
    [InlineData("decimal", "（%1）", "##### （1）", "##### （11）")]
    [InlineData("decimal", "%1、", "#### 1、", "#### 11、")]
    public void Automatic_numbers_are_written_out(string format, string text, string first, string eleventh)
    {
        var body = string.Concat(Enumerable.Range(1, 11).Select(i => Numbered(1, 0, "事项") + P("做法。")));

        var markdown = Read(body, List((format, text))).Markdown;

        Assert.StartsWith($"{first}事项\n", markdown);
        Assert.Contains($"\n{eleventh}事项\n", markdown);
    }

    [Theory]
    [InlineData("ideographEnclosedCircle", "%1", "㊀公开")]
    [InlineData("decimalEnclosedCircleChinese", "%1", "①公开")]
    [InlineData("chineseLegalSimplified", "%1、", "壹、公开")]
    [InlineData("ideographTraditional", "%1、", "甲、公开")]
    [InlineData("decimalFullWidth", "%1．", "１．公开")]
    [InlineData("upperRoman", "%1-", "I-公开")]
    public void Other_numbers_are_text(string format, string text, string expected) =>
        Assert.Contains(expected, Read(Numbered(1, 0, "公开"), List((format, text))).Markdown.Replace("\\", ""));

    [Fact]
    public void Deeper_numbers_count_within_higher_ones()
    {
        var read = Read(Numbered(1, 0, "甲") + Numbered(1, 1, "乙。") + Numbered(1, 1, "丙。") + Numbered(1, 0, "丁") + Numbered(1, 1, "戊。"),
            List(("decimal", "第%1章"), ("decimal", "%1.%2")));

        Assert.Equal(["第1章甲", "1.1乙。", "1.2丙。", "第2章丁", "2.1戊。"], MarkdownLines(read.Markdown));
    }

    [Fact]
    public void A_list_that_starts_again_counts_again() =>
        Assert.Equal(["（一）甲。", "（二）乙。", "（一）丙。"],
            MarkdownLines(Read(Numbered(1, 0, "甲。") + Numbered(1, 0, "乙。") + Numbered(2, 0, "丙。"), List(("chineseCounting", "（%1）"))).Markdown));

    [Fact]
    public void Lists_with_bullets_and_plain_numbers()
    {
        var read = Read(Numbered(1, 0, "甲。") + Numbered(1, 1, "乙。") + Numbered(1, 0, "丙。"), List(("bullet", "•"), ("decimal", "%2.")));

        Assert.Equal("- 甲。\n  1.  乙。\n- 丙。\n", read.Markdown);
        Assert.Contains("<ol>", MarkdownRenderer.ToHtml(read.Markdown));
    }

    [Fact]
    public void A_plain_table_is_a_pipe_table()
    {
        var read = Read(Table(Row(Cell("项目"), Cell("数量")), Row(Cell("路|灯"), Cell("3"))));

        Assert.Equal("| 项目 | 数量 |\n| --- | --- |\n| 路\\|灯 | 3 |\n", read.Markdown);
        Assert.Contains(read.Doubts, d => d.Contains("标题行"));
    }

    [Fact]
    public void Merged_cells_survive()
    {
        var read = Read(Table(
            Row(Cell("地区", "<w:vMerge w:val=\"restart\"/>"), Cell("2020年", "<w:gridSpan w:val=\"2\"/>")),
            Row(Cell("", "<w:vMerge/>"), Cell("计划"), Cell("完成|数")),
            Row(Cell("城东"), Cell("10+2"), Cell("+9"))));

        var html = MarkdownRenderer.ToHtml(read.Markdown);

        Assert.Contains("rowspan=\"2\"", html);
        Assert.Contains("colspan=\"2\"", html);
        Assert.Contains("完成|数", html);
        Assert.Contains("10+2", html);
        Assert.Contains("<thead>", html);
        Assert.DoesNotContain("style=", html);
        Assert.Equal(2, html.Split("<tr>").Length - 1 - html[html.IndexOf("<tbody>", StringComparison.Ordinal)..].Split("<tr>").Length + 1);
    }

    [Fact]
    public void A_cell_with_paragraphs_keeps_them()
    {
        var cell = $"<w:tc><w:tcPr/>{P("第一段。")}{P("第二段。")}</w:tc>";

        var html = MarkdownRenderer.ToHtml(Read(Table(Row(Cell("事项"), Cell("内容")), Row(Cell("甲"), cell))).Markdown);

        Assert.Contains("<p>第一段。</p>", html);
        Assert.Contains("<p>第二段。</p>", html);
    }

    [Fact]
    public void A_frame_of_one_cell_is_text() =>
        Assert.Equal("提示。\n", Read(Table(Row(Cell("提示。")))).Markdown);

    [Fact]
    public void A_footnote_goes_to_the_end()
    {
        var read = Read(Para("", Run("节能减排") + "<w:r><w:footnoteReference w:id=\"5\"/></w:r>" + Run("。")), Footnote(5, "见统计公报。"));

        Assert.Equal("节能减排[^1]。\n\n[^1]: 见统计公报。\n", read.Markdown);
        var html = MarkdownRenderer.ToHtml(read.Markdown);
        Assert.Contains("aria-label=\"注释1\"", html);
        Assert.Contains("回到正文中注释1处", html);
        Assert.Contains("id=\"注释1\"", html);
    }

    [Theory]
    [InlineData("(甲)", "乙[^1]\\(甲)")]
    [InlineData(":甲", "乙[^1]\\:甲")]
    public void What_follows_a_footnote_stays_text(string text, string expected) =>
        Assert.StartsWith(expected, Read(Para("", Run("乙") + "<w:r><w:footnoteReference w:id=\"5\"/></w:r>" + Run(text)), Footnote(5, "注。")).Markdown);

    [Fact]
    public void A_picture_is_returned_with_its_description()
    {
        var file = Of("", main =>
        {
            var image = main.AddImagePart(ImagePartType.Png);
            image.FeedData(new MemoryStream([0x89, 0x50, 0x4E, 0x47, 1]));
            main.Document = new Document(Of2(P("见下图。") + $"<w:p>{Picture(main.GetIdOfPart(image), "城东公园平面图")}</w:p>"));
        });

        var read = Livelihood.Formats.Word.WordDocumentReader.Read(file);

        var picture = Assert.Single(read.Pictures);
        Assert.Equal(("图1.png", "城东公园平面图"), (picture.Name, picture.Description));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 1], picture.Content);
        Assert.Contains($"![城东公园平面图]({picture.Address})", read.Markdown);
    }

    private static string Picture(string id, string description) =>
        "<w:r xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:drawing><wp:inline>"
        + $"<wp:extent cx=\"100\" cy=\"100\"/><wp:docPr id=\"1\" name=\"图片 1\" descr=\"{description}\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:blipFill><a:blip r:embed=\"{id}\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";

    [Fact]
    public void Links_and_looks_survive()
    {
        var id = "";
        var file = Of("", main =>
        {
            id = main.AddHyperlinkRelationship(new Uri("https://example.org/a b"), true).Id;
            main.Document = new Document(Of2($"<w:p>{Run("请看")}<w:hyperlink r:id=\"{id}\">{Run("通知")}</w:hyperlink>{Run("，面积为10m")}{Run("2", "<w:vertAlign w:val=\"superscript\"/>")}{Run("，")}{Run("务必", "<w:b/>")}{Run("注意。", "<w:b/>")}{Run("CO")}{Run("2", "<w:vertAlign w:val=\"subscript\"/>")}</w:p>"));
        });

        Assert.Equal("请看[通知](https://example.org/a%20b)，面积为10m^2^，**务必注意。**CO~2~\n", Livelihood.Formats.Word.WordDocumentReader.Read(file).Markdown);
    }

    private static string Of2(string body) =>
        $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>{body}</w:body></w:document>";

    [Fact]
    public void Tracked_changes_are_settled()
    {
        var read = Read($"<w:p>{Run("今年")}<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>五月</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"x\">{Run("六月")}</w:ins>{Run("开工。")}</w:p>");

        Assert.Equal("今年六月开工。\n", read.Markdown);
        Assert.Contains(read.Doubts, d => d.Contains("修订痕迹"));
    }

    [Fact]
    public void Comments_and_headers_are_dropped_and_that_is_said()
    {
        var read = Read($"<w:p><w:commentRangeStart w:id=\"0\"/>{Run("正文。")}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>",
            main => main.AddNewPart<HeaderPart>().Header = new Header(new Paragraph(new Run(new Text("内部资料")))));

        Assert.Equal("正文。\n", read.Markdown);
        Assert.Contains(read.Doubts, d => d.Contains("批注"));
        Assert.Contains(read.Doubts, d => d.Contains("页眉"));
    }

    [Fact]
    public void The_text_of_a_text_box_stays()
    {
        const string Box = "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"1\"/><wp:docPr id=\"1\" name=\"x\"/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>";

        var read = Read($"<w:p>{Run("正文。")}<w:r>{Box}</w:r></w:p>");

        Assert.Equal("正文。\n\n框里的话。\n", read.Markdown);
        Assert.Contains(read.Doubts, d => d.Contains("文本框"));
    }

    [Fact]
    public void Hidden_text_does_not_leak()
    {
        var read = Read(Para("", Run("公开。") + Run("内部电话", "<w:vanish/>")));

        Assert.Equal("公开。\n", read.Markdown);
        Assert.Contains(read.Doubts, d => d.Contains("隐藏"));
    }

    [Fact]
    public void Breaks_and_tabs() =>
        Assert.Equal("甲\\\n乙 丙\n", Read($"<w:p>{Run("甲")}<w:r><w:br/></w:r>{Run("乙")}<w:r><w:tab/></w:r>{Run("丙")}<w:r><w:br/></w:r></w:p>").Markdown);

    [Theory]
    [InlineData("# 不是标题")]
    [InlineData("- 不是列表")]
    [InlineData("1. 不是列表")]
    [InlineData("> 不是引文 <b>x</b>")]
    [InlineData("3*5*7 a_b_c ~x~ [x](y) ![z](w) | & &lt;")]
    [InlineData("+---+")]
    [InlineData("3~5天，7~9天")]
    public void What_looks_like_Markdown_stays_text(string text) =>
        Assert.Equal(text, System.Net.WebUtility.HtmlDecode(MarkdownRenderer.ToHtml(Read(P(text)).Markdown).Trim().Replace("<p>", "").Replace("</p>", "")));

    private static string[] MarkdownLines(string markdown) =>
        [.. markdown.Replace("\\", "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimStart('#', ' '))];
}
