using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>A Word file as offices have them: a table, a text box, header and footer, changes that were tracked, comments, hidden text.</summary>
internal static class WordWithEverything
{
    /// <summary>What stands in the header.</summary>
    public const string Head = "页眉里的发文单位";

    /// <summary>What whoever opens the file reads.</summary>
    public static readonly string[] Seen = ["养护工期九十天", "桥梁两座", "框里的付款办法", "后来加上的保修条款", "脚注里的说明", "列表里的第一项"];

    /// <summary>What nobody sees who opens or prints it.</summary>
    public static readonly string[] Unseen = ["删去的底价七百万", "删去的一格", "删去的一行", "藏起来的银行账号", "批注里的领导意见", "关掉的图形里的话", "移走的旧条款"];

    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private const string Change = "w:id=\"7\" w:author=\"甲\" w:date=\"2026-01-05T09:00:00Z\"";

    /// <summary>Makes it; the firm and the phone number stand wherever something is seen, the number parted into runs.</summary>
    public static byte[] Make(string firm, string phone)
    {
        var body = $"""
            {P(Run($"甲方委托{firm}承担养护，{Seen[0]}。"))}
            {P(Run("联系电话") + Run(phone[..4]) + Run(phone[4..]) + Run("。") + $"<w:r><w:footnoteReference w:id=\"2\"/></w:r>")}
            {P($"<w:commentRangeStart w:id=\"1\"/>{Run("价款另行商定。")}<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>")}
            {P($"<w:del {Change}><w:r><w:delText>{Unseen[0]}</w:delText></w:r></w:del><w:ins {Change}>{Run(Seen[3] + "，由" + firm + "负责。")}</w:ins>")}
            {P($"<w:moveFrom {Change}>{Run(Unseen[6])}</w:moveFrom>{Run("条款次序已经调整。")}")}
            {P(Run("收款方式见附件。") + $"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{Unseen[3]}</w:t></w:r>")}
            <w:tbl><w:tblPr/><w:tblGrid/>
            <w:tr>{Cell(Seen[1])}{Cell(firm)}<w:tc><w:tcPr><w:cellDel {Change}/></w:tcPr>{P(Run(Unseen[1]))}</w:tc></w:tr>
            <w:tr>{Cell("道路三条")}{Cell("另一家")}</w:tr>
            <w:tr><w:trPr><w:del {Change}/></w:trPr>{Cell(Unseen[2])}{Cell("无")}</w:tr>
            </w:tbl>
            {P(Box(Seen[2] + "：付给" + firm, hidden: false))}
            {P(Box(Unseen[5], hidden: true))}
            {P(Run(Seen[5]))}
            <w:sectPr/>
            """;
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new Document($"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
            main.AddNewPart<HeaderPart>().Header = new Header($"<w:hdr {Namespaces}>{P(Run(Head))}</w:hdr>");
            main.AddNewPart<FooterPart>().Footer = new Footer($"<w:ftr {Namespaces}>{P(Run("页脚里的电话" + phone))}</w:ftr>");
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes($"<w:footnotes {Namespaces}><w:footnote w:id=\"2\">{P(Run(Seen[4] + "，" + firm))}</w:footnote></w:footnotes>");
            main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments($"<w:comments {Namespaces}><w:comment w:id=\"1\" w:author=\"甲\">{P(Run(Unseen[4]))}</w:comment></w:comments>");
            word.PackageProperties.Title = firm;
            word.PackageProperties.Creator = "经办" + phone;
        }

        return stream.ToArray();
    }

    private static string P(string content) => $"<w:p>{content}</w:p>";

    private static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Cell(string text) => $"<w:tc><w:tcPr/>{P(Run(text))}</w:tc>";

    private static string Box(string text, bool hidden) => $"""
        <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="900000" cy="300000"/><wp:docPr id="{(hidden ? 9 : 8)}" name="框"{(hidden ? " hidden=\"1\"" : "")}/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>{P(Run(text))}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="position:absolute{(hidden ? ";visibility:hidden" : "")}"><v:textbox><w:txbxContent>{P(Run(text))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
        """;
}
