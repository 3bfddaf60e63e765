using AngleSharp.Html.Dom;
using Livelihood.Disclosure.Data;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>The form with a question to a page.</summary>
public abstract partial class FilingTests
{
    private const string Start = "/disclosure/requests/new";

    [Fact]
    public async Task R_29a_A_question_to_a_page_leads_to_a_receipt_and_nothing_is_lost_on_the_way()
    {
        using var citizen = portal.NewVisitor();
        var page = await citizen.GetPageAsync(Start);
        Assert.Equal("第1步，共12步", page.Find(".govuk-caption-l").TextContent);
        page = await NextAsync(page);
        Assert.StartsWith("向哪个机关申请（第2步，共12步）", page.Document.Title);
        Assert.Contains("请选择向哪个机关申请", (await NextAsync(page)).TextsOf(".govuk-error-summary li"));
        page = await NextAsync(page, ("Input.Agency", Requests.Agency));

        // Only what this page asks for is wrong; what is right goes along.
        var wrong = await NextAsync(page, ("Input.Description", new string('字', 2001)));
        Assert.Equal(["特征描述不能超过2000个字，现在有2001个字"], wrong.TextsOf(".govuk-error-summary li"));
        Assert.StartsWith("错误：您需要什么信息", wrong.Document.Title);
        Assert.Empty(PageFaults.Of(wrong));
        page = await NextAsync(wrong, ("Input.Description", ""), ("Input.Subject", "云<b>岭"));
        page = await NextAsync(page, ("Input.Form", "Paper"), ("Input.Delivery", "Post"));
        page = await NextAsync(page, ("Input.Organisation", "true"));
        page = await NextAsync(page, ("Input.Kind", "Commercial"), ("Input.Name", "测试有限公司"), ("Input.ContactPerson", "联系人乙"));

        // Back, with something half typed, and on again.
        page = await page.SubmitAsync("main form", new Dictionary<string, string> { ["Input.IdentityNumber"] = "9141" }, "button[formaction*=Back]");
        Assert.Equal("测试有限公司", ((IHtmlInputElement)page.Find("[name='Input.Name']")).Value);
        page = await NextAsync(page);
        Assert.Equal("9141", ((IHtmlInputElement)page.Find("[name='Input.IdentityNumber']")).Value);
        page = await NextAsync(page, ("Input.IdentityNumber", "914112000000000ABM"));
        page = await NextAsync(page, ("Input.Phone", "010-62345678-801"));
        Assert.Equal(["您选择了邮寄，请填写通信地址"], (await NextAsync(page)).TextsOf(".govuk-error-summary li"));
        page = await NextAsync(page, ("Input.Address", "云岭市测试路1号"));
        page = await NextAsync(page, ("Papers", PaperNamed("以前的答复.pdf")));
        var check = await NextAsync(page, ("Input.Help", "大字"));
        Assert.StartsWith("核对申请内容（第12步，共12步）", check.Document.Title);
        foreach (var shown in new[] { "测试有限公司", "商业企业", "云<b>岭", "01062345678-801", "云岭市测试路1号", "以前的答复.pdf", "大字", "联系人乙", "纸质" })
        {
            Assert.Contains(shown, check.VisibleText);
        }

        Assert.Empty(PageFaults.Of(check));
        var filed = Requests.Read(await check.SubmitAsync("main form", button: "button[formaction*=File]"));
        var row = await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<DisclosureRequest>().AsNoTracking()
            .SingleAsync(request => request.Number == filed.Number, TestContext.Current.CancellationToken));
        Assert.Equal("云<b>岭", row.Subject);
    }

    [Fact]
    public async Task Every_answer_of_the_check_page_has_a_way_to_its_question_and_back()
    {
        using var citizen = portal.NewVisitor();
        var check = await Requests.CheckAsync(citizen);
        var changes = check.Document.QuerySelectorAll("button[form=carried][formaction*=Edit]");
        Assert.Equal(11, changes.Length);
        var page = await ChangeAsync(check, "Contact");
        Assert.Equal("保存，返回核对", page.Find("main form button").TextContent);
        Assert.Contains("有效的电话号码", (await NextAsync(page, ("Input.Phone", "12"))).Find(".govuk-error-summary").TextContent);
        check = await NextAsync(page, ("Input.Phone", "13900001234"));
        Assert.Contains("13900001234", check.VisibleText);
        Assert.Contains(Requests.IdentityNumber, check.VisibleText);

        // What follows from a changed answer is asked for, one question at a time, before the check page comes again.
        page = await NextAsync(await ChangeAsync(check, "Delivery"), ("Input.Delivery", "Email"));
        Assert.EndsWith("怎样联系您", page.Find("h1").TextContent);
        Assert.Equal(["您选择了发到电子邮箱，请填写电子邮箱"], page.TextsOf(".govuk-error-summary li"));
        check = await NextAsync(page, ("Input.Email", "step@example.com"));
        Assert.Contains("step@example.com", check.VisibleText);
        page = await NextAsync(await ChangeAsync(check, "Asker"), ("Input.Organisation", "true"));
        Assert.EndsWith("申请的单位是哪一家", page.Find("h1").TextContent);
        Assert.Equal(Requests.Name, ((IHtmlInputElement)page.Find("[name='Input.Name']")).Value);

        // A paper that is taken back is not missed.
        check = await Requests.CheckAsync(citizen, new(Requests.Form()) { ["Papers"] = PaperNamed("多余.pdf") });
        page = await ChangeAsync(check, "Papers");
        page = await page.SubmitAsync("main form", new Dictionary<string, string> { ["DropPapers"] = "true" });
        Assert.EndsWith("核对申请内容", page.Find("h1").TextContent);
        Assert.DoesNotContain("多余.pdf", page.VisibleText);
    }

    [Fact]
    public async Task R_43_Help_that_is_asked_for_is_shown_to_the_office()
    {
        using var citizen = portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen, new(Requests.Form()) { ["Input.Help"] = "请用大字\t并打电话读给我听" });
        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        var page = await handler.GetPageAsync($"/console/disclosure/{filed.Number}");
        Assert.Contains("需要的帮助（第四十三条）", page.VisibleText);
        Assert.Contains("请用大字 并打电话读给我听", page.VisibleText);
        Assert.DoesNotContain(Requests.Phone, page.VisibleText);
    }

    [Fact]
    public async Task One_page_and_steps_are_two_ways_of_one_form()
    {
        using var citizen = portal.NewVisitor();
        var first = await citizen.GetPageAsync(Start + "?wanted=公路养护");
        var whole = await first.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Correction"] = "true" }, "button[formaction*=Whole]");
        Assert.DoesNotContain("单位名称", whole.VisibleText);
        whole = await whole.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Help"] = "大字" }, "button[formaction*='rganisation=true']");
        Assert.Equal("大字", ((IHtmlTextAreaElement)whole.Find("[name='Input.Help']")).Value);
        Assert.Contains("单位名称", whole.VisibleText);
        Assert.Equal("公路养护", ((IHtmlInputElement)whole.Find("[name='Input.Subject']")).Value);
        var steps = await whole.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Name"] = "某某学会", ["Papers"] = PaperNamed("证据.pdf") }, "button[formaction*=Steps]");
        Assert.Equal("第1步，共12步", steps.Find(".govuk-caption-l").TextContent);
        Assert.Equal("某某学会", ((IHtmlInputElement)steps.Find("[name='Input.Name']")).Value);
        Assert.Equal("1", ((IHtmlInputElement)steps.Find("[name=ShownPapers]")).Value);
    }

    [Fact]
    public async Task The_receipt_shows_the_way_to_the_status_page_as_a_QR_code_without_the_query_code()
    {
        using var citizen = portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen);
        var picture = filed.Receipt.Find("img.qr-code");
        Assert.StartsWith("data:image/svg+xml;base64,", picture.GetAttribute("src"));
        var address = picture.GetAttribute("data-address")!;
        Assert.Equal($"{portal.Host.BaseAddress}disclosure/requests/status?number={filed.Number}", address);
        var status = await citizen.GetPageAsync(address);
        Assert.Equal(filed.Number, ((IHtmlInputElement)status.Find("[name=Number]")).Value);
        Assert.Equal("", ((IHtmlInputElement)status.Find("[name=Code]")).Value);
        Assert.Equal("", ((IHtmlInputElement)(await citizen.GetPageAsync("/disclosure/requests/status?number=%3Cb%3E")).Find("[name=Number]")).Value);
    }

    private static Task<PortalPage> NextAsync(PortalPage page, params (string Field, string Value)[] typed) =>
        page.SubmitAsync("main form", typed.ToDictionary(one => one.Field, one => one.Value));

    private static Task<PortalPage> ChangeAsync(PortalPage check, string question) =>
        PressAsync(check, $"button[form=carried][formaction*='question={question}']");

    // A button that belongs to the form beside: its address, with what that form holds.
    private static Task<PortalPage> PressAsync(PortalPage page, string button)
    {
        var pressed = page.Find(button);
        page.Find("form#carried").AppendChild(pressed);
        return page.SubmitAsync("form#carried", button: "button");
    }

    private string PaperNamed(string name)
    {
        var path = Path.Combine(portal.DataFolder, name);
        File.WriteAllBytes(path, SampleFiles.Pdf(name));
        return path;
    }
}
