using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Where the contents print the pages.</summary>
internal enum ContentsLayout
{
    /// <summary>Behind each title.</summary>
    PageLast,

    /// <summary>Before each title.</summary>
    PageFirst,

    /// <summary>Nowhere.</summary>
    NoPages,
}

/// <summary>
/// Reads the table of contents. Titles are broken over lines, end in leaders and a page, and the masthead's lines may stand
/// between them; what is no entry and no section is handed back as the masthead's.
/// </summary>
internal sealed class ContentsReader(ContentsLayout layout)
{
    private const int LongestTitleInLines = 6;
    private const int ShortestTitle = 6;

    private readonly List<(string Name, int Line, List<ContentsEntry> Entries)> _sections = [];
    private readonly List<SourceLine> _pending = [];
    private readonly List<SourceLine> _masthead = [];
    private bool _takesClosePages;
    private bool _inMasthead;
    private string? _page;
    private string? _firstKey;

    public IReadOnlyList<PrintedSection> Sections =>
        [.. _sections.Where(s => s.Entries.Count > 0 || s.Line > 0).Select(s => new PrintedSection(s.Name, s.Line, s.Entries))];

    /// <summary>Lines that are neither entry nor section, in order.</summary>
    public IReadOnlyList<SourceLine> Masthead => [.. _masthead.OrderBy(l => l.Index)];

    /// <summary>Index of the last line of the last entry; -1 without entries.</summary>
    public int LastEntryLine { get; private set; } = -1;

    /// <summary>Where contents without pages end because their first title stands again: index of that line; -1 otherwise.</summary>
    public int RepeatedAt { get; private set; } = -1;

    /// <summary>Whether a line announces the contents: 目录, 目 次, CONTENTS, also behind the gazette's title.</summary>
    public static bool IsMark(SourceLine line) => line.Squeezed.Length is > 1 and <= 40 && ContentsLines.IsMark(line.Squeezed);

    /// <summary>Whether a line ends in leaders and a page, as entries do.</summary>
    public static bool EndsInPage(SourceLine line) => ContentsLines.EndsInPage(line);

    /// <summary>Whether a line names a section.</summary>
    public static bool IsSection(SourceLine line) => ContentsLines.TrySection(line.Squeezed, out _);

    public static ContentsReader Read(IEnumerable<SourceLine> lines, ContentsLayout layout = ContentsLayout.PageLast)
    {
        var unfolded = ContentsColumns.Unfold([.. lines]);
        var reader = new ContentsReader(layout) { _takesClosePages = !unfolded.Any(l => ContentsLines.EndsInPage(l, out var isClose) && !isClose) };
        foreach (var line in unfolded)
        {
            if (line.IsBlank)
            {
                reader.TakeBlank();
            }
            else if (reader.RepeatedAt < 0)
            {
                reader.Take(line);
            }
        }

        reader.Finish();
        return reader;
    }

    private void Take(SourceLine line)
    {
        if (IsMark(line))
        {
            Finish();
            _masthead.Add(line);
            _inMasthead = false;
        }
        else if (ContentsLines.TrySection(line.Squeezed, out var name))
        {
            Finish();
            _sections.Add((name, line.Number, []));
            _inMasthead = false;
        }
        else if (!ContentsLines.HasHan(line.Squeezed) && !ContentsLines.IsPageAlone(line, out _))
        {
            // English contents say the same again.
            _masthead.Add(line);
        }
        else if (MastheadLines.TryLabel(line, out _, out _) || (MastheadLines.Begins(line.Squeezed) && !ContentsLines.IsPageAlone(line, out _)))
        {
            _masthead.Add(line);
            _inMasthead = true;
        }
        else if (layout == ContentsLayout.PageFirst && ContentsLines.BeginsWithPage(line, out var first, out var rest))
        {
            Finish();
            (_page, _inMasthead) = (first, false);
            _pending.Add(SourceText.Line(line.Index, rest));
        }
        else if (layout == ContentsLayout.PageLast && _pending.Count > 0 && ContentsLines.IsPageAlone(line, out var alone))
        {
            _pending.Add(line);
            AddEntry("", alone);
        }
        else if (layout == ContentsLayout.PageLast && ContentsLines.TryEnd(line, _takesClosePages, out var title, out var page))
        {
            _pending.Add(line);
            AddEntry(title, page);
        }
        else if (_inMasthead && !line.HasBullet && !line.Squeezed.Contains("关于", StringComparison.Ordinal))
        {
            _masthead.Add(line);
        }
        else
        {
            TakePart(line);
        }
    }

    private void TakePart(SourceLine line)
    {
        _inMasthead = false;
        if (layout == ContentsLayout.NoPages && (Titles.IsRedHead(line.Squeezed) || (line.IsShort && line.Squeezed.EndsWith('令')) || Titles.IsNumber(line, out _)))
        {
            // A document begins; what is pending is its title, not the contents'.
            RepeatedAt = _pending.Count > 0 ? _pending[0].Index : line.Index;
            _pending.Clear();
            return;
        }

        _pending.Add(line);
        if (line.Text[^1] is '。' or '；' or '：')
        {
            // No title ends so.
            _masthead.AddRange(_pending);
            _pending.Clear();
        }
        else if (layout == ContentsLayout.NoPages && Titles.NamesAKind(line.Squeezed))
        {
            Finish();
        }
        else if (layout != ContentsLayout.PageFirst && _pending.Count >= LongestTitleInLines)
        {
            _masthead.Add(_pending[0]);
            _pending.RemoveAt(0);
        }
    }

    private void TakeBlank()
    {
        if (layout == ContentsLayout.PageFirst && _page is not null && _pending.Count > 0 && Titles.NamesAKind(_pending[^1].Squeezed))
        {
            Finish();
        }
        else if (layout == ContentsLayout.NoPages && _pending.Sum(p => p.Squeezed.Length) >= ShortestTitle && !Titles.IsAgency(_pending[^1].Squeezed))
        {
            Finish();
        }
    }

    /// <summary>Closes what is pending: an entry where the layout needs no page behind it, the masthead's lines otherwise.</summary>
    private void Finish()
    {
        var isTitle = _pending.Count > 0 && layout switch
        {
            ContentsLayout.PageFirst => _page is not null,
            ContentsLayout.NoPages => _pending.Sum(p => p.Squeezed.Length) >= ShortestTitle && RepeatedAt < 0,
            _ => false,
        };
        if (!isTitle)
        {
            _masthead.AddRange(_pending);
            _pending.Clear();
        }
        else if (layout == ContentsLayout.NoPages && IsRepeated())
        {
            RepeatedAt = _pending[0].Index;
            _pending.Clear();
        }
        else
        {
            AddEntry(_pending[^1].Text, _page);
        }

        _page = null;
    }

    /// <summary>The first title of the contents, standing again: the first document begins.</summary>
    private bool IsRepeated()
    {
        var key = Titles.Key(string.Concat(_pending.Select(p => p.Folded)));
        if (_firstKey is null)
        {
            _firstKey = key;
            return false;
        }

        return Titles.AreClose(key, _firstKey, 9) || Titles.Core(key) == Titles.Core(_firstKey);
    }

    private void AddEntry(string lastPart, string? page)
    {
        var parts = _pending.Take(_pending.Count - 1).ToList();
        if (parts.Count > 0 && layout == ContentsLayout.PageLast
            && ContentsLines.IsUnmarkedSection(parts[0].Squeezed, string.Concat(parts.Skip(1).Select(p => p.Squeezed)) + Folding.Squeeze(lastPart)))
        {
            _sections.Add((parts[0].Squeezed.Trim(':'), parts[0].Number, []));
            parts.RemoveAt(0);
        }

        var first = parts.Count > 0 ? parts[0] : _pending[^1];
        var printed = ContentsLines.WithoutSpeaker(string.Join(' ', parts.Select(p => p.Text).Append(ContentsLines.WithoutLeaders(lastPart))));
        var title = ContentsLines.WithoutOrdinal(SourceText.Clean(ContentsLines.TakeNumber(printed, out var number)));
        if (_sections.Count == 0)
        {
            _sections.Add(("", 0, []));
        }

        _sections[^1].Entries.Add(new(title, page is null ? null : int.Parse(page), number, first.Span.Through(_pending[^1].Span)));
        LastEntryLine = Math.Max(LastEntryLine, _pending[^1].Index);
        _pending.Clear();
        _inMasthead = false;
    }
}
