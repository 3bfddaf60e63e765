namespace Livelihood.Formats.Word.Writing;

/// <summary>
/// The styles, fonts and lists of an official document (GB/T 9704-2012, 5.2 and 7). Sizes are half-points, lengths are
/// twentieths of a point: 3号 is 16 pt, 2号 22 pt, 4号 14 pt; a line takes 28 pt, a page 22 lines. 28 characters fill 156 mm
/// when each stands a fifth of a point closer; a grid of characters would do the same in Word, but other programs read it
/// differently.
/// </summary>
internal static class SheetStyles
{
    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /// <summary>Names of styles, by what they are for.</summary>
    public const string Mark = "Mark", Number = "Number", Title = "Title", Addressees = "Addressees", Body = "Normal", Signature = "Signature",
        AnnexMark = "AnnexMark", AnnexTitle = "AnnexTitle", Figure = "Figure", Quote = "Quote", Cell = "Cell", CellName = "CellName",
        Imprint = "Imprint", PageNumber = "PageNumber", NoteText = "FootnoteText", NoteMark = "FootnoteReference", Link = "Hyperlink", Item = "ListParagraph";

    public static readonly string Styles = $"""
        <w:styles {Namespace}>
          <w:docDefaults>
            <w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"/><w:spacing w:val="-4"/><w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
            <w:pPrDefault><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:pPrDefault>
          </w:docDefaults>
          <w:style w:type="paragraph" w:default="1" w:styleId="{Body}"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:ind w:firstLine="640" w:firstLineChars="200"/><w:jc w:val="both"/></w:pPr></w:style>
          {Paragraph(Title, "Title", "<w:keepNext/><w:spacing w:before=\"560\" w:after=\"560\" w:line=\"700\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/>", Font("方正小标宋简体", 44))}
          {Heading(1, Font("黑体", 32))}
          {Heading(2, Font("楷体_GB2312", 32))}
          {Heading(3, "<w:b/>")}
          {Heading(4, "")}
          {Heading(5, "")}
          {Paragraph(Mark, "发文机关标志", "<w:keepNext/><w:spacing w:line=\"1000\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/>", Font("方正小标宋简体", 72, "FF0000"))}
          {Paragraph(Number, "发文字号", "<w:keepNext/><w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"11\" w:color=\"FF0000\"/></w:pBdr><w:tabs><w:tab w:val=\"right\" w:pos=\"8840\"/></w:tabs><w:spacing w:before=\"560\" w:after=\"560\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/>", "")}
          {Paragraph(Addressees, "主送机关", "<w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/>", "")}
          {Paragraph(Signature, "署名和日期", "<w:keepNext/><w:ind w:right=\"1280\" w:rightChars=\"400\" w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"right\"/>", "")}
          {Paragraph(AnnexMark, "附件序号", "<w:keepNext/><w:pageBreakBefore/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:outlineLvl w:val=\"0\"/>", Font("黑体", 32))}
          {Paragraph(AnnexTitle, "附件标题", "<w:keepNext/><w:spacing w:before=\"560\" w:after=\"560\" w:line=\"700\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/>", Font("方正小标宋简体", 44))}
          {Paragraph(Figure, "图", "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/>", "")}
          {Paragraph(Quote, "Quote", "<w:ind w:left=\"640\" w:leftChars=\"200\"/>", Font("楷体_GB2312", 32))}
          {Paragraph(Item, "List Paragraph", "<w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/>", "")}
          {Paragraph(Cell, "表文", "<w:spacing w:line=\"360\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"left\"/>", Font("宋体", 24))}
          {Paragraph(CellName, "表头", "<w:keepNext/><w:spacing w:line=\"360\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/>", Font("黑体", 24))}
          {Paragraph(Imprint, "版记", "<w:keepLines/><w:tabs><w:tab w:val=\"right\" w:pos=\"8560\"/></w:tabs><w:spacing w:line=\"440\" w:lineRule=\"exact\"/><w:ind w:left=\"280\" w:leftChars=\"100\" w:right=\"280\" w:rightChars=\"100\" w:firstLine=\"0\" w:firstLineChars=\"0\"/>", "<w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>")}
          {Paragraph(PageNumber, "页码", "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:left=\"280\" w:leftChars=\"100\" w:right=\"280\" w:rightChars=\"100\" w:firstLine=\"0\" w:firstLineChars=\"0\"/>", "<w:rFonts w:ascii=\"宋体\" w:hAnsi=\"宋体\" w:eastAsia=\"宋体\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>")}
          {Paragraph(NoteText, "footnote text", "<w:spacing w:line=\"320\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/>", Font("宋体", 21))}
          <w:style w:type="character" w:styleId="{NoteMark}"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
          <w:style w:type="character" w:styleId="{Link}"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4F9E"/><w:u w:val="single"/></w:rPr></w:style>
        </w:styles>
        """;

    /// <summary>What stands in for fonts that a machine lacks.</summary>
    public static readonly string Fonts = $"""
        <w:fonts {Namespace}>
          <w:font w:name="方正小标宋简体"><w:altName w:val="小标宋;宋体;Noto Serif CJK SC"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>
          <w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋;FangSong;Noto Serif CJK SC"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
          <w:font w:name="楷体_GB2312"><w:altName w:val="楷体;KaiTi;Noto Serif CJK SC"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
          <w:font w:name="黑体"><w:altName w:val="SimHei;Noto Sans CJK SC"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
          <w:font w:name="宋体"><w:altName w:val="SimSun;Noto Serif CJK SC"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>
        </w:fonts>
        """;

    public static readonly string Settings = $"""
        <w:settings {Namespace}>
          <w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>
          <w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
          <w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
          <w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>
        </w:settings>
        """;

    private static string Heading(int level, string run) => Paragraph(
        $"Heading{level}", $"heading {level}", $"<w:keepNext/><w:outlineLvl w:val=\"{level - 1}\"/>", run);

    private static string Paragraph(string id, string name, string paragraph, string run) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{Body}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>";

    private static string Font(string name, int size, string? colour = null) =>
        $"<w:rFonts w:eastAsia=\"{name}\"/>{(colour is null ? "" : $"<w:color w:val=\"{colour}\"/>")}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>";
}
