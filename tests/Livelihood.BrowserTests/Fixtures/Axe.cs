using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Livelihood.BrowserTests.Fixtures;

/// <summary>What axe finds on a page against WCAG 2.2 AA and its own best practices.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // axe runs as a whole in the page: its parts, put together in a second page, took most of a run's time.
    private const string Run =
        """
        async () => {
            const { violations } = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                // Describing every element that passed takes longer than the checks themselves.
                resultTypes: ['violations'],
            });
            return violations.map(v => [`${v.id} (${v.impact}): ${v.help}`, ...v.nodes.slice(0, 5).map(n => '    ' + n.html)].join('\n'));
        }
        """;

    /// <summary>
    /// Has every page of a context bring axe along. Half a megabyte of script that is sent over anew for each check took
    /// as long as the checks; the browser keeps what it has read before.
    /// </summary>
    public static Task BringAlongAsync(IBrowserContext context) => context.AddInitScriptAsync(Script);

    /// <summary>One text for each rule that is broken, with up to five elements that break it.</summary>
    public static async Task<IReadOnlyList<string>> FindViolationsAsync(IPage page) => await page.EvaluateAsync<string[]>(Run);
}
