using System.Diagnostics;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Portal;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Querying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Benchmarks.Search;

/// <summary>Publishes documents on an empty portal and times queries: cube, ranking and the texts of ten results, as the page asks for them.</summary>
internal static class SearchBenchmark
{
    private const int Batch = 500;
    private const int Rounds = 5;

    public static async Task RunAsync(int documents)
    {
        var folder = Directory.CreateTempSubdirectory("livelihood-benchmark-");
        try
        {
            Environment.SetEnvironmentVariable("Portal__DataFolder", folder.FullName);
            await using var app = PortalComposition.CreateBuilder([]).Build();
            await PrepareAsync(app.Services);
            await PublishAsync(app.Services, documents);
            Console.WriteLine($"Data folder: {folder.EnumerateFiles().Sum(f => f.Length) / 1_000_000} MB");
            await MeasureAsync(app.Services, documents);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task PrepareAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.Add(new ContentTypeDefinition { Name = "OfficialDocument", DisplayName = "文件" });
        db.AddRange(GeneratedDocuments.Agencies.Select(id => new Agency { Id = id, Name = $"生成市{id}局", ShortName = id }));
        scope.ServiceProvider.GetRequiredService<IAuditTrail>().Record("benchmark.prepared", nameof(SearchBenchmark), "");
        await db.SaveChangesAsync();
    }

    private static async Task PublishAsync(IServiceProvider services, int documents)
    {
        var watch = Stopwatch.StartNew();
        for (var first = 0; first < documents; first += Batch)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            var store = scope.ServiceProvider.GetRequiredService<IContentStore>();
            await using var unit = await db.BeginUnitAsync();
            for (var index = first; index < Math.Min(documents, first + Batch); index++)
            {
                var version = await store.CreateAsync(GeneratedDocuments.Make(index));
                await store.PublishAsync(version.ItemId);
                db.ChangeTracker.Clear();
            }

            await unit.CommitAsync();
            Console.Error.Write($"\r{first + Batch:N0} of {documents:N0}");
        }

        Console.Error.WriteLine();
        Console.WriteLine($"{documents:N0} documents published in {watch.Elapsed.TotalSeconds:F0} s ({watch.Elapsed.TotalMilliseconds / documents:F1} ms each)");
    }

    private static async Task MeasureAsync(IServiceProvider services, int documents)
    {
        var queries = QuerySet.For(documents);
        var times = new List<(string Kind, double Milliseconds)>();
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var (kind, text) in queries)
            {
                var watch = Stopwatch.StartNew();
                await using var scope = services.CreateAsyncScope();
                var results = await scope.ServiceProvider.GetRequiredService<ISearch>()
                    .SearchAsync(new SearchRequest(QueryParser.Parse(text), new SearchFilter()));
                if (round >= 0)
                {
                    times.Add((kind, watch.Elapsed.TotalMilliseconds));
                }
                else
                {
                    Console.WriteLine($"  {text}: {(results.IsPartial ? "partly " : "")}{results.Total:N0}");
                }
            }
        }

        Console.WriteLine($"{"kind",-14}{"p50",8}{"p95",8}{"p99",8}  ms");
        foreach (var kind in times.GroupBy(t => t.Kind).Select(g => (g.Key, g.Select(t => t.Milliseconds))).Append(("all", times.Select(t => t.Milliseconds))))
        {
            var sorted = kind.Item2.Order().ToList();
            Console.WriteLine($"{kind.Item1,-14}{At(sorted, 0.5),8:F1}{At(sorted, 0.95),8:F1}{At(sorted, 0.99),8:F1}");
        }

        Console.WriteLine($"Working set: {Environment.WorkingSet / 1_000_000} MB");
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
