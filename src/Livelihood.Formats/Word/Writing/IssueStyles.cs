using DocumentFormat.OpenXml.Wordprocessing;

namespace Livelihood.Formats.Word.Writing;

/// <summary>The styles that only an issue has: cover, contents, section and title, running head.</summary>
internal static class IssueStyles
{
    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Flush = "<w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/>";
    private const string Centred = Flush + "<w:jc w:val=\"center\"/>";

    /// <summary>Ids of styles, by what they are for.</summary>
    public const string CoverTitle = "CoverTitle", CoverYear = "CoverYear", CoverNumber = "CoverNumber", CoverText = "CoverText",
        FrontTitle = "FrontTitle", Imprint = "IssueImprint", ContentsSection = "TOC1", ContentsEntry = "TOC2", Section = "IssueSection",
        Title = "IssueTitle", Number = "IssueNumber", Older = "IssueOlder", Head = "Header";

    /// <summary>The names by which the field that makes the contents knows sections and titles.</summary>
    public const string SectionName = "公报栏目", TitleName = "公报文件标题";

    private static readonly string[] Definitions =
    [
        Style(CoverTitle, "封面刊名", $"<w:spacing w:before=\"1200\" w:after=\"1500\" w:line=\"1000\" w:lineRule=\"atLeast\"/>{Centred}", Font("方正小标宋简体", 72, "A3201A")),
        Style(CoverYear, "封面年份", $"<w:spacing w:line=\"1400\" w:lineRule=\"exact\"/>{Centred}", "<w:rFonts w:eastAsia=\"宋体\"/><w:b/><w:sz w:val=\"112\"/><w:szCs w:val=\"112\"/>"),
        Style(CoverNumber, "封面期号", $"<w:spacing w:before=\"240\" w:line=\"800\" w:lineRule=\"exact\"/>{Centred}", Font("黑体", 56)),
        Style(CoverText, "封面文字", $"<w:spacing w:line=\"640\" w:lineRule=\"exact\"/>{Centred}", Font("楷体_GB2312", 32)),
        Style(FrontTitle, "目录标题", $"<w:keepNext/><w:spacing w:before=\"240\" w:after=\"360\" w:line=\"700\" w:lineRule=\"exact\"/>{Centred}", Font("方正小标宋简体", 44)),
        Style(Imprint, "刊期", $"<w:tabs><w:tab w:val=\"left\" w:pos=\"2240\"/></w:tabs><w:spacing w:line=\"520\" w:lineRule=\"exact\"/><w:ind w:left=\"2240\" w:hanging=\"2240\" w:firstLineChars=\"0\"/><w:jc w:val=\"left\"/>", Font("宋体", 28)),
        Style(ContentsSection, "toc 1", $"<w:keepNext/><w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8840\"/></w:tabs><w:spacing w:before=\"240\" w:line=\"520\" w:lineRule=\"exact\"/>{Flush}", Font("黑体", 30)),
        Style(ContentsEntry, "toc 2", $"<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8840\"/></w:tabs><w:spacing w:line=\"480\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"left\"/>", Font("宋体", 28)),
        Style(Section, SectionName, $"<w:keepNext/>{Flush}<w:outlineLvl w:val=\"0\"/>", Font("黑体", 30, "A3201A")),
        Style(Title, TitleName, $"<w:keepNext/><w:spacing w:before=\"560\" w:after=\"280\" w:line=\"700\" w:lineRule=\"exact\"/>{Centred}<w:outlineLvl w:val=\"1\"/>", Font("方正小标宋简体", 44)),
        Style(Number, "公报发文字号", $"<w:keepNext/><w:spacing w:after=\"280\"/>{Centred}", ""),
        Style(Older, "纸质版页码", $"<w:keepNext/>{Centred}", Font("楷体_GB2312", 21)),
        Style(Head, "header", $"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"000000\"/></w:pBdr><w:tabs><w:tab w:val=\"right\" w:pos=\"8840\"/></w:tabs><w:spacing w:line=\"300\" w:lineRule=\"exact\"/>{Flush}<w:jc w:val=\"left\"/>", Font("宋体", 21)),
    ];

    /// <summary>Adds them to the file's styles.</summary>
    public static void AddTo(Styles styles) => styles.Append(Definitions.Select(d => new Style(d)));

    private static string Style(string id, string name, string paragraph, string run) =>
        $"<w:style {Namespace} w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{SheetStyles.Body}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>";

    private static string Font(string name, int size, string? colour = null) =>
        $"<w:rFonts w:eastAsia=\"{name}\"/>{(colour is null ? "" : $"<w:color w:val=\"{colour}\"/>")}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>";
}
