using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests.Fixtures;

/// <summary>A browser window that remembers what went wrong in it and knows what every page must satisfy.</summary>
public sealed class BrowserWindow : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly IBrowserContext _context;
    private readonly Width _width;
    private readonly Scripts _scripts;
    private readonly List<string> _complaints = [];
    private InspectionWindow? _inspection;

    internal BrowserWindow(IBrowserContext context, IPage page, Width width, Scripts scripts)
    {
        _context = context;
        _width = width;
        _scripts = scripts;
        Page = page;
        // Violations of the content security policy arrive here as errors on the console.
        page.Console += (_, message) =>
        {
            // A page that says 409 shows what somebody else changed, one that says 422 what is wrong in a form: both are meant.
            if (message.Type is "error" or "warning" && !message.Text.EndsWith("409 (Conflict)", StringComparison.Ordinal) && !message.Text.Contains("status of 422", StringComparison.Ordinal))
            {
                _complaints.Add($"{message.Type} at {message.Location}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"script error: {error}");
        page.RequestFailed += (_, request) =>
        {
            // A page that is left while it loads gives up what it still waits for.
            if (request.Failure != "net::ERR_ABORTED")
            {
                _complaints.Add($"request failed: {request.Url} ({request.Failure})");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Request.ResourceType != "document")
            {
                _complaints.Add($"{response.Status} for {response.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Opens a page, expects 200, and checks what must hold for every page.</summary>
    public async Task OpenAsync(string path, [CallerMemberName] string test = "")
    {
        var response = await Page.GotoAsync(path);
        Assert.NotNull(response);
        Assert.True(response.Ok, $"{path} answered {response.Status}.");
        await CheckAsync(path, test);
    }

    /// <summary>Clicks what leads to another page (a link, a button that submits), and checks that page.</summary>
    /// <param name="target">What to click.</param>
    /// <param name="name">Tells pictures of one test apart.</param>
    /// <param name="test">The test, by default the caller.</param>
    public async Task FollowAsync(ILocator target, string name, [CallerMemberName] string test = "")
    {
        await Page.RunAndWaitForResponseAsync(
            () => target.ClickAsync(), answer => answer.Request.IsNavigationRequest && answer.Status is < 300 or >= 400);
        await CheckAsync(name, test);
    }

    /// <summary>
    /// What must hold for every page that is on the screen: a picture of it is kept, it does not scroll sideways,
    /// axe finds nothing against WCAG 2.2 AA or its best practices, and the browser has nothing to complain about.
    /// </summary>
    /// <param name="name">Tells pictures of one test apart; made safe for a file name.</param>
    /// <param name="test">The test, by default the caller.</param>
    public async Task CheckAsync(string name, [CallerMemberName] string test = "")
    {
        await LoadedAsync();
        await Screenshots.SaveAsync(Page, $"{test}-{name}-{(int)_width}{(_scripts == Scripts.Off ? "-without-scripts" : "")}");
        await ShouldNotScrollSidewaysAsync();
        await ShouldBeAccessibleAsync();
        ShouldHaveNoComplaints();
    }

    // Asked of the page itself: the driver's own wait can miss the event of a page that is loaded in the very moment.
    private async Task LoadedAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (await ReadyStateAsync() != "complete")
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"{Page.Url} was not loaded after {Patience.TotalSeconds} s.");
            await Task.Delay(20);
        }
    }

    private async Task<string> ReadyStateAsync()
    {
        try
        {
            return await Page.EvaluateAsync<string>("() => document.readyState");
        }
        catch (PlaywrightException)
        {
            // The page gives way to another.
            return "leaving";
        }
    }

    public async Task ShouldBeAccessibleAsync()
    {
        // axe is a script with timers, which do not run where scripts are off: there it looks at a copy.
        var page = _scripts == Scripts.On ? Page : await (_inspection ??= await InspectionWindow.OpenAsync(Page)).CopyAsync(Page);
        var violations = await Axe.FindViolationsAsync(page);
        Assert.True(violations.Count == 0, $"axe on {Page.Url} at {(int)_width} px:\n{string.Join('\n', violations)}");
    }

    public async Task ShouldNotScrollSidewaysAsync()
    {
        var widths = await Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        if (widths[0] <= widths[1])
        {
            return;
        }

        var culprits = await Page.EvaluateAsync<string[]>(
            """
            () => [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .slice(0, 5).map(e => e.outerHTML.slice(0, 200))
            """);
        Assert.Fail($"{Page.Url} is {widths[0]} px wide in a window of {widths[1]} px. What sticks out:\n{string.Join('\n', culprits)}");
    }

    /// <summary>No message on the console (the content security policy speaks there), no failed request, no script error.</summary>
    public void ShouldHaveNoComplaints()
    {
        var complaints = string.Join('\n', _complaints);
        _complaints.Clear();
        Assert.True(complaints.Length == 0, $"The browser complains on {Page.Url}:\n{complaints}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_inspection is not null)
        {
            await _inspection.DisposeAsync();
        }

        await _context.DisposeAsync();
    }
}
