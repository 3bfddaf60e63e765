using Microsoft.Playwright;

namespace Livelihood.BrowserTests.Fixtures;

/// <summary>
/// A second window, as wide as the first, in which pages that were shown without scripts are looked at by axe. It stays
/// open for all pages of its window: a new one for each took as long as axe itself.
/// </summary>
internal sealed class InspectionWindow : IAsyncDisposable
{
    // Scripts that come into a document in this way never run. Style sheets do count, so they are waited for.
    private const string Show =
        """
        async html => {
            const page = new DOMParser().parseFromString(html, 'text/html').documentElement;
            const root = document.documentElement;
            [...root.attributes].forEach(a => root.removeAttribute(a.name));
            [...page.attributes].forEach(a => root.setAttribute(a.name, a.value));
            root.innerHTML = page.innerHTML;
            scrollTo(0, 0);
            await Promise.all([...document.querySelectorAll('link[rel=stylesheet]')].map(link => link.sheet
                || new Promise((loaded, failed) => { link.onload = loaded; link.onerror = () => failed(new Error(link.href)); })));
        }
        """;

    private readonly IBrowserContext _context;
    private readonly IPage _page;

    private InspectionWindow(IBrowserContext context, IPage page) => (_context, _page) = (context, page);

    /// <summary>Opens one beside a page: of its width, at an address of its portal, with nothing in it but axe.</summary>
    public static async Task<InspectionWindow> OpenAsync(IPage beside)
    {
        var context = await beside.Context.Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = beside.ViewportSize!.Width, Height = beside.ViewportSize.Height },
            Locale = "zh-CN",
        });
        await Axe.BringAlongAsync(context);
        var page = await context.NewPageAsync();
        var address = new Uri(new Uri(beside.Url), "/inspection").ToString();
        await page.RouteAsync(address, route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html; charset=utf-8",
            Body = "<!DOCTYPE html><title>.</title>",
        }));
        await page.GotoAsync(address);
        // What is intercepted is not cached, and style sheets are to be.
        await page.UnrouteAllAsync();
        return new(context, page);
    }

    /// <summary>Shows what another page shows.</summary>
    public async Task<IPage> CopyAsync(IPage shown)
    {
        await _page.EvaluateAsync(Show, await shown.ContentAsync());
        return _page;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
