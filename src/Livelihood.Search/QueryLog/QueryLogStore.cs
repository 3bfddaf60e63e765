using System.Text.Json;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Livelihood.Search.QueryLog;

/// <summary>Writes the query log, and forgets what is older than it is kept.</summary>
internal sealed class QueryLogStore(PortalDbContext db, AskedQueries asked, ChinaClock clock, IOptions<SearchOptions> options)
{
    /// <summary>Different queries of one day; further ones are not kept.</summary>
    private const int MostOfDay = 20_000;

    /// <summary>Writes what was counted since the last time, in one statement.</summary>
    public async Task WriteAsync(CancellationToken cancellation = default)
    {
        var taken = asked.Take();
        if (taken.Count == 0 || options.Value.QueryLogDays <= 0)
        {
            return;
        }

        try
        {
            var today = clock.Today;
            if (await db.Set<AskedQuery>().CountAsync(a => a.Day == today, cancellation) < MostOfDay)
            {
                await AddAsync(JsonSerializer.Serialize(taken.Select(t => new
                {
                    d = t.Key.Day, t = t.Key.Text, n = t.Value.Times, m = t.Value.Missed, f = t.Value.Found, c = t.Value.Clicks,
                })), cancellation);
            }
        }
        catch
        {
            asked.PutBack(taken);
            throw;
        }
    }

    /// <summary>Deletes what is older than the log is kept.</summary>
    public Task ForgetAsync(CancellationToken cancellation)
    {
        var oldest = clock.Today.AddDays(-Math.Max(0, options.Value.QueryLogDays));
        return db.Set<AskedQuery>().Where(a => a.Day < oldest).ExecuteDeleteAsync(cancellation);
    }

    private Task<int> AddAsync(string json, CancellationToken cancellation) => db.Kind == DatabaseKind.Sqlite
        ? db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search_queries ("Day", "Text", "Times", "Missed", "Found", "Clicks")
            SELECT value->>'d', value->>'t', value->>'n', value->>'m', max(0, value->>'f'), value->>'c' FROM json_each({json}) WHERE true
            ON CONFLICT ("Day", "Text") DO UPDATE SET
              "Times" = "Times" + excluded."Times", "Missed" = "Missed" + excluded."Missed", "Clicks" = "Clicks" + excluded."Clicks",
              "Found" = CASE WHEN excluded."Times" > 0 THEN excluded."Found" ELSE "Found" END
            """,
            cancellation)
        : db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search_queries AS kept ("Day", "Text", "Times", "Missed", "Found", "Clicks")
            SELECT d, t, n, m, greatest(0, f), c FROM jsonb_to_recordset(CAST({json} AS jsonb)) AS x(d date, t text, n integer, m integer, f integer, c integer)
            ORDER BY d, t
            ON CONFLICT ("Day", "Text") DO UPDATE SET
              "Times" = kept."Times" + excluded."Times", "Missed" = kept."Missed" + excluded."Missed", "Clicks" = kept."Clicks" + excluded."Clicks",
              "Found" = CASE WHEN excluded."Times" > 0 THEN excluded."Found" ELSE kept."Found" END
            """,
            cancellation);
}
