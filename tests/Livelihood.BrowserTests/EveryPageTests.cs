using AngleSharp.Html.Dom;
using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>Every kind of page is accessible at both widths, on the phone without scripts.</summary>
public sealed class EveryPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    // Answers with another page or with a fragment, by design.
    private static readonly string[] NotPages = ["/account/sign-out"];

    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task Public_pages(Width width, Scripts scripts)
    {
        var paths = await KindsOfPublicPagesAsync();
        Assert.True(paths.Count >= 10, $"Only {paths.Count} kinds of pages were found.");
        await using var window = await browser.OpenWindowAsync(width, scripts);
        await Assert.AllAsync(paths, path => window.OpenAsync(path));
    }

    [Theory]
    [InlineData(Width.Phone)]
    [InlineData(Width.Desk)]
    public async Task Staff_pages(Width width)
    {
        var unopened = browser.Host.StaffPages().Except(NotPages).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("/console", unopened);
        foreach (var role in Roles.All)
        {
            var account = await browser.Host.CreateStaffAsync(role);
            await using var window = await browser.OpenWindowAsync(width);
            await SignInAsync(window.Page, account);
            foreach (var path in await OpenToAsync(account, unopened))
            {
                await window.OpenAsync(path);
                unopened.Remove(path);
            }
        }

        Assert.True(unopened.Count == 0, $"No role may open {string.Join(", ", unopened)}.");
    }

    [Theory]
    [InlineData(Scripts.Off)]
    [InlineData(Scripts.On)]
    public async Task What_is_wrong_is_found(Scripts scripts)
    {
        await using var window = await browser.OpenWindowAsync(Width.Phone, scripts);
        await window.Page.GotoAsync("/");
        await window.Page.SetContentAsync("<html lang=\"zh\"><title>Wrong</title><main><h1>Wrong</h1><a href=\"/\"></a></main></html>");
        var found = await Assert.ThrowsAnyAsync<Exception>(window.ShouldBeAccessibleAsync);
        Assert.Contains("link-name (serious)", found.Message, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> OpenToAsync(StaffAccount account, IEnumerable<string> paths)
    {
        using var visitor = await browser.Host.SignInAsync(account);
        var open = new List<string>();
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            using var response = await visitor.GetAsync(path);
            if (response.IsSuccessStatusCode && response.RequestMessage!.RequestUri!.AbsolutePath == path)
            {
                open.Add(path);
            }
        }

        return open;
    }

    private static async Task SignInAsync(IPage page, StaffAccount account)
    {
        await page.GotoAsync("/account/sign-in");
        await page.Locator("[name=UserName]").FillAsync(account.UserName);
        await page.Locator("[name=Password]").FillAsync(account.Password);
        await page.Locator("main form button").ClickAsync();
        await page.WaitForURLAsync("**/console");
    }

    /// <summary>All pages without parameters, and one of each kind that they link to.</summary>
    private async Task<IReadOnlyList<string>> KindsOfPublicPagesAsync()
    {
        using var visitor = browser.Host.NewVisitor();
        var kinds = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in browser.Host.PublicPages())
        {
            using var response = await visitor.GetAsync(path);
            // Who is led elsewhere, such as to a sign-in, sees that page, which is opened under its own address.
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != "text/html"
                || response.RequestMessage!.RequestUri!.AbsolutePath != path)
            {
                continue;
            }

            kinds.TryAdd(browser.Host.KindOf(path), path);
            var page = await visitor.GetPageAsync(path);
            // A link that names its type leads to a file, such as a feed.
            foreach (var link in page.Document.QuerySelectorAll("main a[href]:not([type])").OfType<IHtmlAnchorElement>())
            {
                var target = new Uri(link.Href);
                if (target.Authority == page.Address.Authority)
                {
                    kinds.TryAdd(browser.Host.KindOf(target.PathAndQuery), target.PathAndQuery);
                }
            }
        }

        return [.. kinds.Values];
    }
}
