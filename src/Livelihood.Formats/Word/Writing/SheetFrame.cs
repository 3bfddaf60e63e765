using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Livelihood.Formats.Word.Writing;

/// <summary>What surrounds the text: head (版头), imprint (版记), page and page numbers.</summary>
internal static class SheetFrame
{
    /// <summary>The issuer's mark, the number, the red line, the title, the addressees.</summary>
    public static IEnumerable<OpenXmlElement> Head(OfficialDocumentLayout layout, bool textHasAddressees)
    {
        for (var i = 0; i < layout.Issuers.Count; i++)
        {
            var isLast = i == layout.Issuers.Count - 1;
            yield return Sheet.Paragraph(SheetStyles.Mark, Sheet.Text(layout.Issuers[i] + (isLast && layout.Number?.Contains('〔') == true ? "文件" : "")));
        }

        if (layout.Issuers.Count > 0 || layout.Number is not null)
        {
            var number = Sheet.Paragraph(SheetStyles.Number, Sheet.Text(layout.Number ?? ""));
            if (layout.Signatory is { } signatory)
            {
                number.ParagraphProperties!.Justification = new() { Val = JustificationValues.Left };
                number.Append(new Run(new TabChar()), Sheet.Text($"签发人：{signatory}"));
            }

            yield return number;
        }

        yield return Sheet.Paragraph(SheetStyles.Title, [.. TitleLines(layout.Title)]);
        if (layout.Addressees is { Length: > 0 } addressees && !textHasAddressees)
        {
            yield return Sheet.Paragraph(SheetStyles.Addressees, Sheet.Text(addressees.TrimEnd('：', ':') + "："));
        }
    }

    /// <summary>The text with what stands under it: before its annexes, or else at its end.</summary>
    public static IEnumerable<OpenXmlElement> WithFoot(IEnumerable<OpenXmlElement> text, OfficialDocumentLayout layout, bool textHasSignature)
    {
        var elements = text.ToList();
        var annexes = elements.FindIndex(e => e is Paragraph { ParagraphProperties.ParagraphStyleId.Val.Value: SheetStyles.AnnexMark });
        elements.InsertRange(annexes < 0 ? elements.Count : annexes, Foot(layout, textHasSignature));
        return elements;
    }

    /// <summary>The names of annexes, the signature with its date, the note.</summary>
    private static IEnumerable<OpenXmlElement> Foot(OfficialDocumentLayout layout, bool textHasSignature)
    {
        for (var i = 0; i < layout.Annexes.Count; i++)
        {
            yield return Sheet.Paragraph(SheetStyles.Body, Sheet.Text(
                (i == 0 ? "附件：" : "　　　") + (layout.Annexes.Count > 1 ? $"{i + 1}.{layout.Annexes[i]}" : layout.Annexes[i])));
        }

        if (!textHasSignature)
        {
            if (layout.LeavesRoomForSeal)
            {
                // A seal of 42 mm, its middle on signature and date, reaches about two lines above them.
                yield return Sheet.Paragraph(SheetStyles.Signature);
                yield return Sheet.Paragraph(SheetStyles.Signature);
            }

            if (layout.Signature is { Length: > 0 } signature)
            {
                yield return Sheet.Paragraph(SheetStyles.Signature, Sheet.Text(signature));
            }

            if (layout.FormedOn is { } date)
            {
                yield return Sheet.Paragraph(SheetStyles.Signature, Sheet.Text(DateText(date)));
            }
        }

        if (layout.Note is { Length: > 0 } note)
        {
            yield return Sheet.Paragraph(SheetStyles.Body, Sheet.Text($"（{note}）"));
        }
    }

    /// <summary>Who gets copies, who printed it and when: between lines, at the foot of the last page.</summary>
    public static IEnumerable<OpenXmlElement> Imprint(OfficialDocumentLayout layout)
    {
        var lines = new List<Run[]>();
        if (layout.CopiedTo is { Length: > 0 } copies)
        {
            lines.Add([Sheet.Text($"抄送：{copies.TrimEnd('。')}。")]);
        }

        if (layout.PrintedBy is not null || layout.PrintedOn is not null)
        {
            lines.Add([Sheet.Text(layout.PrintedBy ?? ""), new Run(new TabChar()), Sheet.Text(layout.PrintedOn is { } on ? $"{DateText(on)}印发" : "")]);
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var paragraph = Sheet.Paragraph(SheetStyles.Imprint, lines[i]);
            paragraph.ParagraphProperties!.FrameProperties = new()
            {
                Width = "8844", Wrap = TextWrappingValues.NotBeside, HorizontalPosition = HorizontalAnchorValues.Margin, XAlign = HorizontalAlignmentValues.Center,
                VerticalPosition = VerticalAnchorValues.Margin, YAlign = VerticalAlignmentValues.Bottom,
            };
            paragraph.ParagraphProperties.ParagraphBorders = new(
                new TopBorder { Val = BorderValues.Single, Size = i == 0 ? 8U : 6U, Space = 1, Color = "000000" },
                new BottomBorder { Val = BorderValues.Single, Size = i == lines.Count - 1 ? 8U : 6U, Space = 1, Color = "000000" });
            yield return paragraph;
        }
    }

    /// <summary>A4, a type area of 156 by 225 mm, 37 mm above and 28 mm to the left of it; page numbers outside, odd to the right.</summary>
    public static SectionProperties Page(MainDocumentPart main) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(Footer(main, JustificationValues.Right)) },
        new FooterReference { Type = HeaderFooterValues.Even, Id = main.GetIdOfPart(Footer(main, JustificationValues.Left)) },
        new PageSize { Width = 11_906U, Height = 16_838U },
        new PageMargin { Top = 2_098, Bottom = 1_985, Left = 1_588U, Right = 1_474U, Header = 851U, Footer = 1_304U, Gutter = 0U },
        new DocGrid { Type = DocGridValues.Lines, LinePitch = 579 });

    private static FooterPart Footer(MainDocumentPart main, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        var number = Sheet.Paragraph(SheetStyles.PageNumber, Sheet.Text("— "), new SimpleField(Sheet.Text("1")) { Instruction = " PAGE " }, Sheet.Text(" —"));
        number.ParagraphProperties!.Justification = new() { Val = side };
        part.Footer = new Footer(number);
        return part;
    }

    private static IEnumerable<OpenXmlElement> TitleLines(string title) =>
        title.Split('\n').SelectMany((line, i) => i == 0 ? new OpenXmlElement[] { Sheet.Text(line) } : [new Run(new Break()), Sheet.Text(line)]);

    internal static string DateText(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";
}
