using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>The real texts, which lie beside the project and are not part of it.</summary>
internal static class Seeds
{
    /// <summary>Skips the test, with the reason, where the text is not there.</summary>
    public static string Read(string name)
    {
        var folder = Environment.GetEnvironmentVariable("LIVELIHOOD_TEST_SEEDS") ?? Upward();
        var path = folder is null ? null : Path.Combine(folder, name);
        Assert.SkipUnless(path is not null && File.Exists(path), $"{name} is neither in LIVELIHOOD_TEST_SEEDS nor in ../shared/seeds above the project");
        return File.ReadAllText(path);
    }

    private static string? Upward()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var seeds = Path.Combine(folder.FullName, "shared", "seeds");
            if (Directory.Exists(seeds))
            {
                return seeds;
            }
        }

        return null;
    }
}
