using Livelihood.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests.Journey;

/// <summary>Somebody without an account who files a request and follows it.</summary>
internal sealed class Requester(BrowserWindow window, Scripts scripts)
{
    private const string Test = "Journey";

    private IPage Page => window.Page;

    private ILocator Main => Page.GetByRole(AriaRole.Main);

    /// <summary>Fills in the form, is offered what is published already, checks and files.</summary>
    public async Task<Receipt> FileAsync()
    {
        await window.OpenAsync("/disclosure/requests/new?whole=true", Test);
        await FillInAsync();
        if (scripts == Scripts.On)
        {
            await Assertions.Expect(Main.Locator("[data-suggestions] a").First).ToContainTextAsync("政府信息公开条例");
            await window.CheckAsync("suggestions", Test);
        }

        await window.FollowAsync(Main.GetByRole(AriaRole.Button, new() { Name = "下一步" }), "request check", Test);
        await Assertions.Expect(Main.GetByRole(AriaRole.Link).Filter(new() { HasText = "政府信息公开条例" }).First).ToBeVisibleAsync();
        await window.FollowAsync(Main.GetByRole(AriaRole.Button, new() { Name = "提交申请" }), "receipt", Test);
        var codes = await Page.Locator(".receipt__code").AllInnerTextsAsync();
        Assert.Equal(2, codes.Count);
        return new Receipt(codes[0], codes[1]);
    }

    /// <summary>Before the office confirms there is no deadline yet (R-31c).</summary>
    public async Task SeeThatNothingIsConfirmedAsync(Receipt receipt)
    {
        await OpenStatusAsync(receipt, "status unconfirmed");
        await Assertions.Expect(Main).ToContainTextAsync("尚未起算");
    }

    /// <summary>The last day for the reply, as the requester sees it, with the way it was computed.</summary>
    public async Task<string> SeeTheDeadlineAsync(Receipt receipt)
    {
        await OpenStatusAsync(receipt, "status confirmed");
        return await Deadline.ReadAsync(Page);
    }

    private async Task FillInAsync()
    {
        await Main.GetByLabel("向哪个机关申请").SelectOptionAsync("SMX-ZFB");
        await Main.GetByLabel("信息的名称").FillAsync("政府信息公开条例");
        await Main.GetByRole(AriaRole.Radio, new() { Name = "电子文档" }).CheckAsync();
        await Main.GetByRole(AriaRole.Radio, new() { Name = "发到电子邮箱" }).CheckAsync();
        await Main.GetByLabel("姓名", new() { Exact = true }).FillAsync("申请人甲");
        await Main.GetByLabel("证件名称").SelectOptionAsync(new SelectOptionValue { Label = "护照" });
        await Main.GetByLabel("证件号码").FillAsync("E00000000");
        await Main.GetByRole(AriaRole.Textbox, new() { Name = "电子邮箱" }).FillAsync("requester@example.org");
    }

    private async Task OpenStatusAsync(Receipt receipt, string name)
    {
        await window.OpenAsync("/disclosure/requests/status", Test);
        await Main.GetByLabel("回执编号").FillAsync(receipt.Number);
        await Main.GetByLabel("查询码").FillAsync(receipt.Code);
        await window.FollowAsync(Main.GetByRole(AriaRole.Button, new() { Name = "查询" }), name, Test);
        await Assertions.Expect(Main).ToContainTextAsync(receipt.Number);
    }
}
