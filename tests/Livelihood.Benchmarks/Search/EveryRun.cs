using System.Diagnostics;

namespace Livelihood.Benchmarks.Search;

/// <summary>All sizes on all databases, and beside Lucene.Net, one after the other, each in a process of its own, so that memory is each one's own.</summary>
internal static class EveryRun
{
    private static readonly string[] Sizes = ["20000", "200000", "1000000"];

    /// <summary>Runs them. Where no PostgreSQL server is named, on SQLite alone; a million documents on SQLite alone anyway.</summary>
    public static async Task RunAsync()
    {
        var hasPostgres = Environment.GetEnvironmentVariable("LIVELIHOOD_TEST_POSTGRES") is { Length: > 0 };
        var onSqlite = Sizes.Select(size => new[] { "search", size });
        var onPostgres = Sizes.SkipLast(1).Where(_ => hasPostgres).Select(size => new[] { "search", size, "--database", "postgres" });
        string[] besideLucene = ["search", "200000", "--beside", "lucene"];
        foreach (var arguments in onSqlite.Append(besideLucene).Concat(onPostgres))
        {
            using var run = Process.Start(Environment.ProcessPath!, arguments);
            await run.WaitForExitAsync();
        }
    }
}
