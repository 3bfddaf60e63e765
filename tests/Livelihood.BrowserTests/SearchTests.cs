using System.Text.RegularExpressions;
using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.Search.Alerts;
using Livelihood.Search.QueryLog;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>A reader searches, narrows, opens the place, and keeps the search; an editor looks at what readers seek.</summary>
public sealed partial class SearchTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task Reader_narrows_orders_and_opens_the_place(Width width, Scripts scripts)
    {
        await using var window = await browser.OpenWindowAsync(width, scripts);
        await window.OpenAsync("/search?q=公开");
        await window.FollowAsync(window.Page.Locator(".facets__link").First, "one-value");
        await window.FollowAsync(window.Page.Locator(".facets__link:not([aria-current])").First, "two-values");
        Assert.Equal(3, await window.Page.Locator(".chosen a").CountAsync());
        await window.FollowAsync(window.Page.Locator(".chosen__all"), "all");
        await window.FollowAsync(window.Page.Locator(".search-orders a[href*='sort=number']"), "by-number");
        await window.FollowAsync(window.Page.Locator(".search-result__passage a").First, "place");
        Assert.NotEqual(0, await window.Page.Locator("main mark").CountAsync());
        await window.OpenAsync("/search?q=公开&year=1950&year=1951");
    }

    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task Reader_subscribes_by_mail_and_ends_it(Width width, Scripts scripts)
    {
        var address = $"reader-{width}@example.com";
        await using var window = await browser.OpenWindowAsync(width, scripts);
        await window.OpenAsync("/search?q=公开");
        await window.FollowAsync(window.Page.Locator("a[href*='/search/alerts/new']"), "form");
        await window.Page.Locator("[name=Email]").FillAsync("name");
        await window.FollowAsync(window.Page.Locator("main form[method=post] button"), "wrong");
        await window.Page.Locator("[name=Email]").FillAsync(address);
        await window.FollowAsync(window.Page.Locator("main form[method=post] button"), "sent");
        var mail = await browser.Host.InScopeAsync(services =>
            services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.To == address));
        await window.Page.GotoAsync(Link().Match(mail.Body).Value);
        await window.CheckAsync("confirm");
        await window.FollowAsync(window.Page.Locator("main form[method=post] button"), "confirmed");
        Assert.Equal("已经订阅", await window.Page.Locator("h1").InnerTextAsync());
        var secrets = browser.Host.Services.GetRequiredService<AlertSecrets>();
        var id = secrets.Read(new Uri(window.Page.Url).Query["?token=".Length..], AlertLink.Confirm)!.Value;
        await window.Page.GotoAsync($"/search/alerts/end?token={secrets.TokenOf(id, AlertLink.End)}");
        await window.CheckAsync("end");
        await window.FollowAsync(window.Page.Locator("main form[method=post] button"), "ended");
        Assert.Equal("订阅已经结束", await window.Page.Locator("h1").InnerTextAsync());
    }

    [Theory]
    [InlineData(Width.Phone)]
    [InlineData(Width.Desk)]
    public async Task Editor_sees_what_readers_seek(Width width)
    {
        var asked = browser.Host.Services.GetRequiredService<AskedQueries>();
        for (var i = 0; i < 5; i++)
        {
            asked.Asked("断头路", 3, isMissed: false, Guid.NewGuid().ToString());
            asked.Asked("充电桩补贴", 0, isMissed: true, Guid.NewGuid().ToString());
            asked.Clicked("断头路", Guid.NewGuid().ToString());
        }

        await browser.Host.InScopeAsync(services => services.GetRequiredService<QueryLogStore>().WriteAsync());
        var account = await browser.Host.CreateStaffAsync(Roles.Editor);
        await using var window = await browser.OpenWindowAsync(width);
        await window.Page.GotoAsync("/account/sign-in");
        await window.Page.Locator("[name=UserName]").FillAsync(account.UserName);
        await window.Page.Locator("[name=Password]").FillAsync(account.Password);
        await window.Page.Locator("main form button").ClickAsync();
        await window.Page.WaitForURLAsync("**/console");
        await window.OpenAsync("/console/search-queries");
        await window.FollowAsync(window.Page.Locator("a[href*='days=90']"), "90-days");
        await window.Page.Locator("summary").ClickAsync();
        await window.CheckAsync("table");
    }

    [GeneratedRegex(@"http://\S+/search/alerts/confirm\S+")]
    private static partial Regex Link();
}
