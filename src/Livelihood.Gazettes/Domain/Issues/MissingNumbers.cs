namespace Livelihood.Gazettes.Domain.Issues;

/// <summary>Finds which issues of a year the database lacks, from those that it has.</summary>
public static class MissingNumbers
{
    /// <summary>The numbers between 1 and the last known one that are not there, rising.</summary>
    /// <param name="numbers">The year's numbers that are there.</param>
    /// <param name="most">How many at the most; a wrong number of six digits shall not fill the page.</param>
    public static IReadOnlyList<int> Within(IReadOnlyCollection<int> numbers, int most = 100)
    {
        var there = numbers.ToHashSet();
        return there.Count == 0 ? [] : [.. Enumerable.Range(1, Math.Max(0, there.Max())).Where(n => !there.Contains(n)).Take(most)];
    }

    /// <summary>
    /// How many issues are missing between the last one known of a year and the first one known of a later year, by their
    /// running total numbers; 0 where the totals do not tell.
    /// </summary>
    /// <param name="last">Number and total number of the year's last known issue.</param>
    /// <param name="next">Number and total number of the first known issue after it.</param>
    public static int AtTheEnd((int Number, int? Total) last, (int Number, int? Total) next)
    {
        if (last.Total is not { } from || next.Total is not { } to)
        {
            return 0;
        }

        // Those before it in its own year are counted there.
        var between = to - from - next.Number;
        return between is > 0 and < 100 ? between : 0;
    }
}
