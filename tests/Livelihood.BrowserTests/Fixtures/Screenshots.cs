using System.Text.RegularExpressions;
using Livelihood.TestSupport;
using Microsoft.Playwright;

namespace Livelihood.BrowserTests.Fixtures;

/// <summary>
/// Keeps pictures of pages in artifacts/screenshots, which git ignores, for people to look at; none where nobody can, in
/// continuous integration, as they take a seventh of the time.
/// </summary>
internal static partial class Screenshots
{
    private static readonly bool IsKept = Environment.GetEnvironmentVariable("CI") is null or "";

    public static Task SaveAsync(IPage page, string name) => !IsKept
        ? Task.CompletedTask
        : page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Repository.PathOf("artifacts", "screenshots", $"{Unsafe().Replace(name, "-").Trim('-')}.jpg"),
            // Half of the time that a PNG of a long page takes.
            Type = ScreenshotType.Jpeg,
            Quality = 75,
            FullPage = true,
        });

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Unsafe();
}
