using Microsoft.Playwright;

namespace Livelihood.BrowserTests.Journey;

/// <summary>The deadline as a page shows it, to requester and handler alike.</summary>
internal static class Deadline
{
    /// <summary>The last day, as yyyy-MM-dd; fails unless the page also says how it came about, with the article.</summary>
    public static async Task<string> ReadAsync(IPage page)
    {
        var derivation = page.Locator(".derivation");
        await Assertions.Expect(derivation).ToContainTextAsync("20个工作日");
        await Assertions.Expect(derivation).ToContainTextAsync("第三十三条");
        return await page.Locator(".deadline time").First.GetAttributeAsync("datetime") ?? "";
    }
}
