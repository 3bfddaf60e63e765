using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Livelihood.BrowserTests.Handbook;

/// <summary>Somebody at the office that runs the portal, who does what the handbook says.</summary>
internal sealed class HandbookPerson : IAsyncDisposable
{
    private readonly BrowserWindow _window;
    private readonly HandbookAlbum _album;

    private HandbookPerson(BrowserWindow window, HandbookAlbum album) => (_window, _album) = (window, album);

    public IPage Page => _window.Page;

    public ILocator Main => Page.Locator("main");

    /// <summary>Makes an account and opens a window on the page for signing in.</summary>
    /// <param name="browser">The portal and the browser.</param>
    /// <param name="album">Where labels and pictures go.</param>
    /// <param name="role">The role, see <see cref="Roles"/>.</param>
    /// <param name="name">How the pictures name the person: by what they do.</param>
    public static async Task<HandbookPerson> SignInAsync(BrowserFixture browser, HandbookAlbum album, string role, string name)
    {
        var userName = $"{role}-{Guid.NewGuid():n}"[..16];
        var password = await browser.Host.InScopeAsync(services => services.GetRequiredService<AccountRegistrar>()
            .CreateAsync(new NewAccount(userName, name, role, StaffAccounts.DefaultAgency, Email: null, Password: null)));
        var person = new HandbookPerson(await browser.OpenWindowAsync(Width.Desk), album);
        await person.GoAsync("/account/sign-in");
        await person.Page.Locator("[name=UserName]").FillAsync(userName);
        await person.Page.Locator("[name=Password]").FillAsync(password);
        await person.PressAsync("登录");
        return person;
    }

    /// <summary>Opens a page and reads its labels.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await _album.ReadAsync(Page);
    }

    /// <summary>Presses a button or follows a link to another page, and reads that page's labels.</summary>
    public Task PressAsync(string label) => FollowAsync(
        Main.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).Or(Main.GetByRole(AriaRole.Link, new() { Name = label, Exact = true })).First);

    /// <summary>Presses a button that a script answers on the page itself.</summary>
    public Task PressInPlaceAsync(string label) => Main.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();

    /// <summary>Follows the first of what a selector finds.</summary>
    public Task OpenFirstAsync(string selector) => FollowAsync(Page.Locator(selector).First);

    /// <summary>Takes a picture of parts of the page.</summary>
    public Task TakeAsync(string name, params ILocator[] parts) => _album.TakeAsync(Page, name, parts);

    /// <summary>Takes a picture of the page's main part, from its title on.</summary>
    public Task TakePageAsync(string name) => TakeAsync(name, Main.Locator("h1"), Main.Locator("> :last-child"));

    public ValueTask DisposeAsync() => _window.DisposeAsync();

    private async Task FollowAsync(ILocator target)
    {
        await Page.RunAndWaitForResponseAsync(
            () => target.ClickAsync(), answer => answer.Request.IsNavigationRequest && answer.Status is < 300 or >= 400);
        await _album.ReadAsync(Page);
    }
}
