using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Livelihood.Formats.Word.Writing;

/// <summary>
/// The sections of an issue's file: cover without heads, imprint and contents with Roman numbers, and one for each document,
/// with its title on the head. Page numbers stand outside, odd ones to the right.
/// </summary>
internal sealed class IssueSections(MainDocumentPart main, string name)
{
    private readonly string _odd = Footer(main, JustificationValues.Right, "— ", " —");
    private readonly string _even = Footer(main, JustificationValues.Left, "— ", " —");
    private readonly string _front = Footer(main, JustificationValues.Center, "", "");

    /// <summary>The cover's.</summary>
    public static SectionProperties Cover() => Page([], new PageNumberType { Start = 0 }, isText: false);

    /// <summary>That of imprint and contents.</summary>
    public SectionProperties Front() => Page(
        [Foot(HeaderFooterValues.Default, _front), Foot(HeaderFooterValues.Even, _front)], new PageNumberType { Format = NumberFormatValues.UpperRoman, Start = 1 }, isText: false);

    /// <summary>A document's.</summary>
    /// <param name="title">What stands on the right of its head.</param>
    /// <param name="first">The number of its first page; null: it goes on.</param>
    public SectionProperties Document(string title, int? first)
    {
        var part = main.AddNewPart<HeaderPart>();
        part.Header = new Header(Sheet.Paragraph(IssueStyles.Head, Sheet.Text(name), new Run(new TabChar()), Sheet.Text(title)));
        var head = main.GetIdOfPart(part);
        return Page(
            [
                new HeaderReference { Type = HeaderFooterValues.Default, Id = head }, new HeaderReference { Type = HeaderFooterValues.Even, Id = head },
                Foot(HeaderFooterValues.Default, _odd), Foot(HeaderFooterValues.Even, _even),
            ],
            new PageNumberType { Format = NumberFormatValues.Decimal, Start = first }, isText: true, isRight: first is not null);
    }

    /// <summary>Ends a section: its properties belong to its last paragraph.</summary>
    public static void End(Body body, SectionProperties section)
    {
        var last = body.LastChild as Paragraph is { } paragraph && paragraph.ParagraphProperties?.FrameProperties is null ? paragraph : body.AppendChild(new Paragraph());
        (last.ParagraphProperties ??= new()).SectionProperties = section;
    }

    private static SectionProperties Page(IEnumerable<OpenXmlElement> references, PageNumberType numbers, bool isText, bool isRight = false)
    {
        var section = new SectionProperties(references);
        section.Append(
            // Numbers begin on a right-hand page.
            new SectionType { Val = isRight ? SectionMarkValues.OddPage : SectionMarkValues.NextPage },
            new PageSize { Width = 11_906U, Height = 16_838U },
            new PageMargin { Top = 2_098, Bottom = 1_985, Left = 1_588U, Right = 1_474U, Header = 1_304U, Footer = 1_304U, Gutter = 0U },
            numbers,
            isText ? new DocGrid { Type = DocGridValues.Lines, LinePitch = 579 } : new DocGrid { Type = DocGridValues.Default });
        return section;
    }

    private static FooterReference Foot(HeaderFooterValues type, string id) => new() { Type = type, Id = id };

    private static string Footer(MainDocumentPart main, JustificationValues side, string before, string after)
    {
        var part = main.AddNewPart<FooterPart>();
        var number = Sheet.Paragraph(SheetStyles.PageNumber, Sheet.Text(before), new SimpleField(Sheet.Text("1")) { Instruction = " PAGE " }, Sheet.Text(after));
        number.ParagraphProperties!.Justification = new() { Val = side };
        part.Footer = new Footer(number);
        return main.GetIdOfPart(part);
    }
}
