using Microsoft.Playwright;

namespace Livelihood.Formats.Pdf;

/// <summary>
/// Prints with a Chromium without a window. One browser is kept and replaced after a number of pages; few pages print at
/// once; what takes too long is given up, and the browser with it.
/// </summary>
public sealed class ChromiumPdfPrinter : IPdfPrinter, IAsyncDisposable, IDisposable
{
    private const int AtOnce = 2;
    private const int PagesOfABrowser = 200;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly string? _program;
    private readonly SemaphoreSlim _turns = new(AtOnce);
    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private int _pages;

    /// <summary>Prints with the program named (<c>Portal:Chromium</c>), or else the first one on PATH.</summary>
    public ChromiumPdfPrinter(string? named)
    {
        _program = ChromiumProgram.Find(named);
        Availability = _program is not null ? new(true, $"用{_program}生成PDF。")
            : new(false, string.IsNullOrWhiteSpace(named)
                ? "没有找到Chromium浏览器，不能生成PDF。请安装chromium和中文字体，或者在Portal:Chromium里写明它的位置。"
                : $"Portal:Chromium写的程序“{named}”不存在，不能生成PDF。请改正。");
    }

    /// <inheritdoc />
    public PdfAvailability Availability { get; }

    /// <inheritdoc />
    public async Task<byte[]> PrintAsync(PrintPage page, CancellationToken cancellation = default)
    {
        if (_program is null)
        {
            throw new PdfUnavailableException(Availability.Explanation);
        }

        if (!await _turns.WaitAsync(LongestWait, cancellation))
        {
            throw new PdfUnavailableException("正在生成的PDF太多，请过一会儿再试。");
        }

        try
        {
            var browser = await BrowserAsync(cancellation);
            return await PrintAsync(browser, page, cancellation).WaitAsync(page.Patience, cancellation);
        }
        catch (Exception fault) when (fault is PlaywrightException or TimeoutException)
        {
            await RetireAsync();
            throw new PdfUnavailableException("PDF没有生成出来，请过一会儿再试，或者下载Word版。", fault);
        }
        finally
        {
            _turns.Release();
        }
    }

    private static async Task<byte[]> PrintAsync(IBrowser browser, PrintPage page, CancellationToken cancellation)
    {
        await using var context = await browser.NewContextAsync(new()
        {
            JavaScriptEnabled = false, Locale = "zh-CN", AcceptDownloads = false, ServiceWorkers = ServiceWorkerPolicy.Block,
        });
        var tab = await context.NewPageAsync();
        tab.SetDefaultTimeout((float)page.Patience.TotalMilliseconds);
        await tab.RouteAsync("**/*", route => AnswerAsync(route, page, cancellation));
        await tab.GotoAsync(page.Address.ToString(), new() { WaitUntil = WaitUntilState.Load });
        return await tab.PdfAsync(new() { Tagged = true, Outline = true, PreferCSSPageSize = true, PrintBackground = true, Format = "A4" });
    }

    /// <summary>The page itself, what its resources hand out, and nothing else in the world.</summary>
    private static async Task AnswerAsync(IRoute route, PrintPage page, CancellationToken cancellation)
    {
        var asked = new Uri(route.Request.Url);
        if (route.Request.IsNavigationRequest && asked == page.Address)
        {
            await route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = page.Html });
        }
        else if (asked.GetLeftPart(UriPartial.Authority) == page.Address.GetLeftPart(UriPartial.Authority)
            && await page.Resources(Uri.UnescapeDataString(asked.AbsolutePath), cancellation) is { } resource)
        {
            await route.FulfillAsync(new() { ContentType = resource.ContentType, BodyBytes = resource.Content });
        }
        else
        {
            await route.AbortAsync();
        }
    }

    private async Task<IBrowser> BrowserAsync(CancellationToken cancellation)
    {
        await _starting.WaitAsync(cancellation);
        try
        {
            if (_browser is { IsConnected: true } && _pages++ < PagesOfABrowser)
            {
                return _browser;
            }

            // Pages that still print in the old one finish or fail with it; with two at once that is rare, and they are told to try again.
            await CloseAsync();
            _playwright ??= await Playwright.CreateAsync();
            _pages = 1;
            // Containers have no room for Chromium's own sandbox. No script runs, nothing is resolved, and every request is answered here.
            return _browser = await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = _program, Headless = true, Args = [.. ChromiumProgram.QuietFlags, "--host-resolver-rules=MAP * ~NOTFOUND"],
            });
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task RetireAsync()
    {
        await _starting.WaitAsync();
        try
        {
            await CloseAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task CloseAsync()
    {
        if (_browser is { } browser)
        {
            _browser = null;
            try
            {
                await browser.CloseAsync();
            }
            catch (PlaywrightException)
            {
                // It is gone already.
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _playwright?.Dispose();
        _turns.Dispose();
        _starting.Dispose();
    }

    /// <inheritdoc />
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
