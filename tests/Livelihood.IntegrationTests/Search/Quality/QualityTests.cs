using System.Globalization;
using Livelihood.TestSupport;
using Livelihood.TestSupport.Quality;
using Xunit;

namespace Livelihood.IntegrationTests.Search.Quality;

/// <summary>A change that lets readers find less fails here. What is reached now is kept in reached.txt.</summary>
public sealed class QualityTests
{
    private const double Goal = 0.85;

    /// <summary>What may differ between two runs, as ties of equal scores.</summary>
    private const double Tolerance = 0.005;

    [Fact]
    [Trait("Database", "SQLite")]
    public Task Search_QualitySet_ReachesWhatItReachedOnSqlite() => AskAsync("sqlite", PreparedPortal.CopyToSqliteAsync);

    [Fact]
    [Trait("Database", "PostgreSQL")]
    public Task Search_QualitySet_ReachesWhatItReachedOnPostgres() => AskAsync("postgres", PreparedPortal.CopyToPostgresAsync);

    private static async Task AskAsync(string name, Func<string, Task<TestDatabase>> prepare)
    {
        var seeds = Path.GetDirectoryName(Seeds.PathOf("gazette-2019-06.txt"))!;
        using var folder = new TemporaryFolder();
        await using var database = await prepare(folder.Path);
        await using var host = await QualityRun.OpenAsync(folder.Path, database, seeds);
        var results = await QualityRun.AskAsync(host);

        var score = QualityScore.Of(results);
        Assert.True(score.Queries >= 100, $"Only {score.Queries} queries.");
        Assert.True(score.Mrr >= Math.Max(Goal, await ReachedAsync(name) - Tolerance), QualityRun.Describe(results, showFailures: true));
    }

    private static async Task<double> ReachedAsync(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Search", "Quality", "reached.txt");
        var line = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Single(l => l.StartsWith(name + ' ', StringComparison.Ordinal));
        return double.Parse(line[(name.Length + 1)..], CultureInfo.InvariantCulture);
    }
}
