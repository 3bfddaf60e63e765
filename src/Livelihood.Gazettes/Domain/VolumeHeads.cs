using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain;

/// <summary>Finds where further issues may begin in a text.</summary>
internal static class VolumeHeads
{
    private const int FurthestAbove = 40;
    private const int FurthestBelow = 150;
    private const int FewestEntries = 2;

    /// <summary>Indexes of the lines at which a second, third … issue seems to begin.</summary>
    public static List<int> Find(IReadOnlyList<SourceLine> lines)
    {
        var starts = new List<int>();
        (int? Year, int Number)? before = null;
        var floor = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!ContentsReader.IsMark(lines[i]))
            {
                continue;
            }

            var start = StartAbove(lines, i, floor);
            if (NumberNear(lines, start, i) is not { } number || Entries(lines, i) < FewestEntries)
            {
                continue;
            }

            if (before is { } last && last != number)
            {
                starts.Add(start);
            }

            (before, floor) = (number, i + 1);
        }

        return starts;
    }

    /// <summary>
    /// The first line of the masthead above the contents. Labels at the very top of it (地址, 电话) may be the imprint of the
    /// issue before; the masthead begins with the gazette's title or number.
    /// </summary>
    private static int StartAbove(IReadOnlyList<SourceLine> lines, int mark, int floor)
    {
        var (start, number) = (mark, NumberOf(lines[mark]));
        for (var i = mark - 1; i >= floor && mark - i <= FurthestAbove; i--)
        {
            var squeezed = lines[i].Squeezed;
            if (lines[i].IsBlank)
            {
                continue;
            }

            if (!MastheadLines.Begins(squeezed) && MastheadLines.GazetteTitle(squeezed) is null)
            {
                break;
            }

            var own = NumberOf(lines[i]);
            if (own is not null && number is not null && own != number)
            {
                break; // the foot of the last page of the issue before
            }

            number ??= own;
            if (own is not null || MastheadLines.GazetteTitle(squeezed) is not null)
            {
                start = i;
            }
        }

        return start;
    }

    private static (int? Year, int Number)? NumberNear(IReadOnlyList<SourceLine> lines, int start, int mark)
    {
        (int? Year, int Number)? found = null;
        int? year = null;
        for (var i = start; i < lines.Count && i - mark <= FurthestBelow; i++)
        {
            var line = lines[i];
            if (i > mark && (ContentsReader.IsMark(line) || (line.Squeezed.Length >= 25 && Sentence.IsEnded(line.Text))))
            {
                break;
            }

            if (MastheadLines.Begins(line.Squeezed))
            {
                year ??= MastheadLines.Numbers(line.Squeezed).Year;
                found ??= NumberOf(line);
            }
        }

        return found is { } number ? (number.Year ?? year, number.Number) : null;
    }

    private static (int? Year, int Number)? NumberOf(SourceLine line) =>
        MastheadLines.IsNumberLine(line.Squeezed) && MastheadLines.Numbers(line.Squeezed) is { Number: { } number } numbers ? (numbers.Year, number) : null;

    private static int Entries(IReadOnlyList<SourceLine> lines, int mark)
    {
        var entries = 0;
        for (var i = mark + 1; i < lines.Count && i - mark <= FurthestBelow && entries < FewestEntries; i++)
        {
            entries += !lines[i].IsBlank && ContentsReader.EndsInPage(lines[i]) ? 1 : 0;
        }

        return entries;
    }
}
