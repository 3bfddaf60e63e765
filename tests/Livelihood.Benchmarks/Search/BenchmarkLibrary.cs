using System.Diagnostics;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Content.Rendering;
using Livelihood.Platform;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Portal;
using Livelihood.Search.Domain.Text;
using Livelihood.Search.Index;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Benchmarks.Search;

/// <summary>
/// A portal with so many generated documents in its catalogue and index, entered as publication enters them (in batches and
/// without versions, which no search reads). On SQLite it is kept below the temp directory, so that it is made once.
/// </summary>
internal static class BenchmarkLibrary
{
    private const int Batch = 500;

    /// <summary>Starts the portal over the documents.</summary>
    /// <param name="documents">How many documents.</param>
    /// <param name="postgres">A connection string of an empty or earlier benchmark database; null: SQLite.</param>
    /// <param name="address">Where it listens.</param>
    public static async Task<WebApplication> OpenAsync(int documents, string? postgres, string address)
    {
        var folder = Folder(documents);
        Directory.CreateDirectory(folder);
        Environment.SetEnvironmentVariable("Portal__DataFolder", folder);
        Environment.SetEnvironmentVariable("ConnectionStrings__Portal", postgres);
        Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "Warning");
        var builder = PortalComposition.CreateBuilder([]);
        builder.Services.AddPlatformJobs();
        var app = builder.Build();
        app.Urls.Add(address);
        app.UsePortal();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync();
        var there = await db.Set<CatalogueEntry>().CountAsync();
        if (there == 0)
        {
            await DeclareAsync(scope.ServiceProvider, db);
        }

        if (there < documents)
        {
            await FillAsync(app.Services, there, documents);
        }

        // As a portal does by itself after a while.
        var merging = Stopwatch.StartNew();
        if (await scope.ServiceProvider.GetRequiredService<SegmentMerge>().RunAsync() is > 0 and var bites)
        {
            Console.WriteLine($"segments merged in {bites} bites, {merging.Elapsed.TotalSeconds:F0} s");
        }

        return app;
    }

    /// <summary>Where so many documents are kept.</summary>
    public static string Folder(int documents) =>
        Path.Combine(Path.GetTempPath(), "livelihood-search-benchmark", $"{documents}-v{Analyser.Version}-{GeneratedDocuments.Version}");

    private static async Task DeclareAsync(IServiceProvider services, PortalDbContext db)
    {
        db.Add(new ContentTypeDefinition { Name = GeneratedDocuments.Type, DisplayName = "文件" });
        db.AddRange(GeneratedDocuments.Agencies.Select(id => new Agency { Id = id, Name = $"生成市{id}局", ShortName = id }));
        services.GetRequiredService<IAuditTrail>().Record("benchmark.prepared", nameof(BenchmarkLibrary), "");
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlAsync($"""INSERT INTO search_state ("Id", "AnalyserVersion") VALUES (1, {Analyser.Version})""");
    }

    private static async Task FillAsync(IServiceProvider services, int there, int documents)
    {
        var watch = Stopwatch.StartNew();
        for (var first = there; first < documents; first += Batch)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            var handlers = scope.ServiceProvider.GetServices<IContentHandler>().Where(h => h.GetType().Name == "SearchIndexer").ToList();
            await using var unit = await db.BeginUnitAsync();
            var contents = Enumerable.Range(first, Math.Min(documents, first + Batch) - first).Select(Published).ToList();
            db.AddRange(contents.Select(c => c.Version.Item));
            db.AddRange(contents.Select(EntryOf));
            scope.ServiceProvider.GetRequiredService<IAuditTrail>().Record("benchmark.filled", nameof(BenchmarkLibrary), $"{first}");
            await db.SaveChangesAsync();
            foreach (var content in contents)
            {
                foreach (var handler in handlers)
                {
                    await handler.PublishedAsync(content, default);
                }
            }

            await unit.CommitAsync();
            Console.Error.Write($"\r{first + contents.Count:N0} of {documents:N0}");
        }

        Console.Error.WriteLine();
        Console.WriteLine($"{documents - there:N0} documents entered in {watch.Elapsed.TotalSeconds:F0} s ({watch.Elapsed.TotalMilliseconds / (documents - there):F2} ms each)");
    }

    private static PublishedContent Published(int index)
    {
        var made = GeneratedDocuments.Make(index);
        var id = $"4{index:D25}";
        var item = new ContentItem
        {
            Id = id, Type = GeneratedDocuments.Type, AgencyId = made.AgencyId, IndexNumber = $"{made.AgencyId}/{index:D7}", Path = $"/documents/{id}",
            Title = made.Title,
        };
        return new()
        {
            Version = new() { ItemId = id, Item = item, Number = 1, DisplayText = made.Title, Data = "{}", Author = "benchmark", PublishedUtc = made.PublishedUtc },
            AgencyName = $"生成市{made.AgencyId}局",
            Number = made.Number,
            Date = made.Date,
            Validity = made.Validity,
            Sections = MarkdownRenderer.Sections(made.Markdown),
        };
    }

    private static CatalogueEntry EntryOf(PublishedContent content) => new()
    {
        ItemId = content.Id, Type = content.Type, AgencyId = content.AgencyId, IndexNumber = content.Version.Item.IndexNumber, Path = content.Path,
        Title = content.Title, Number = content.Number, Date = content.Date, Validity = content.Validity,
        FirstPublishedUtc = content.Version.PublishedUtc!.Value, PublishedUtc = content.Version.PublishedUtc!.Value,
    };
}
