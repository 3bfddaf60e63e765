using Livelihood.BrowserTests.Fixtures;
using Livelihood.TestSupport;
using Microsoft.Playwright;

namespace Livelihood.BrowserTests.Journey;

/// <summary>The person in the office who confirms requests.</summary>
internal sealed class Handler(BrowserWindow window)
{
    private const string Test = "Journey";

    private IPage Page => window.Page;

    private ILocator Main => Page.GetByRole(AriaRole.Main);

    public async Task SignInAsync(StaffAccount account)
    {
        await window.OpenAsync("/account/sign-in", Test);
        await Main.GetByLabel("账号").FillAsync(account.UserName);
        await Main.GetByLabel("密码").FillAsync(account.Password);
        await window.FollowAsync(Main.GetByRole(AriaRole.Button, new() { Name = "登录" }), "console", Test);
    }

    /// <summary>Confirms the request and returns the last day for the reply, as the office sees it.</summary>
    public async Task<string> ConfirmAsync(Receipt receipt)
    {
        await window.OpenAsync("/console/disclosure", Test);
        await window.FollowAsync(Main.GetByRole(AriaRole.Link, new() { Name = receipt.Number }), "request", Test);
        await window.FollowAsync(Main.GetByRole(AriaRole.Button, new() { Name = "确认收到" }), "request confirmed", Test);
        return await Deadline.ReadAsync(Page);
    }
}
