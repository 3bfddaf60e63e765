using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>
/// Reads the table of contents. Titles are broken over lines, end in leaders and a page, and the masthead's lines may stand
/// between them; what is no entry and no section is handed back as the masthead's.
/// </summary>
internal sealed partial class ContentsReader
{
    private const int LongestTitleInLines = 6;

    private readonly List<(string Name, int Line, List<ContentsEntry> Entries)> _sections = [];
    private readonly List<SourceLine> _pending = [];
    private readonly List<SourceLine> _masthead = [];
    private bool _inMasthead;

    public IReadOnlyList<PrintedSection> Sections =>
        [.. _sections.Where(s => s.Entries.Count > 0 || s.Line > 0).Select(s => new PrintedSection(s.Name, s.Line, s.Entries))];

    /// <summary>Lines that are neither entry nor section, in order.</summary>
    public IReadOnlyList<SourceLine> Masthead => [.. _masthead.OrderBy(l => l.Index)];

    /// <summary>Index of the last line of the last entry; -1 without entries.</summary>
    public int LastEntryLine { get; private set; } = -1;

    /// <summary>Whether a line announces the contents: 目录, 目 次, CONTENTS, also behind the gazette's title.</summary>
    public static bool IsMark(SourceLine line) => line.Squeezed.Length is > 1 and <= 40 && Mark().IsMatch(line.Squeezed);

    /// <summary>Whether a line ends in leaders and a page, as entries do.</summary>
    public static bool EndsInPage(SourceLine line) => line.Folded.Length <= 160 && EntryEnd().IsMatch(line.Folded) && !IsTelephone(line);

    public static ContentsReader Read(IEnumerable<SourceLine> lines)
    {
        var reader = new ContentsReader();
        foreach (var line in lines.Where(l => !l.IsBlank))
        {
            reader.Take(line);
        }

        reader.GiveUpPending();
        return reader;
    }

    private void Take(SourceLine line)
    {
        if (IsMark(line))
        {
            GiveUpPending();
            _masthead.Add(line);
            _inMasthead = false;
        }
        else if (TrySection(line.Squeezed, out var name))
        {
            GiveUpPending();
            _sections.Add((name, line.Number, []));
            _inMasthead = false;
        }
        else if (MastheadLines.TryLabel(line, out _, out _) || (MastheadLines.Begins(line.Squeezed) && !PageAlone().IsMatch(line.Folded)))
        {
            _masthead.Add(line);
            _inMasthead = true;
        }
        else if (_pending.Count > 0 && PageAlone().Match(line.Folded) is { Success: true } alone)
        {
            _pending.Add(line);
            AddEntry("", alone.Groups["page"].Value);
        }
        else if (EndsInPage(line))
        {
            var end = EntryEnd().Match(line.Folded);
            _pending.Add(line);
            AddEntry(line.Text[..end.Groups["title"].Length], end.Groups["page"].Value);
        }
        else if (_inMasthead && !line.HasBullet && !line.Squeezed.Contains("关于", StringComparison.Ordinal))
        {
            _masthead.Add(line);
        }
        else
        {
            _inMasthead = false;
            _pending.Add(line);
            if (_pending.Count >= LongestTitleInLines)
            {
                _masthead.Add(_pending[0]);
                _pending.RemoveAt(0);
            }
        }
    }

    private void AddEntry(string lastPart, string page)
    {
        var parts = _pending.Take(_pending.Count - 1).ToList();
        if (parts.Count > 0 && IsUnmarkedSection(parts[0].Squeezed, string.Concat(parts.Skip(1).Select(p => p.Squeezed)) + Folding.Squeeze(lastPart)))
        {
            _sections.Add((parts[0].Squeezed.Trim(':'), parts[0].Number, []));
            parts.RemoveAt(0);
        }

        var first = parts.Count > 0 ? parts[0] : _pending[^1];
        DocumentNumber? number = null;
        string[] pieces = [.. parts.Select(p => p.Text), lastPart.TrimEnd('.', '…', '·', '・', '—', '-', '_', ' ', '\u3000')];
        var title = Ordinal().Replace(SourceText.Clean(string.Concat(pieces.Select(p => TakeNumber(p, ref number)))), "");
        if (_sections.Count == 0)
        {
            _sections.Add(("", 0, []));
        }

        _sections[^1].Entries.Add(new(title, int.Parse(page), number, first.Span.Through(_pending[^1].Span)));
        LastEntryLine = _pending[^1].Index;
        _pending.Clear();
        _inMasthead = false;
    }

    private void GiveUpPending()
    {
        _masthead.AddRange(_pending);
        _pending.Clear();
    }

    /// <summary>Contents often print the document number behind the title: in brackets, behind a space, or on a line of its own.</summary>
    private static string TakeNumber(string piece, ref DocumentNumber? number)
    {
        ReadOnlySpan<int> cuts = [0, piece.LastIndexOfAny(['（', '(']), piece.TrimEnd().LastIndexOfAny([' ', '\u3000', '\t'])];
        foreach (var cut in cuts)
        {
            if (cut >= 0 && piece.Length - cut <= 40 && piece.AsSpan(cut).IndexOf('号') > 0 && DocumentNumber.TryParse(piece[cut..], out var found))
            {
                number = found;
                return piece[..cut];
            }
        }

        // （2014年第1号）: an announcement's number, whose series the text names.
        return cuts[1] >= 0 && DocumentNumber.TryParseQuery(piece[cuts[1]..], out var part) && part is { AgencyCode: null, Year: not null } ? piece[..cuts[1]] : piece;
    }

    private static bool TrySection(string squeezed, out string name)
    {
        name = "";
        if (squeezed.Length is < 2 or > 24 || squeezed.Contains("关于", StringComparison.Ordinal) || squeezed.EndsWith("公报", StringComparison.Ordinal))
        {
            return false;
        }

        var match = Section().Match(squeezed);
        name = match.Success ? match.Groups["name"].Value : PlainSection().IsMatch(squeezed) ? squeezed : "";
        return name.Length > 0;
    }

    /// <summary>A short line above a title that is whole without it.</summary>
    private static bool IsUnmarkedSection(string squeezed, string rest) =>
        squeezed.Length is >= 2 and <= 10 && !AgencyEnd().IsMatch(squeezed) && !squeezed.Contains("关于", StringComparison.Ordinal)
        && rest.IndexOf("关于", StringComparison.Ordinal) > 1;

    private static bool IsTelephone(SourceLine line) => MastheadLines.TryLabel(line, out _, out _);

    [GeneratedRegex(@"^(?:.{0,20}公报》?(?:.{0,20}[号期])?|.{0,20}第.{1,4}[号期].{0,16}|本期)?(?:目录|目次|总目|要目)$|^(?i:contents)$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?<title>.*[\u4e00-\u9fff》)”""].*?)(?:[\s.…·・。_\-—–]{1,120}|(?<=[\u4e00-\u9fff》”])|(?=[(\[<]))[(\[<]?\s?(?<page>[0-9]{1,3})\s?[)\]>]?$")]
    private static partial Regex EntryEnd();

    [GeneratedRegex(@"^[0-9０-９]{1,3}[.．、](?![0-9０-９])")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^[\s.…·・。_\-—–(\[<]{0,120}(?<page>[0-9]{1,3})\s?[)\]>]?$")]
    private static partial Regex PageAlone();

    [GeneratedRegex(@"^(?:[【〖\[〔](?<name>[^】〗\]〕]{2,16})[】〗\]〕]|[◎★☆●■◆▲〇◇□※§▼▶►·•]{1,3}(?<name>[\u4e00-\u9fff·、]{2,16}?)[◎★☆●■◆▲〇◇□※§▼◀◄·•]{0,3}|[-—=*]{1,6}(?<name>[\u4e00-\u9fff·、]{2,16}?)[-—=*]{1,6})$")]
    private static partial Regex Section();

    [GeneratedRegex(@"^(?:[\u4e00-\u9fff·]{0,9}(?:文件|讲话|任免|任免事项|政策解读|大事记|规章|要闻|政府令|选登|选载|特载|专载|统计资料|统计数据|公文|机构编制|政务动态|工作动态))$")]
    private static partial Regex PlainSection();

    [GeneratedRegex(@"(?:政府|办公室|办公厅|委员会|局|厅|院|部|委|办)$")]
    private static partial Regex AgencyEnd();
}
