using System.Globalization;
using System.Text;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Search.Querying;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.TestSupport.Quality;

/// <summary>At which place of the first ten the first answer to a query stood; 0: not among them.</summary>
public sealed record QualityResult(QualityQuery Query, int Place, string First);

/// <summary>How well the queries are answered.</summary>
public sealed record QualityScore(int Queries, double Recall1, double Recall10, double Mrr)
{
    /// <summary>The score of results; at least one.</summary>
    public static QualityScore Of(IReadOnlyCollection<QualityResult> results) => new(
        results.Count, results.Average(r => r.Place == 1 ? 1.0 : 0), results.Average(r => r.Place > 0 ? 1.0 : 0), results.Average(r => r.Place > 0 ? 1.0 / r.Place : 0));
}

/// <summary>Asks the quality set of a portal that holds the demonstration's content and the real texts.</summary>
public static class QualityRun
{
    /// <summary>Enters the real texts into a data folder whose database is prepared, and returns the running portal.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="database">Its database.</param>
    /// <param name="seeds">The folder with the texts.</param>
    public static async Task<PortalHost> OpenAsync(string folder, TestDatabase database, string seeds)
    {
        var imported = await PortalCommand.RunAsync(folder, database, "gazette", "import", Path.Combine(seeds, "gazette-2019-06.txt"), "--publish");
        if (imported.ExitCode != 0)
        {
            throw new InvalidOperationException($"The gazette was not imported: {imported.Errors}{imported.Output}");
        }

        var host = PortalHost.Start(folder, database);
        await PublishAsync(host, Path.Combine(seeds, "programme-plan-2020.txt"), "2020-03-25");
        await PublishAsync(host, Path.Combine(seeds, "progress-report-2021.txt"), "2021-05-31");
        return host;
    }

    /// <summary>The place of the first answer of each query, as the search page shows them.</summary>
    public static Task<List<QualityResult>> AskAsync(PortalHost host) => host.InScopeAsync(async services =>
    {
        var reading = services.GetRequiredService<IQueryReading>();
        var search = services.GetRequiredService<ISearch>();
        var results = new List<QualityResult>();
        foreach (var query in QualitySet.Read())
        {
            var found = await search.SearchAsync(new(await reading.ReadAsync(query.Text), new SearchFilter()) { MayReadOtherwise = true, MostPassages = 0 });
            var place = found.Hits.Take(10).ToList().FindIndex(h => query.Answers.Any(a =>
                h.Entry.Number == a || h.Entry.Path == a || h.Entry.Title.StartsWith(a, StringComparison.Ordinal))) + 1;
            results.Add(new(query, place, found.Hits.Count > 0 ? found.Hits[0].Entry.Title : "—"));
        }

        return results;
    });

    /// <summary>The scores by kind and in all, as a table; with what was not found first where that is asked for.</summary>
    public static string Describe(IReadOnlyCollection<QualityResult> results, bool showFailures)
    {
        var text = new StringBuilder();
        foreach (var kind in results.GroupBy(r => r.Query.Kind).Select(g => (g.Key, Results: g.ToList())).Append(("all", [.. results])))
        {
            var score = QualityScore.Of(kind.Results);
            text.AppendLine(CultureInfo.InvariantCulture, $"{kind.Item1,-20} {score.Queries,4}  recall@1 {score.Recall1:0.00}  recall@10 {score.Recall10:0.00}  MRR {score.Mrr:0.000}");
        }

        foreach (var failure in results.Where(r => showFailures && r.Place != 1))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{failure.Place,2}  [{failure.Query.Kind}] {failure.Query.Text}  first: {failure.First}");
        }

        return text.ToString();
    }

    /// <summary>Publishes a printed document: title and number are read from its head.</summary>
    private static async Task PublishAsync(PortalHost host, string file, string formed)
    {
        var lines = (await File.ReadAllLinesAsync(file)).Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        var number = lines.Take(3).FirstOrDefault(l => l.Contains('〔') && l.EndsWith('号'));
        var title = (number is null ? lines[0] : lines[lines.IndexOf(number) + 1]).Replace(" ", "", StringComparison.Ordinal);
        await host.InScopeAsync(async services =>
        {
            var store = services.GetRequiredService<IContentStore>();
            var version = await store.CreateAsync(new("OfficialDocument", "SMX-ZFB", new(
                new TitlePart(title),
                new MarkdownBodyPart(string.Join("\n\n", lines)),
                new OfficialDocumentPart { Number = number, FormedOn = DateOnly.Parse(formed, CultureInfo.InvariantCulture) })));
            await store.PublishAsync(version.ItemId);
        });
    }
}
