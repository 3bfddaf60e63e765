using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Livelihood.BrowserTests.Fixtures.SharedChromium))]

namespace Livelihood.BrowserTests.Fixtures;

/// <summary>The Chromium of a whole test run; to start one takes longer than many a test. Windows share nothing in it.</summary>
public sealed class SharedChromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal IBrowser Browser => _browser ?? throw new InvalidOperationException("Chromium has not been started.");

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(Chromium.LaunchOptions());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>A running portal on SQLite, and a browser to visit it with.</summary>
public sealed class BrowserFixture(SharedChromium chromium) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private PortalHost? _host;

    public PortalHost Host => _host ?? throw new InvalidOperationException("The portal has not been started.");

    public async ValueTask InitializeAsync() =>
        _host = PortalHost.Start(_folder.Path, await PreparedPortal.CopyToSqliteAsync(_folder.Path));

    /// <summary>Opens a window of its own, with its own cookies.</summary>
    public async Task<BrowserWindow> OpenWindowAsync(Width width, Scripts scripts = Scripts.On)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Host.BaseAddress.ToString(),
            ViewportSize = new ViewportSize { Width = (int)width, Height = width == Width.Phone ? 640 : 900 },
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = scripts == Scripts.On,
        });
        context.SetDefaultTimeout(15_000);
        if (scripts == Scripts.On)
        {
            await Axe.BringAlongAsync(context);
        }

        return new BrowserWindow(context, await context.NewPageAsync(), width, scripts);
    }

    /// <summary>Opens a window in which somebody with that role has signed in and is on a page of the console.</summary>
    public async Task<BrowserWindow> SignInAsync(string role, Width width, Scripts scripts, string page = "/console", string agency = StaffAccounts.DefaultAgency)
    {
        var account = await Host.CreateStaffAsync(role, agency);
        var window = await OpenWindowAsync(width, scripts);
        await window.Page.GotoAsync($"/account/sign-in?returnUrl={page}");
        await window.Page.Locator("[name=UserName]").FillAsync(account.UserName);
        await window.Page.Locator("[name=Password]").FillAsync(account.Password);
        await window.Page.Locator("main form button").ClickAsync();
        await window.Page.WaitForURLAsync($"**{page}");
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Dispose();
    }
}

/// <summary>The widths at which every page is looked at, in CSS pixels: the narrowest that WCAG 1.4.10 asks for, and a desk.</summary>
public enum Width
{
    Phone = 320,
    Desk = 1280,
}

/// <summary>Whether the browser runs the pages' scripts; the portal works without.</summary>
public enum Scripts
{
    On,
    Off,
}
