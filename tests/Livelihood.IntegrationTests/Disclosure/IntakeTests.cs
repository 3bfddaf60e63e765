using System.Net;
using Livelihood.Disclosure.Office;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>The office enters what comes over the counter, by post and by fax: one register for all channels.</summary>
public abstract class IntakeTests(PortalFixture portal) : OfficeDays(portal)
{
    private const string Intake = "/console/disclosure/intake";

    [Theory]
    [InlineData("InPerson", "2026-02-27", "2026年2月27日", "2026年3月26日")] // the 28th is a Saturday on which people work
    [InlineData("Oral", "2026-03-02", "2026年3月2日", "2026年3月30日")]
    [InlineData("SignedPost", "2026-02-28", "2026年2月28日", "2026年3月27日")]
    public async Task R_29b_R_31a_R_31b_What_is_handed_in_or_signed_for_runs_from_that_day(string channel, string arrived, string received, string due)
    {
        var handler = await StaffAsync(Roles.Handler);
        var check = await CheckAsync(handler, channel, arrived);
        Assert.StartsWith(received, check.Find("[data-received]").TextContent);
        Assert.Contains(due, check.Find(".deadline").TextContent);
        Assert.Empty(PageFaults.Of(check));
        var receipt = await check.SubmitAsync("main form", button: "button[formaction*=File]");
        Assert.Contains($"最迟 {due}", receipt.VisibleText);
        Assert.Empty(PageFaults.Of(receipt));
        var filed = Requests.Read(receipt);

        // The visitor follows it like everybody else, and the office finds it in the one list.
        using var citizen = Portal.NewVisitor();
        var mine = await Requests.AskAsync(citizen, filed.Number, filed.Code);
        Assert.Contains("办理中", mine.VisibleText);
        Assert.Contains(due, mine.Find(".deadline").TextContent);
        Assert.Contains(filed.Number, (await handler.GetPageAsync("/console/disclosure")).VisibleText);

        // Sent twice, it is one request.
        Assert.Equal(filed.Number, Requests.Read(await check.SubmitAsync("main form", button: "button[formaction*=File]")).Number);
    }

    /// <summary>The agency declares that it takes requests by fax (R-CH).</summary>
    private async Task DeclareFaxAsync() => await Portal.Host.InScopeAsync(async services =>
    {
        var guide = services.GetRequiredService<ChannelGuide>();
        if ((await guide.VersionsAsync(Requests.Agency)).Count == 0)
        {
            await guide.SaveAsync(Requests.Agency, 0, new(TakesInternet: true, TakesFax: true, "0000-1234567"), new(2026, 3, 2));
        }
    });

    [Theory]
    [InlineData("OrdinaryPost", "2026-02-28", "2026年2月28日")] // a Saturday on which people work; entered on Monday
    [InlineData("Fax", "2026-03-01", "2026年3月2日")]
    [InlineData("Email", "2026-03-02", "2026年3月2日")]
    public async Task R_31b_R_31c_A_letter_a_fax_or_a_mail_waits_for_the_confirmation(string channel, string arrived, string confirmation)
    {
        await DeclareFaxAsync();
        var handler = await StaffAsync(Roles.Handler);
        var check = await CheckAsync(handler, channel, arrived, ("Input.Phone", ""), ("Input.Email", ""));
        Assert.Contains("请登记后当天确认", check.Find("[data-received]").TextContent);
        Assert.Empty(check.Document.QuerySelectorAll(".deadline"));
        var receipt = await check.SubmitAsync("main form", button: "button[formaction*=File]");
        var filed = Requests.Read(receipt);
        Assert.DoesNotContain("网上", receipt.Find(".timeline").TextContent);
        var waiting = await handler.GetPageAsync($"/console/disclosure/{filed.Number}");
        Assert.Contains(channel switch { "Fax" => "传真的申请", "Email" => "电子邮件的申请", _ => "平常信函" }, waiting.Find(".govuk-inset-text").TextContent);
        Assert.Contains($"应在{confirmation}确认", waiting.Find(".govuk-inset-text").TextContent);
        using var citizen = Portal.NewVisitor();
        Assert.Contains($"机关应在{confirmation}确认{(channel != "OrdinaryPost" ? "。" : "，现在已经超过")}", (await Requests.AskAsync(citizen, filed.Number, filed.Code)).VisibleText);
        Assert.DoesNotContain("网上", waiting.Find(".govuk-inset-text").TextContent);
        Assert.Contains("2026年3月30日", (await Requests.ConfirmAsync(handler, filed.Number)).Find(".deadline").TextContent);
    }

    [Fact]
    public async Task R_ORD_Nothing_arrives_in_the_future_and_every_mistake_is_named_with_nothing_lost()
    {
        await DeclareFaxAsync();
        var handler = await StaffAsync(Roles.Handler);
        var future = await CheckAsync(handler, "InPerson", "2026-03-03");
        Assert.Contains("2026年3月3日", future.TextsOf(".govuk-error-summary li").Single());
        Assert.Equal("2019年公路养护经费安排", future.Find("[name='Input.Subject']").GetAttribute("value"));
        var wrong = await CheckAsync(handler, "", "昨天", ("Input.Phone", ""), ("Input.Address", ""));
        Assert.Equal("请选择申请是怎样来的", wrong.TextsOf(".govuk-error-summary li")[0]);
        Assert.Contains("请填写联系电话、电子邮箱或者通信地址，至少填一项", wrong.TextsOf(".govuk-error-summary li"));
        Assert.Empty(PageFaults.Of(wrong));
        Assert.Contains("日期", (await CheckAsync(handler, "Fax", "昨天")).TextsOf(".govuk-error-summary li").Single());
        Assert.Contains("早于工作日历的第一天", (await CheckAsync(handler, "Fax", "1926-03-02")).TextsOf(".govuk-error-summary li").Single());
    }

    [Fact]
    public async Task R_44_The_same_question_is_shown_before_it_is_entered_again()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var filed = await Requests.FileAsync(citizen, new(Requests.Form("梅花鹿保护区范围图")) { ["Input.IdentityKind"] = "Passport", ["Input.IdentityNumber"] = "E20000001", ["Input.Phone"] = "13800000021" });
        var check = await CheckAsync(handler, "InPerson", "2026-03-02", ("Input.Subject", "梅花鹿保护区范围图"));
        Assert.Contains(filed.Number, check.Find("[aria-labelledby=similar-title]").TextContent);
        Assert.Empty((await CheckAsync(handler, "InPerson", "2026-03-02", ("Input.Subject", "别的事情"))).Document.QuerySelectorAll("[aria-labelledby=similar-title]"));
    }

    [Fact]
    public async Task Only_handlers_enter_requests_and_only_with_their_own_agency()
    {
        foreach (var role in new[] { Roles.Supervisor, Roles.Editor })
        {
            await (await StaffAsync(role)).GetPageAsync(Intake, HttpStatusCode.Forbidden);
        }

        var handler = await StaffAsync(Roles.Handler);
        var page = await handler.GetPageAsync(Intake);
        page.Find("#Input_Agency option").SetAttribute("value", "SMX-CZJ");
        var foreign = await page.SubmitAsync("main form", new Dictionary<string, string>(Requests.Form(agency: "SMX-CZJ")) { ["Channel"] = "InPerson", ["Arrived"] = "2026-03-02" });
        Assert.Contains("请选择向哪个机关申请", foreign.TextsOf(".govuk-error-summary li"));
    }

    private static async Task<PortalPage> CheckAsync(PortalVisitor handler, string channel, string arrived, params (string Field, string Value)[] others)
    {
        var fields = new Dictionary<string, string>(Requests.Form()) { ["Arrived"] = arrived };
        if (channel.Length > 0)
        {
            fields["Channel"] = channel;
        }

        foreach (var (field, value) in others)
        {
            fields[field] = value;
        }

        return await (await handler.GetPageAsync(Intake)).SubmitAsync("main form", fields);
    }
}

[Trait("Database", "SQLite")]
public sealed class IntakeTestsOnSqlite(SqlitePortal portal) : IntakeTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class IntakeTestsOnPostgres(PostgresPortal portal) : IntakeTests(portal), IClassFixture<PostgresPortal>;
