using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats.Markdown;
using DocProperties = DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties;
using M = DocumentFormat.OpenXml.Math;
using TextPath = DocumentFormat.OpenXml.Vml.TextPath;

namespace Livelihood.Formats.Word.Reading;

/// <summary>Reads what stands in a paragraph: text and its look, links, notes, pictures; and the text boxes that hang on it.</summary>
internal sealed partial class WordLine(WordContext context, OpenXmlPart part, Paragraph paragraph)
{
    private readonly List<DraftInline> _inlines = [];
    private readonly List<TextBoxContent> _boxes = [];
    private readonly Stack<(StringBuilder Instruction, bool InResult)> _fields = [];
    private string? _link;

    /// <summary>The paragraph's pieces, without its automatic number.</summary>
    public static (IReadOnlyList<DraftInline> Inlines, IReadOnlyList<TextBoxContent> Boxes) Read(WordContext context, OpenXmlPart part, Paragraph paragraph)
    {
        var line = new WordLine(context, part, paragraph);
        line.Walk(paragraph);
        return (line._inlines, line._boxes);
    }

    private void Walk(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Run run:
                    ReadRun(run);
                    break;
                case DeletedRun or MoveFromRun:
                    context.Findings.Add(Findings.Revisions);
                    break;
                case InsertedRun or MoveToRun:
                    context.Findings.Add(Findings.Revisions);
                    Walk(child);
                    break;
                case Hyperlink link:
                    var outer = _link;
                    _link = AddressOf(link) ?? outer;
                    Walk(link);
                    _link = outer;
                    break;
                case M.OfficeMath or M.Paragraph:
                    context.Findings.Add(Findings.Formulas);
                    Add(string.Concat(child.Descendants<M.Text>().Select(t => t.Text)), SpanStyle.None);
                    break;
                case AlternateContent choice:
                    Walk(Chosen(choice));
                    break;
                case CommentRangeStart:
                    context.Findings.Add(Findings.Comments);
                    break;
                case SdtRun or SdtContentRun or SimpleField or CustomXmlRun or OpenXmlUnknownElement or BidirectionalOverride or BidirectionalEmbedding:
                    Walk(child);
                    break;
            }
        }
    }

    private string? AddressOf(Hyperlink link)
    {
        var id = link.Id?.Value;
        return id is null ? null : part.HyperlinkRelationships.FirstOrDefault(r => r.Id == id)?.Uri.OriginalString;
    }

    private void ReadRun(Run run)
    {
        if (context.Styles.IsOn<Vanish>(run, paragraph))
        {
            if (run.InnerText.Length > 0)
            {
                context.Findings.Add(Findings.Hidden);
            }

            return;
        }

        var style = StyleOf(run);
        foreach (var child in run.ChildElements)
        {
            ReadPiece(child, style);
        }
    }

    private void ReadPiece(OpenXmlElement piece, SpanStyle style)
    {
        switch (piece)
        {
            case Text text:
                Add(text.Text, style);
                break;
            case TabChar or PositionalTab:
                Add("\t", style);
                break;
            case NoBreakHyphen:
                Add("-", style);
                break;
            case Break { Type.InnerText: "page" }:
                Add(context.KeepsLayout ? "\f" : "", style);
                break;
            case Break { Type.InnerText: "column" }:
                break;
            case Break or CarriageReturn:
                _inlines.Add(new DraftBreak());
                break;
            case SymbolChar symbol:
                Add(Symbol(symbol), style);
                break;
            case FootnoteEndnoteReferenceType reference when context.Notes.LabelOf(reference) is { } label:
                _inlines.Add(new DraftNote(label));
                break;
            case CommentReference:
                context.Findings.Add(Findings.Comments);
                break;
            case FieldChar field:
                ReadField(field);
                break;
            case FieldCode code when _fields.TryPeek(out var open) && !open.InResult:
                open.Instruction.Append(code.Text);
                break;
            case Ruby ruby:
                ruby.RubyBase?.Elements<Run>().ToList().ForEach(ReadRun);
                break;
            case AlternateContent choice:
                foreach (var chosen in Chosen(choice).ChildElements)
                {
                    ReadPiece(chosen, style);
                }

                break;
            case Drawing or Picture when IsHidden(piece):
                context.Findings.Add(Findings.Hidden);
                break;
            case Drawing or Picture:
                _inlines.AddRange(context.Pictures.In(piece, part));
                if (context.KeepsLayout)
                {
                    _inlines.AddRange(piece.Descendants<TextPath>().Select(t => new DraftText(t.String?.Value ?? "")));
                }

                _boxes.AddRange(piece.Descendants<TextBoxContent>().Where(b => !b.Ancestors<TextBoxContent>().Any()));
                break;
            case EmbeddedObject:
                context.Findings.Add(Findings.Objects);
                break;
        }
    }

    /// <summary>Whether a drawing is switched off in the selection pane, in today's way or the old one.</summary>
    private static bool IsHidden(OpenXmlElement drawing) =>
        drawing.Descendants<DocProperties>().Any(properties => properties.Hidden?.Value == true)
        || drawing.ChildElements.Any(shape => shape.GetAttributes().Any(a => a.LocalName == "style" && a.Value?.Replace(" ", "", StringComparison.Ordinal).Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) == true));

    /// <summary>What Word of today shows; the old way where that holds no text of its own kind.</summary>
    private static OpenXmlElement Chosen(AlternateContent choice) =>
        (OpenXmlElement?)choice.GetFirstChild<AlternateContentChoice>() ?? (OpenXmlElement?)choice.GetFirstChild<AlternateContentFallback>() ?? choice;

    private SpanStyle StyleOf(Run run)
    {
        var style = SpanStyle.None;
        style |= context.Styles.IsOn<Bold>(run, paragraph) ? SpanStyle.Bold : SpanStyle.None;
        style |= context.Styles.IsOn<Italic>(run, paragraph) ? SpanStyle.Italic : SpanStyle.None;
        return run.RunProperties?.VerticalTextAlignment?.Val?.InnerText switch
        {
            "superscript" => style | SpanStyle.Superscript,
            "subscript" => style | SpanStyle.Subscript,
            _ => style,
        };
    }

    private void Add(string text, SpanStyle style)
    {
        if (text.Length > 0 && !_fields.Any(f => !f.InResult))
        {
            _inlines.Add(new DraftText(text, style, _link ?? FieldLink()));
        }
    }

    private void ReadField(FieldChar field)
    {
        switch (field.FieldCharType?.InnerText)
        {
            case "begin":
                _fields.Push((new(), false));
                break;
            case "separate" when _fields.TryPop(out var open):
                _fields.Push((open.Instruction, true));
                break;
            case "end":
                _fields.TryPop(out _);
                break;
        }
    }

    private string? FieldLink() => _fields.Select(f => LinkField().Match(f.Instruction.ToString())).FirstOrDefault(m => m.Success)?.Groups[1].Value;

    // Wingdings keeps its signs in a private place of its own.
    private string Symbol(SymbolChar symbol)
    {
        var code = int.TryParse(symbol.Char?.InnerText, System.Globalization.NumberStyles.HexNumber, null, out var c) ? c : 0;
        var known = (code & 0xFFF) switch { 0x052 or 0x0FE => "☑", 0x0A8 or 0x06F => "□", 0x0FC => "√", 0x0FB => "×", 0x06C => "●", 0x06E => "■", _ => null };
        if (known is null || code < 0xF000)
        {
            if (code is > 0x20 and < 0xD800)
            {
                return ((char)code).ToString();
            }

            context.Findings.Add(Findings.Symbols);
        }

        return known ?? "〓";
    }

    [GeneratedRegex("^\\s*HYPERLINK\\s+\"([^\"]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex LinkField();
}
