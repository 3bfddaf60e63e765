using Livelihood.TestSupport;
using Livelihood.TestSupport.Quality;

namespace Livelihood.Benchmarks.Search;

/// <summary>Asks the quality set and prints recall and MRR by kind; with <c>--show</c> also what was not found first.</summary>
internal static class SearchQualityCommand
{
    public static async Task<int> RunAsync(string[] options)
    {
        var seeds = Environment.GetEnvironmentVariable(Seeds.FolderVariable);
        if (!Directory.Exists(seeds))
        {
            Console.Error.WriteLine($"{Seeds.FolderVariable} must name the folder with the real texts.");
            return 2;
        }

        using var folder = new TemporaryFolder();
        await using var database = options.Contains("postgres")
            ? await PreparedPortal.CopyToPostgresAsync(folder.Path)
            : await PreparedPortal.CopyToSqliteAsync(folder.Path);
        await using var host = await QualityRun.OpenAsync(folder.Path, database, seeds);
        Console.Write(QualityRun.Describe(await QualityRun.AskAsync(host), options.Contains("--show")));
        return 0;
    }
}
