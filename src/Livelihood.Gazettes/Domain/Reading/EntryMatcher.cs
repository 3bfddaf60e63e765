using System.Text;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Recognises the titles of the contents where they stand in the text. Each entry is taken once.</summary>
internal sealed class EntryMatcher
{
    private const int MostLines = 6;

    /// <summary>How many entries ahead are compared; keeps time linear whatever the text.</summary>
    private const int Ahead = 12;

    private readonly (string Key, string Core)[] _entries;
    private readonly bool[] _taken;
    private int _next;

    public EntryMatcher(IReadOnlyList<ContentsEntry> entries)
    {
        _entries = [.. entries.Select(e => Titles.Key(e.Title)).Select(k => (k, Titles.Core(k)))];
        _taken = new bool[_entries.Length];
    }

    public bool HasLeft => _taken.Contains(false);

    public bool IsTaken(int entry) => _taken[entry];

    /// <summary>Whether a title of the contents begins at this line; tells over how many lines it runs.</summary>
    public bool TryMatch(IReadOnlyList<SourceLine> lines, bool[] furniture, int first, int end, int oneIn, out int last, out int entry)
    {
        (last, entry) = (first, -1);
        if (!Titles.CanBePart(lines[first]) || _next >= _entries.Length)
        {
            return false;
        }

        var text = new StringBuilder();
        var used = 0;
        for (var i = first; i < end && used < MostLines; i++)
        {
            if (lines[i].IsBlank || furniture[i])
            {
                continue;
            }

            if (!Titles.CanBePart(lines[i]))
            {
                break;
            }

            used++;
            text.Append(lines[i].Folded);
            var found = Find(Titles.Key(text.ToString()), oneIn);
            if (found >= 0)
            {
                if (used > 1 && entry < 0 && BeginsLater(lines, furniture, first, i, found))
                {
                    return false;
                }

                (last, entry) = (i, found);
                if (IsBetterWithNext(lines, furniture, text, i, end, found))
                {
                    continue;
                }

                return true;
            }

            if (entry >= 0)
            {
                return true;
            }
        }

        return entry >= 0;
    }

    /// <summary>The entry that has this key word for word; -1 where none of the next ones has.</summary>
    public int Find(string key)
    {
        for (int entry = _next, seen = 0; entry < _entries.Length && seen < Ahead; entry++)
        {
            if (!_taken[entry])
            {
                seen++;
                if (_entries[entry].Key == key)
                {
                    return entry;
                }
            }
        }

        return -1;
    }

    public void Take(int entry)
    {
        _taken[entry] = true;
        while (_next < _taken.Length && _taken[_next])
        {
            _next++;
        }
    }

    /// <summary>Whether the entry is matched word for word without the first line, which then belongs to what stands before.</summary>
    private bool BeginsLater(IReadOnlyList<SourceLine> lines, bool[] furniture, int first, int last, int entry)
    {
        var text = new StringBuilder();
        for (var i = first + 1; i <= last; i++)
        {
            if (!furniture[i])
            {
                text.Append(lines[i].Folded);
            }
        }

        return Titles.Key(text.ToString()) == _entries[entry].Key;
    }

    /// <summary>A title that is one character short of its entry may go on in the next line.</summary>
    private bool IsBetterWithNext(IReadOnlyList<SourceLine> lines, bool[] furniture, StringBuilder text, int at, int end, int entry)
    {
        var key = Titles.Key(text.ToString());
        if (key == _entries[entry].Key || Titles.Core(key) == _entries[entry].Core)
        {
            return false;
        }

        for (var i = at + 1; i < end && i <= at + 2; i++)
        {
            if (!lines[i].IsBlank && !furniture[i])
            {
                var longer = Titles.Key(text.ToString() + lines[i].Folded);
                return longer == _entries[entry].Key || Titles.Core(longer) == _entries[entry].Core;
            }
        }

        return false;
    }

    /// <summary>One of the two begins with 关于, and what stands before it in the other is an agency.</summary>
    private static bool OmitsAgency(string key, string core, string entryKey, string entryCore)
    {
        var (before, entryBefore) = (key.Length - core.Length, entryKey.Length - entryCore.Length);
        return before == 0 ? entryBefore >= 0 : entryBefore == 0 && Titles.IsAgency(key[..before]);
    }

    /// <summary>The contents name who spoke before the title of the speech: 某某在……会议上的讲话.</summary>
    private static bool OmitsSpeaker(string key, string entryKey) =>
        key is ['在', ..] && key.Length >= 8 && entryKey.Length - key.Length is > 0 and <= 12 && entryKey.EndsWith(key, StringComparison.Ordinal);

    private int Find(string key, int oneIn)
    {
        if (key.Length < 4)
        {
            return -1;
        }

        var core = Titles.Core(key);
        var close = -1;
        for (int entry = _next, seen = 0; entry < _entries.Length && seen < Ahead; entry++)
        {
            if (_taken[entry])
            {
                continue;
            }

            seen++;
            var (entryKey, entryCore) = _entries[entry];
            var mayOmitAgency = core.Length >= 8 && OmitsAgency(key, core, entryKey, entryCore);
            if (key == entryKey || (mayOmitAgency && core == entryCore) || OmitsSpeaker(key, entryKey))
            {
                return entry;
            }

            if (close < 0 && ((mayOmitAgency && Titles.AreClose(core, entryCore, oneIn)) || Titles.AreClose(key, entryKey, oneIn)))
            {
                close = entry;
            }
        }

        return close;
    }
}
