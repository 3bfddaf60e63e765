using Livelihood.Platform.Time;

namespace Livelihood.Content.Columns;

/// <summary>A column that has had nothing new for too long.</summary>
/// <param name="Column">The column.</param>
/// <param name="NewestOn">The day of its newest line; null: it is empty.</param>
public sealed record StaleColumn(Column Column, DateOnly? NewestOn);

/// <summary>Finds the columns that inspectors would call stale or empty (R-12, 国办秘函〔2019〕19号).</summary>
public sealed class StaleColumns(ColumnLines lines, ChinaClock clock)
{
    /// <summary>The stale and the empty among the columns that are to be kept fresh, in their order. One query.</summary>
    public async Task<IReadOnlyList<StaleColumn>> OfAsync(ColumnTree tree, CancellationToken cancellation = default)
    {
        var watched = tree.Lines.Select(l => l.Column).Where(c => c.StaleAfterDays is not null).ToList();
        var newest = await lines.NewestAsync(watched.Select(c => (c, 1)), cancellation);
        var today = clock.Today;
        return
        [
            .. from column in watched
               let line = newest[column.Id].FirstOrDefault()
               let day = line is null ? (DateOnly?)null : Later(line.Date, ChinaClock.DateOf(line.PublishedUtc))
               where day is null || day.Value.AddDays(column.StaleAfterDays!.Value) < today
               select new StaleColumn(column, day),
        ];
    }

    // A document can be published long after it was formed: either makes the column fresh.
    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
