namespace Livelihood.Disclosure.Domain.Clock;

/// <summary>Days left out for one reason in a row, as people read them: 2月15日至2月23日 春节放假.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Why">The reason.</param>
public sealed record LeftOutRange(DateOnly From, DateOnly To, string Why)
{
    /// <summary>The days of a step in rows.</summary>
    public static IReadOnlyList<LeftOutRange> Of(IEnumerable<LeftOut> days)
    {
        var ranges = new List<LeftOutRange>();
        foreach (var day in days)
        {
            if (ranges.Count > 0 && ranges[^1].Why == day.Why && ranges[^1].To.AddDays(1) == day.On)
            {
                ranges[^1] = ranges[^1] with { To = day.On };
            }
            else
            {
                ranges.Add(new(day.On, day.On, day.Why));
            }
        }

        return ranges;
    }
}
