using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>An administrator adds a column and puts it into the menu; a citizen finds an item in it.</summary>
public sealed class ColumnJourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task A_new_column_is_found_from_the_menu(Width width, Scripts scripts)
    {
        var name = scripts == Scripts.On ? "公告栏" : "公告专栏";
        var slug = scripts == Scripts.On ? "board" : "special-board";
        var account = await browser.Host.CreateStaffAsync(Roles.Administrator);
        await using var staff = await browser.OpenWindowAsync(width, scripts);
        await staff.Page.GotoAsync("/account/sign-in?returnUrl=/console");
        await staff.Page.Locator("[name=UserName]").FillAsync(account.UserName);
        await staff.Page.Locator("[name=Password]").FillAsync(account.Password);
        await staff.Page.Locator("main form button").First.ClickAsync();

        await staff.OpenAsync("/console/columns");
        await staff.FollowAsync(staff.Page.GetByRole(AriaRole.Button, new() { Name = "添加栏目" }), "column-form");
        await staff.Page.Locator("[name='Input.Name']").FillAsync(name);
        await staff.Page.Locator("[name='Input.Slug']").FillAsync(slug);
        await staff.Page.GetByLabel("通知公告", new() { Exact = true }).CheckAsync();
        await staff.FollowAsync(staff.Page.GetByRole(AriaRole.Button, new() { Name = "保存栏目" }), "columns");

        await staff.OpenAsync("/console/navigation");
        await staff.FollowAsync(staff.Page.Locator("main a[href$='/console/navigation/main']"), "entry-form");
        await staff.Page.Locator("#Text").FillAsync(name);
        await staff.Page.Locator("#ColumnId").SelectOptionAsync(new SelectOptionValue { Label = name });
        await staff.FollowAsync(staff.Page.GetByRole(AriaRole.Button, new() { Name = "保存导航" }), "navigation");
        await staff.OpenAsync("/console/taxonomies");
        await staff.FollowAsync(staff.Page.GetByRole(AriaRole.Link, new() { Name = "地区" }), "taxonomy");
        await staff.FollowAsync(staff.Page.GetByRole(AriaRole.Link, new() { Name = "灵宝市" }), "term");

        await using var citizen = await browser.OpenWindowAsync(width, scripts);
        await citizen.OpenAsync("/");
        await citizen.FollowAsync(citizen.Page.Locator(".main-nav__link", new() { HasText = name }), "column");
        await citizen.FollowAsync(citizen.Page.GetByRole(AriaRole.Link, new() { Name = "怎样查阅和引用政府公报" }), "item");
        Assert.Equal("怎样查阅和引用政府公报", await citizen.Page.Locator("h1").InnerTextAsync());
    }
}
