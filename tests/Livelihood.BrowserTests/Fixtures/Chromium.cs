using Microsoft.Playwright;

namespace Livelihood.BrowserTests.Fixtures;

/// <summary>Finds the machine's own Chromium; Playwright's download is not used.</summary>
internal static class Chromium
{
    /// <summary>Names the program; tests/run.sh sets it.</summary>
    private const string Variable = "LIVELIHOOD_TEST_CHROMIUM";

    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    public static BrowserTypeLaunchOptions LaunchOptions() => new()
    {
        ExecutablePath = FindProgram(),
        Headless = true,
        // Without the sandbox because containers and root have none; the rest keeps the browser from calling home.
        Args =
        [
            "--no-sandbox", "--disable-background-networking", "--disable-quic", "--no-first-run",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        ],
    };

    private static string FindProgram()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(named))
        {
            return named;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"No Chromium was found. Run 'bash tests/install-prerequisites.sh', or set {Variable} to the program.");
    }
}
