using Livelihood.Formats.Pdf;
using Microsoft.Playwright;

namespace Livelihood.BrowserTests.Fixtures;

/// <summary>Finds the machine's own Chromium; Playwright's download is not used.</summary>
internal static class Chromium
{
    /// <summary>Names the program; tests/run.sh sets it.</summary>
    private const string Variable = "LIVELIHOOD_TEST_CHROMIUM";

    public static BrowserTypeLaunchOptions LaunchOptions() => new()
    {
        ExecutablePath = FindProgram(),
        Headless = true,
        // Without the sandbox because containers and root have none; the rest keeps the browser from calling home.
        Args = ["--no-sandbox", .. ChromiumProgram.QuietFlags],
    };

    private static string FindProgram() =>
        ChromiumProgram.Find(Environment.GetEnvironmentVariable(Variable))
        ?? throw new InvalidOperationException(
            $"No Chromium was found. Run 'bash tests/install-prerequisites.sh', or set {Variable} to the program.");
}
