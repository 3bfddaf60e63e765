namespace Livelihood.Disclosure.Domain.Figures;

/// <summary>The middle of days that were counted already.</summary>
public static class Median
{
    /// <summary>The median, in halves; null where there is nothing to count.</summary>
    /// <param name="counts">Values, each with how often it was.</param>
    public static decimal? Of(IEnumerable<(int Value, int Times)> counts)
    {
        var ordered = counts.GroupBy(c => c.Value, (value, all) => (Value: value, Times: all.Sum(c => (long)c.Times)))
            .Where(c => c.Times > 0).OrderBy(c => c.Value).ToList();
        var total = ordered.Sum(c => c.Times);
        return total == 0 ? null : (At((total - 1) / 2) + At(total / 2)) / 2m;

        int At(long place)
        {
            foreach (var (value, times) in ordered)
            {
                if (place < times)
                {
                    return value;
                }

                place -= times;
            }

            throw new InvalidOperationException("The place lies beyond the counts.");
        }
    }
}
