using System.Diagnostics;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Benchmarks.Publishing;

/// <summary>
/// Grows one portal from a thousand published items to many, and at each size times what editors and readers do, over
/// HTTP where they do it so. What counts is how the times grow.
/// </summary>
internal static class PublishingBenchmark
{
    private const int Batch = 500;
    private const int Rounds = 60;

    /// <summary>Runs it.</summary>
    /// <param name="most">The largest number of items; the sizes before it are tenths.</param>
    public static async Task RunAsync(int most)
    {
        using var folder = new TemporaryFolder();
        await using TestDatabase database = Environment.GetEnvironmentVariable(PostgresTestDatabase.ServerVariable) is { Length: > 0 }
            ? await PostgresTestDatabase.CreateAsync()
            : new SqliteTestDatabase();
        await using var host = PortalHost.Start(folder.Path, database, settings: new Dictionary<string, string>
        {
            ["Portal:SetUpRecipes"] = "setup",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        Console.WriteLine($"On {(database is SqliteTestDatabase ? "SQLite" : "PostgreSQL")}, median of {Rounds}, in ms:");
        using var editor = await host.SignInAsync(Roles.Editor);
        using var reader = host.NewVisitor();
        var sizes = Sizes(most).ToList();
        var table = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var published = 0;
        foreach (var size in sizes)
        {
            await PublishAsync(host, published, size);
            published = size;
            foreach (var (name, milliseconds) in await MeasureAsync(host, reader, editor, size))
            {
                table.TryAdd(name, []);
                table[name].Add(milliseconds);
            }
        }

        Print(sizes, table);
    }

    private static IEnumerable<int> Sizes(int most)
    {
        for (var size = 1_000; size < most; size *= 10)
        {
            yield return size;
        }

        yield return most;
    }

    private static async Task PublishAsync(PortalHost host, int from, int to)
    {
        var watch = Stopwatch.StartNew();
        for (var first = from; first < to; first += Batch)
        {
            await host.InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                var store = services.GetRequiredService<IContentStore>();
                await using var unit = await db.BeginUnitAsync();
                for (var index = first; index < Math.Min(to, first + Batch); index++)
                {
                    var version = await store.CreateAsync(GeneratedItems.Make(index));
                    await store.PublishAsync(version.ItemId);
                    db.ChangeTracker.Clear();
                }

                await unit.CommitAsync();
            });
            Console.Error.Write($"\r{Math.Min(to, first + Batch):N0} of {to:N0}");
        }

        Console.Error.WriteLine($": {watch.Elapsed.TotalMilliseconds / (to - from):F1} ms each");
    }

    private static async Task<IReadOnlyList<(string Name, double Milliseconds)>> MeasureAsync(
        PortalHost host, PortalVisitor reader, PortalVisitor editor, int size)
    {
        var chance = new Random(size);
        var paths = await host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<ContentItem>()
            .Where(i => i.IsPublished && i.Path.StartsWith("/documents/")).OrderBy(i => i.IndexNumber).Take(200).Select(i => i.Path).ToListAsync());
        return
        [
            ("save a draft", await MedianAsync(i => SaveAsync(host, paths[i % paths.Count], publish: false))),
            ("save and publish", await MedianAsync(i => SaveAsync(host, paths[i % paths.Count], publish: true))),
            ("item page", await GetAsync(reader, _ => paths[chance.Next(paths.Count)])),
            ("list, first page", await GetAsync(reader, _ => "/documents")),
            ("list by type, agency, year", await GetAsync(reader, i => $"/documents?type=OfficialDocument&agency={GeneratedItems.Agencies[i % 8]}&year={2006 + i % 18}")),
            ("list, page 30", await GetAsync(reader, _ => "/documents?p=30")),
            ("feed of everything", await GetAsync(reader, _ => "/feeds/all.atom")),
            ("home page", await GetAsync(reader, _ => "/")),
            ("API, a page of items", await GetAsync(reader, i => $"/api/v1/items?type=Notice&agency={GeneratedItems.Agencies[i % 8]}")),
            ("console list", await GetAsync(editor, _ => "/console/content")),
            ("console list by type and field", await GetAsync(editor, _ => "/console/content?type=Notice&f.Notice.Kind=%E5%85%AC%E5%91%8A")),
        ];
    }

    private static Task SaveAsync(PortalHost host, string path, bool publish) => host.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IContentStore>();
        var published = await store.PublishedAtAsync(path) ?? throw new InvalidOperationException($"{path} is not published.");
        var latest = (await store.LatestAsync(published.ItemId))!;
        var body = latest.Part<MarkdownBodyPart>()!.Markdown + "\n\n补充一句。";
        await store.SaveAsync(latest.ItemId, latest.Item.Revision, ContentData.Parse(latest.Data).Set(new MarkdownBodyPart(body)));
        if (publish)
        {
            await store.PublishAsync(latest.ItemId);
        }
    });

    private static Task<double> GetAsync(PortalVisitor visitor, Func<int, string> path) => MedianAsync(async i =>
    {
        using var answer = await visitor.GetAsync(path(i));
        await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path(i)} answered {(int)answer.StatusCode}.");
        }
    });

    private static async Task<double> MedianAsync(Func<int, Task> action)
    {
        var times = new List<double>();
        for (var round = -5; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await action(Math.Abs(round));
            if (round >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static void Print(IReadOnlyList<int> sizes, Dictionary<string, List<double>> table)
    {
        Console.WriteLine($"{"",-34}" + string.Concat(sizes.Select(s => $"{s,10:N0}")) + $"{"growth",10}");
        foreach (var (name, times) in table)
        {
            Console.WriteLine($"{name,-34}" + string.Concat(times.Select(t => $"{t,10:F1}")) + $"{times[^1] / times[0],9:F1}x");
        }
    }
}
