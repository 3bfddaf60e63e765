using Livelihood.TestSupport;

namespace Livelihood.Benchmarks.Office;

/// <summary>The databases that a run goes through: SQLite, and PostgreSQL where a server is named.</summary>
internal static class Databases
{
    /// <summary>Runs on each; 0 where every run gave 0.</summary>
    public static async Task<int> EachAsync(Func<string, string, TestDatabase, Task<int>> run)
    {
        var result = 0;
        foreach (var (name, copy) in new (string, Func<string, Task<TestDatabase>>)[] { ("SQLite", PreparedPortal.CopyToSqliteAsync), ("PostgreSQL", PreparedPortal.CopyToPostgresAsync) })
        {
            if (name == "PostgreSQL" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(PostgresTestDatabase.ServerVariable)))
            {
                continue;
            }

            using var folder = new TemporaryFolder();
            await using var database = await copy(folder.Path);
            result |= await run(name, folder.Path, database);
        }

        return result;
    }

    /// <summary>Agencies that take requests.</summary>
    public static readonly IReadOnlyList<string> Agencies = ["SMX-ZFB", "SMX-CZJ", "SMX-KJJ", "SMX-SLJ"];
}
