using System.Diagnostics;
using System.Globalization;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Index;
using Livelihood.Search.Querying;
using Livelihood.Search.Suggestions;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Benchmarks.Search;

/// <summary>
/// Times queries over generated documents: ten results with passages, the exact total and all facets, as the page asks for
/// them. Beside them, on SQLite, FTS5 as it is commonly used, so that runs on busy machines can be compared.
/// </summary>
internal static class SearchBenchmark
{
    private const string Address = "http://127.0.0.1:5085";
    private const int Rounds = 4;

    /// <summary>After such a time of quiet the portal has given back what it does not need.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(12);

    /// <summary>
    /// Rounds before those that count, while the program is still being compiled as it runs: that takes a time, not a number of
    /// queries, so that with few documents there are more of them.
    /// </summary>
    private static int _warmingUp;

    public static async Task RunAsync(SearchArguments asked)
    {
        var (documents, postgres, besideLucene) = asked;
        await using var app = await BenchmarkLibrary.OpenAsync(documents, postgres, Address);
        var queries = QuerySet.For(documents);
        _warmingUp = Math.Clamp(2_000_000 / documents, 3, 60);
        Console.WriteLine($"{documents:N0} documents on {(postgres is null ? "SQLite" : "PostgreSQL")}, {queries.Count} queries, {Rounds} rounds");
        await PrintSizesAsync(app.Services);
        var before = Stopwatch.StartNew();
        await SearchAsync(app.Services, "断头路", new());
        Console.WriteLine($"first query, with the columns read: {before.ElapsedMilliseconds} ms");
        foreach (var (_, text) in queries)
        {
            var found = await SearchAsync(app.Services, text, new());
            Console.WriteLine($"  {text}: {(found.IsPartial ? "partly " : "")}{(found.IsTotalExact ? "" : "about ")}{found.Total:N0}");
        }

        if (besideLucene)
        {
            // Its memory and its files would count as the portal's: nothing else is measured in such a run.
            await MeasureBesideLuceneAsync(app.Services, documents, queries);
            return;
        }

        var common = postgres is null ? await MeasureOldWayAsync(app.Services, queries) : new();
        (await MeasureAsync(app.Services, queries, atOnce: 1)).PrintRatio(common, "as commonly used");
        (await MeasureAsync(app.Services, queries, atOnce: 2)).PrintRatio(common, "as commonly used");
        await MeasureAgainAsync(app.Services, queries);
        await MeasureSuggestionsAsync(app.Services);
        Console.WriteLine($"Working set: {Environment.WorkingSet / 1_000_000} MB{ProgramFiles()}, managed heap: {GC.GetTotalMemory(forceFullCollection: true) / 1_000_000} MB");
        await MeasureOverHttpAsync(app, queries);
    }

    private static async Task PrintSizesAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (db.Kind == DatabaseKind.PostgreSql)
        {
            var size = await db.Database.SqlQueryRaw<long>("""SELECT pg_total_relation_size('search_terms') AS "Value" """).SingleAsync();
            Console.WriteLine($"Index: {size / 1_000_000} MB");
            return;
        }

        var sizes = await db.Database.SqlQueryRaw<long>("""
            SELECT SUM(LENGTH(block)) AS "Value" FROM search_terms_data UNION ALL SELECT SUM(LENGTH(block)) FROM search_characters_data
            """).ToListAsync();
        Console.WriteLine($"Index: terms {sizes[0] / 1_000_000} MB, characters {sizes[1] / 1_000_000} MB");
    }

    private static async Task<Timings> MeasureOldWayAsync(IServiceProvider services, IReadOnlyList<(string Kind, string Text)> queries)
    {
        var times = new Timings();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.Database.OpenConnectionAsync();
        for (var round = 0; round < 2; round++)
        {
            foreach (var (kind, text) in queries)
            {
                var watch = Stopwatch.StartNew();
                if (OldWay.Search(db, QueryParser.Parse(text)) is > 0 && round > 0)
                {
                    times.Add(kind, text, watch.Elapsed);
                }
            }
        }

        times.Print("FTS5 as commonly used");
        return times;
    }

    /// <summary>Lucene before the portal and after it, so that neither has the quieter minute.</summary>
    private static async Task MeasureBesideLuceneAsync(IServiceProvider services, int documents, IReadOnlyList<(string Kind, string Text)> queries)
    {
        using var lucene = new LuceneWay(BenchmarkLibrary.Folder(documents), documents);
        foreach (var atOnce in new[] { 1, 2 })
        {
            var theirs = new Timings();
            await MeasureLuceneAsync(lucene, queries, atOnce, theirs);
            var mine = await MeasureAsync(services, queries, atOnce);
            await MeasureLuceneAsync(lucene, queries, atOnce, theirs);
            theirs.Print($"Lucene.Net, {atOnce} at once", byKind: atOnce == 1);
            mine.PrintRatio(theirs, "with Lucene.Net");
        }
    }

    private static Task MeasureLuceneAsync(LuceneWay lucene, IReadOnlyList<(string Kind, string Text)> queries, int atOnce, Timings times) =>
        Task.WhenAll(Enumerable.Range(0, atOnce).Select(worker => Task.Run(() =>
        {
            for (var round = -_warmingUp; round < Rounds; round++)
            {
                foreach (var (kind, text) in queries.Skip(worker * 7).Concat(queries.Take(worker * 7)))
                {
                    var watch = Stopwatch.StartNew();
                    if (lucene.Search(QueryParser.Parse(text)) is > 0 && round >= 0)
                    {
                        times.Add(kind, text, watch.Elapsed);
                    }
                }
            }
        })));

    /// <summary>Each query new to the cache: signs at its end, which say nothing, make it another.</summary>
    private static async Task<Timings> MeasureAsync(IServiceProvider services, IReadOnlyList<(string Kind, string Text)> queries, int atOnce)
    {
        var times = new Timings();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(worker => Task.Run(async () =>
        {
            for (var round = -_warmingUp; round < Rounds; round++)
            {
                foreach (var (kind, text) in queries.Skip(worker * 7).Concat(queries.Take(worker * 7)))
                {
                    var watch = Stopwatch.StartNew();
                    await SearchAsync(services, text + new string('。', atOnce) + new string('，', 1 + worker + atOnce * (round + _warmingUp)), new());
                    if (round >= 0)
                    {
                        times.Add(kind, text, watch.Elapsed);
                    }
                }
            }
        })));
        times.Print(atOnce == 1 ? "one query at a time" : $"{atOnce} at once", byKind: atOnce == 1);
        return times;
    }

    private static async Task MeasureAgainAsync(IServiceProvider services, IReadOnlyList<(string Kind, string Text)> queries)
    {
        var (times, fromAnswers) = (new Timings(), new Timings());
        for (var round = -_warmingUp; round < Rounds; round++)
        {
            foreach (var (_, text) in queries)
            {
                var asked = text + new string('、', 1 + round + _warmingUp);
                await SearchAsync(services, asked, new());
                foreach (var (kind, filter, page) in Others(round + _warmingUp))
                {
                    var watch = Stopwatch.StartNew();
                    await SearchAsync(services, asked, filter, page);
                    if (round >= 0)
                    {
                        times.Add(kind, text, watch.Elapsed);
                    }
                }

                foreach (var (kind, filter, page) in Others(round + _warmingUp + 7))
                {
                    if (await FromAnswerAsync(services, asked, filter, page) is { } alone && round >= 0)
                    {
                        fromAnswers.Add(kind, text, alone);
                    }
                }
            }
        }

        times.Print("of a query just asked");
        fromAnswers.Print("… from the kept answer, no rows");
    }

    /// <summary>Another page and other filters in each round, so that no view is one that was kept.</summary>
    private static (string Kind, SearchFilter Filter, int Page)[] Others(int round) =>
    [
        ("another page", new(), 3 + round % 40),
        ("a filter", new() { Years = [2010 + round % 15] }, 1),
        ("two filters", new() { Agencies = [$"GEN0{round % 8}"], IsInForce = true }, 1),
    ];

    /// <summary>What of it is the answer in memory: filter, order, total and all facets, without the rows and passages. Null: it is not kept.</summary>
    private static async Task<TimeSpan?> FromAnswerAsync(IServiceProvider services, string text, SearchFilter filter, int page)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var generation = await SearchChanges.GenerationAsync(db, default);
        var columns = await services.GetRequiredService<ColumnsKeeper>().CurrentAsync(db, generation, default);
        if (services.GetRequiredService<AnswerCache>().Find("=" + QueryParser.Parse(text).Text, generation, services.GetRequiredService<ChinaClock>().Today) is not { } answer)
        {
            return null;
        }

        var watch = Stopwatch.StartNew();
        var view = (filter.Key.Length == 0 ? answer.View($"{SearchOrder.Relevance}\n") : null)
            ?? ResultView.Of(answer, SearchOrder.Relevance, columns, new FilterMask(columns, filter, fields: null));
        view.First.Take((page - 1) * SearchResults.PageSize, SearchResults.PageSize);
        await view.Facets;
        return watch.Elapsed;
    }

    /// <summary>A suggestion for every beginning of what is typed, as the box asks for them.</summary>
    private static async Task MeasureSuggestionsAsync(IServiceProvider services)
    {
        var times = new Timings();
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var (kind, text) in QuerySet.Typed)
            {
                for (var length = 1; length <= text.Length; length++)
                {
                    await using var scope = services.CreateAsyncScope();
                    var watch = Stopwatch.StartNew();
                    await scope.ServiceProvider.GetRequiredService<QueryAdvisor>().SuggestAsync(text[..length], 8, default);
                    if (round >= 0)
                    {
                        times.Add(kind, text, watch.Elapsed);
                    }
                }
            }
        }

        times.Print("suggestions while typing");
    }

    /// <summary>What of the working set is program files, which the system shares and can drop; on Linux.</summary>
    private static string ProgramFiles() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("RssFile:", StringComparison.Ordinal)) is { } line
            ? $" ({long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1_000_000} of them program files)"
            : "";

    private static async Task MeasureOverHttpAsync(WebApplication app, IReadOnlyList<(string Kind, string Text)> queries)
    {
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(Address) };
        var times = new Timings();
        var (watch, asked) = (new Stopwatch(), 0);
        for (var round = -_warmingUp; round < Rounds / 2; round++)
        {
            if (round == 0)
            {
                watch.Start();
            }

            await Task.WhenAll(Enumerable.Range(0, 2).Select(async worker =>
            {
                foreach (var (kind, text) in queries)
                {
                    var one = Stopwatch.StartNew();
                    await client.GetStringAsync($"/search?q={Uri.EscapeDataString(text + new string('，', 1 + worker + 2 * (round + _warmingUp)) + "。")}");
                    if (round >= 0)
                    {
                        times.Add(kind, text, one.Elapsed);
                        Interlocked.Increment(ref asked);
                    }
                }
            }));
        }

        times.Print("over HTTP with the page, 2 at once", byKind: false);
        Console.WriteLine($"{asked / watch.Elapsed.TotalSeconds:F0} requests a second");
        var busy = Environment.WorkingSet;
        await Task.Delay(Quiet);
        Console.WriteLine($"Working set: {busy / 1_000_000} MB, after {Quiet.TotalSeconds} quiet seconds {Environment.WorkingSet / 1_000_000} MB{ProgramFiles()}");
        await app.StopAsync();
    }

    private static async Task<SearchResults> SearchAsync(IServiceProvider services, string text, SearchFilter filter, int page = 1)
    {
        await using var scope = services.CreateAsyncScope();
        var query = QueryParser.Parse(text);
        var results = await scope.ServiceProvider.GetRequiredService<ISearch>().SearchAsync(new SearchRequest(query, filter, Page: page));
        return results;
    }
}
