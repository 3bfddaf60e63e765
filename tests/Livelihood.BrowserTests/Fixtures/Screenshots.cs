using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Livelihood.BrowserTests.Fixtures;

/// <summary>Keeps pictures of pages in artifacts/screenshots, which git ignores, for people to look at.</summary>
internal static partial class Screenshots
{
    public static async Task SaveAsync(IPage page, string name) =>
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Folder(), $"{Unsafe().Replace(name, "-").Trim('-')}.png"),
            FullPage = true,
        });

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Livelihood.Portal.sln")))
            {
                return Path.Combine(folder.FullName, "artifacts", "screenshots");
            }
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Unsafe();
}
