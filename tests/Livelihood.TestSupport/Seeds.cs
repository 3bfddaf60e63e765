using Xunit;

namespace Livelihood.TestSupport;

/// <summary>
/// Real texts that lie beside the repository and never inside it. Tests that need one are skipped, with the reason,
/// where the folder is absent.
/// </summary>
public static class Seeds
{
    /// <summary>Names the folder; tests/run.sh sets it to ../shared/seeds if that exists.</summary>
    public const string FolderVariable = "LIVELIHOOD_TEST_SEEDS";

    /// <summary>The full path of a seed text; skips the running test if the folder or the file is absent.</summary>
    public static string PathOf(string fileName)
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        folder = string.IsNullOrWhiteSpace(folder) ? FolderBesideRepository() : folder;
        var path = folder is null ? null : Path.Combine(folder, fileName);
        Assert.SkipUnless(
            path is not null && File.Exists(path),
            $"{fileName} is not there: the folder ../shared/seeds beside the repository (or {FolderVariable}) is absent.");
        return path!;
    }

    private static string? FolderBesideRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Livelihood.Portal.sln")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "seeds");
            }
        }

        return null;
    }
}
