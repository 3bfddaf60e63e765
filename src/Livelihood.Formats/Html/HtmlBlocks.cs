using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Livelihood.Formats.Markdown;
using Livelihood.Formats.Plain;

namespace Livelihood.Formats.Html;

/// <summary>Reads HTML into the blocks of a draft.</summary>
internal sealed partial class HtmlBlocks(HtmlReading reading)
{
    private readonly List<DraftBlock> _blocks = [];
    private List<DraftInline> _line = [];
    private string _mark = "";

    public List<DraftBlock> Read(IElement body)
    {
        Walk(body, SpanStyle.None, null, 0);
        Close(null, 0);
        return _blocks;
    }

    private void Walk(INode parent, SpanStyle look, string? link, int listDepth)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                if (text.Data.Length > 0)
                {
                    _line.Add(new DraftText(WrappedLine().Replace(text.Data, ""), look, link));
                }
            }
            else if (node is IElement element)
            {
                Read(element, look, link, listDepth);
            }
        }
    }

    private void Read(IElement element, SpanStyle look, string? link, int listDepth)
    {
        if (element.LocalName is "script" or "style" or "head" or "title" or "template" or "noscript" or "xml" or "del" or "svg" || OfficeMarks.IsHidden(element))
        {
            return;
        }

        if (OfficeMarks.IsNoteText(element))
        {
            ReadNote(element);
        }
        else if (OfficeMarks.IsListMark(element))
        {
            _mark = element.TextContent.Trim();
        }
        else if (OfficeMarks.NoteOf(element) is { } note)
        {
            // Within the note itself the mark leads back and is no text.
            if (reading.Refer(note) is { } label)
            {
                _line.Add(new DraftNote(label));
            }
        }
        else
        {
            ReadPlain(element, look, link, listDepth);
        }
    }

    private void ReadPlain(IElement element, SpanStyle look, string? link, int listDepth)
    {
        switch (element.LocalName)
        {
            case "br":
                _line.Add(new DraftBreak());
                break;
            case "img" or "picture" or "video" or "canvas" or "object" or "v:shape" or "v:imagedata":
                reading.Notice("图片没有粘贴进来，请另行上传。");
                break;
            case "table":
                Close(null, listDepth);
                if (HtmlTable.Read(element, reading) is { } table)
                {
                    _blocks.Add(table);
                }

                break;
            case "ul" or "ol":
                ReadList(element, look, link, listDepth);
                break;
            case "p" or "div" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "section" or "article" or "header" or "footer" or "main" or "aside"
                or "blockquote" or "pre" or "dl" or "dt" or "dd" or "figure" or "figcaption" or "address" or "form" or "fieldset" or "li" or "center" or "hr" or "nav" or "caption":
                Close(null, listDepth);
                Walk(element, OfficeMarks.LookOf(element, look), link, listDepth);
                Close(element, listDepth);
                break;
            case "a":
                Walk(element, OfficeMarks.LookOf(element, look), AddressOf(element) ?? link, listDepth);
                break;
            default:
                Walk(element, OfficeMarks.LookOf(element, look), link, listDepth);
                break;
        }
    }

    private void ReadList(IElement list, SpanStyle look, string? link, int depth)
    {
        Close(null, depth);
        var number = list.LocalName == "ol" ? int.TryParse(list.GetAttribute("start"), out var start) ? start : 1 : (int?)null;
        foreach (var child in list.Children)
        {
            if (child.LocalName is "ul" or "ol")
            {
                ReadList(child, look, link, depth + 1);
                continue;
            }

            var before = _blocks.Count;
            Walk(child, look, link, depth + 1);
            Close(null, depth);
            if (_blocks.Count > before && _blocks[before] is DraftParagraph item)
            {
                _blocks[before] = new DraftItem(depth, number, item.Text);
                number++;
            }
        }
    }

    private void ReadNote(IElement element)
    {
        if (reading.LabelOf(element.Id) is { } label)
        {
            reading.NoteTexts.Add(new DraftNoteText(label, new HtmlBlocks(reading).Read(element)));
        }
    }

    /// <summary>Ends the line that is being read; the element says what it was.</summary>
    private void Close(IElement? element, int listDepth)
    {
        var (line, mark) = (_line, _mark);
        (_line, _mark) = ([], "");
        if (line.All(i => i is DraftBreak || i is DraftText t && t.Text.All(Blank.Is)))
        {
            return;
        }

        var level = element is null ? null : OfficeMarks.ListLevelOf(element);
        if (level is { } depth && Bullet().IsMatch(mark))
        {
            _blocks.Add(new DraftItem(depth, null, line));
            return;
        }

        if (level is { } ordered && PlainNumber().Match(mark) is { Success: true } number && OfficeMarks.OutlineOf(element!) is null)
        {
            _blocks.Add(new DraftItem(ordered, int.Parse(number.Groups[1].Value), line));
            return;
        }

        if (mark.Length > 0)
        {
            line.Insert(0, new DraftText(mark));
        }

        var text = string.Concat(line.OfType<DraftText>().Select(t => t.Text)).Trim();
        var look = OfficialNumbering.LevelOf(text);
        if (element is not null && OfficeMarks.OutlineOf(element) is { } outline)
        {
            _blocks.Add(new DraftHeading(look > 0 ? look : Math.Min(outline + 2, 6), [.. line.Select(Plain)]));
        }
        else if (listDepth == 0 && look is 2 or 3 && OfficialNumbering.CanBeHeading(text) && !line.Exists(i => i is DraftBreak))
        {
            _blocks.Add(new DraftHeading(look, [.. line.Select(Plain)]));
        }
        else
        {
            _blocks.Add(new DraftParagraph(line));
        }
    }

    private static DraftInline Plain(DraftInline inline) =>
        inline is DraftText text ? text with { Style = text.Style & ~(SpanStyle.Bold | SpanStyle.Italic) } : inline;

    private static string? AddressOf(IElement link) =>
        link.GetAttribute("href") is { } href && Lawful().IsMatch(href) ? href.Trim() : null;

    [GeneratedRegex(@"^\s*(?:https?://|mailto:)", RegexOptions.IgnoreCase)]
    private static partial Regex Lawful();

    // Word wraps its HTML within Chinese text, where a line's end is no space.
    [GeneratedRegex(@"(?<=[\u2e80-\uffef]) *\r?\n *(?=[\u2e80-\uffef])")]
    private static partial Regex WrappedLine();

    // Word's bullets are letters of its symbol fonts.
    [GeneratedRegex(@"^[·•●○◦▪■□◆◇➢Øüvlnouq§*\-–—\uf000-\uf0ff]$")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^([0-9]{1,4})\.$")]
    private static partial Regex PlainNumber();
}
