using System.Net;
using AngleSharp.Html.Dom;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>The statutory workflow in the console, over HTTP: every event by who may, and refused to who may not.</summary>
public abstract class OfficeTests(PortalFixture portal) : OfficeDays(portal)
{
    [Theory]
    [InlineData("r3_4", "Reason", "涉及他人隐私，第三方不同意公开", "不予公开：保护第三方合法权益")]
    [InlineData("absent", "Search", "检索了档案室和公文系统，没有制作过", "无法提供：本机关不掌握相关政府信息")]
    public async Task R_36_3_and_R_36_4_A_refusal_names_its_ground_and_its_reason(string kind, string field, string text, string outcome)
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler);
        using var head = await StaffAsync(Roles.Head);
        var (number, _) = await ConfirmedAsync(citizen, handler);
        var form = await Office.OpenAsync(handler, number, "replyProposed", kind);
        var empty = await Office.CheckAsync(form);
        Assert.Contains("请填写", empty.Find(".govuk-error-summary").TextContent);
        Assert.Empty(PageFaults.Of(empty));
        await Office.RecordAsync(handler, number, "replyProposed", kind, (field, text));
        Assert.Contains(outcome, (await Office.RecordAsync(head, number, "replied")).VisibleText);
    }

    [Fact]
    public async Task R_43_The_help_that_a_requester_asks_for_stands_on_the_page_of_the_office()
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler);
        var form = Requests.Form();
        form["Input.Help"] = "看不清小字，请用大字答复";
        var filed = await Requests.FileAsync(citizen, form);
        Assert.Contains("看不清小字，请用大字答复", (await handler.GetPageAsync($"/console/disclosure/{filed.Number}")).VisibleText);
    }

    [Fact]
    public async Task R_FEE_A_fee_is_computed_paid_and_restarts_the_clock()
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler);
        var (number, code) = await ConfirmedAsync(citizen, handler);
        var free = await Office.CheckAsync(await Office.OpenAsync(handler, number, "feeNoticed"), ("Basis", "ByPage"), ("Quantity", "30"));
        Assert.Contains("R-FEE", free.Find(".govuk-error-summary").TextContent);
        await Office.RecordAsync(handler, number, "feeNoticed", ("Basis", "ByPage"), ("Quantity", "101"));
        Assert.Contains("应缴720元", (await Requests.AskAsync(citizen, number, code)).VisibleText);
        await TodayAsync("2026-03-05");
        Assert.Contains("2026年4月2日", (await Office.RecordAsync(handler, number, "feePaid")).Find(".deadline").TextContent);
    }

    [Fact]
    public async Task Reasons_notes_assignment_and_withdrawal_are_recorded()
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler);
        var (number, code) = await ConfirmedAsync(citizen, handler);
        await Office.RecordAsync(handler, number, "reasonsAsked", ("What", "一个月内申请60件"), ("Until", "2026-03-12"));
        await Office.RecordAsync(handler, number, "reasonsGiven", ("Text", "学术研究"));
        await Office.RecordAsync(handler, number, "noted", ("Text", "已电话联系"));
        var colleague = ((IHtmlSelectElement?)(await Office.OpenAsync(handler, number, "assigned")).Document.QuerySelector("select"))?.Options[^1].Value
            ?? ((IHtmlInputElement)(await Office.OpenAsync(handler, number, "assigned")).Find("[type=radio]")).Value;
        Assert.Contains("经办人：测试", (await Office.RecordAsync(handler, number, "assigned", ("To", colleague))).VisibleText);
        Assert.DoesNotContain("已电话联系", (await Requests.AskAsync(citizen, number, code)).VisibleText);
        Assert.Contains("已办结", (await Office.RecordAsync(handler, number, "withdrawn", ("Reason", "来电撤回"))).VisibleText);
    }

    [Fact]
    public async Task Silence_of_others_is_recorded_only_after_their_time()
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler);
        var (consulted, _) = await ConfirmedAsync(citizen, handler);
        var (corrected, _) = await ConfirmedAsync(citizen, handler);
        var (unpaid, _) = await ConfirmedAsync(citizen, handler);
        await Office.RecordAsync(handler, consulted, "consultationSent", ("With", "Agency"), ("Party", "某机关"), ("About", "会议纪要"));
        await Office.RecordAsync(handler, corrected, "correctionAsked", ("What", "请写明年份"), ("Until", "2026-03-10"));
        await Office.RecordAsync(handler, unpaid, "feeNoticed", ("Basis", "ByRequest"), ("Quantity", "11"));
        foreach (var (number, kind, rule) in new[] { (consulted, "consultationEnded", "R-S"), (corrected, "correctionLapsed", "R-30"), (unpaid, "feeLapsed", "R-FEE") })
        {
            Assert.DoesNotContain($"record/{kind}", (await handler.GetPageAsync($"/console/disclosure/{number}")).Html);
            (string, string)[] fields = kind == "consultationEnded" ? [("Id", "1")] : [];
            Assert.Contains(rule, (await Office.CheckAsync(await Office.OpenAsync(handler, number, kind), fields)).Find(".govuk-error-summary").TextContent);
        }

        await TodayAsync("2026-04-08");
        await Office.RecordAsync(handler, consulted, "consultationEnded", ("Id", "1"));
        Assert.Contains("不再处理：无正当理由逾期不补正", (await Office.RecordAsync(handler, corrected, "correctionLapsed")).VisibleText);
        Assert.Contains("不再处理：逾期未按收费通知要求缴纳费用", (await Office.RecordAsync(handler, unpaid, "feeLapsed")).VisibleText);
    }

    [Fact]
    public async Task R_47_The_supervisor_records_a_complaint_of_silence_and_orders_a_remedy()
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler);
        using var supervisor = await StaffAsync(Roles.Supervisor, "SMX");
        var (number, _) = await ConfirmedAsync(citizen, handler);
        Assert.Contains("R-47", (await Office.CheckAsync(await Office.OpenAsync(supervisor, number, "complaintFiled"), ("Text", "没有答复"))).VisibleText);
        await TodayAsync("2026-03-31");
        Assert.Contains("投诉1件待处理", (await Office.RecordAsync(supervisor, number, "complaintFiled", ("Text", "没有答复"))).VisibleText);
        var decided = await Office.RecordAsync(supervisor, number, "complaintDecided", ("Orders", "yes"), ("Text", "请在5日内答复"), ("RemedyBy", "2026-04-07"));
        Assert.Contains("责令改正", decided.VisibleText);
        await handler.GetPageAsync($"/console/disclosure/{number}/record/complaintDecided", HttpStatusCode.Forbidden);
        await supervisor.GetPageAsync($"/console/disclosure/{number}/record/replied", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task R_ORD_The_head_corrects_an_entry_and_the_deadline_follows()
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler);
        using var head = await StaffAsync(Roles.Head);
        var (number, _) = await ConfirmedAsync(citizen, handler);
        await TodayAsync("2026-03-05");
        await Office.RecordAsync(handler, number, "correctionAsked", ("What", "请写明年份"), ("Until", "2026-03-20"));
        await TodayAsync("2026-03-11");
        await Office.RecordAsync(handler, number, "correctionArrived");
        var check = await Office.CheckAsync(await Office.OpenAsync(head, number, "recordCorrected", "4"), ("On", "2026-03-10"), ("Why", "收到日期录错"));
        Assert.Contains("2026年4月9日 → 2026年4月8日", check.Find("[data-effect]").TextContent);
        var corrected = await Office.ConfirmAsync(check);
        Assert.Contains("第4条“收到补正的申请”更正为2026年3月10日", corrected.VisibleText);
        Assert.Contains("2026年4月8日", corrected.Find(".deadline").TextContent);
        await handler.GetPageAsync($"/console/disclosure/{number}/record/recordCorrected?Option=4", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_impossible_is_refused_with_its_rule_though_it_is_posted()
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler);
        using var head = await StaffAsync(Roles.Head);
        var (number, _) = await ConfirmedAsync(citizen, handler);

        // Tomorrow, out of order, the wrong role, and one person for both.
        var tomorrow = await Office.CheckAsync(await Office.OpenAsync(handler, number, "correctionAsked"), ("On", "2026-03-03"), ("What", "年份"), ("Until", "2026-03-20"));
        Assert.Contains("R-ORD", tomorrow.Find(".govuk-error-summary").TextContent);
        Assert.Equal("年份", ((IHtmlTextAreaElement)tomorrow.Find("textarea")).Value);
        Assert.Contains("R-ORD", (await Office.CheckAsync(await Office.OpenAsync(handler, number, "feePaid"))).Find(".govuk-error-summary").TextContent);
        await handler.GetPageAsync($"/console/disclosure/{number}/record/extended", HttpStatusCode.Forbidden);
        await Office.RecordAsync(head, number, "replyProposed", "disclosed", ("Information", "一份"));
        Assert.Contains("不能自己批准", (await Office.CheckAsync(await Office.OpenAsync(head, number, "replied"))).Find(".govuk-error-summary").TextContent);
        Assert.DoesNotContain("record/replied\"", (await head.GetPageAsync($"/console/disclosure/{number}")).Html);

        using var other = await StaffAsync(Roles.Handler, "SMX-CZJ");
        await other.GetPageAsync($"/console/disclosure/{number}/record/noted", HttpStatusCode.NotFound);
        using var editor = await StaffAsync(Roles.Editor);
        await editor.GetPageAsync($"/console/disclosure/{number}/record/noted", HttpStatusCode.NotFound);
        await handler.GetPageAsync($"/console/disclosure/{number}/record/nothing", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_people_at_once_record_one_event_and_the_other_loses_nothing()
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler);
        using var colleague = await StaffAsync(Roles.Handler);
        var (number, _) = await ConfirmedAsync(citizen, handler);
        var mine = await Office.CheckAsync(await Office.OpenAsync(handler, number, "noted"), ("Text", "我的备注"));
        var theirs = await Office.CheckAsync(await Office.OpenAsync(colleague, number, "noted"), ("Text", "同事的备注"));
        await Office.ConfirmAsync(mine);
        var refused = await Office.ConfirmAsync(theirs, HttpStatusCode.Conflict);
        Assert.Contains("又有新的登记", refused.Find(".govuk-error-summary").TextContent);
        Assert.Equal("同事的备注", ((IHtmlTextAreaElement)refused.Find("textarea")).Value);
        var again = await Office.ConfirmAsync(await refused.SubmitAsync("main form", button: "button[formaction*=Check]"));
        Assert.Contains("我的备注", again.VisibleText);
        Assert.Contains("同事的备注", again.VisibleText);

        var checks = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i => await Office.CheckAsync(await Office.OpenAsync(handler, number, "noted"), ("Text", $"同时{i}"))));
        var answers = await Task.WhenAll(checks.Select(async check =>
        {
            try
            {
                return (await Office.ConfirmAsync(check)).Status;
            }
            catch (Exception problem) when (problem.Message.Contains("409"))
            {
                return HttpStatusCode.Conflict;
            }
        }));
        Assert.Single(answers, status => status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Letter_numbers_have_neither_gaps_nor_doubles_and_mail_tells_of_what_happened()
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler, "SMX-CZJ");
        using var head = await StaffAsync(Roles.Head, "SMX-CZJ");
        var checks = new List<PortalPage>();
        var numbers = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            var form = new Dictionary<string, string>(Requests.Form($"第{i}件", "SMX-CZJ")) { ["Input.Email"] = "requester@example.com" };
            var filed = await Requests.FileAsync(citizen, form);
            await Requests.ConfirmAsync(handler, filed.Number);
            await Office.RecordAsync(handler, filed.Number, "replyProposed", "disclosed", ("Information", "一份"));
            checks.Add(await Office.CheckAsync(await Office.OpenAsync(head, filed.Number, "replied")));
            numbers.Add(filed.Number);
        }

        var pages = await Task.WhenAll(checks.Select(check => Office.ConfirmAsync(check)));
        var serials = pages.Select(page => int.Parse(System.Text.RegularExpressions.Regex.Match(page.VisibleText, "公开〔2026〕([0-9]+)号").Groups[1].Value)).Order().ToList();
        Assert.Equal([1, 2, 3, 4], serials);
        var mails = await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>()
            .Where(mail => mail.Subject.Contains(numbers[0])).OrderBy(mail => mail.Id).Select(mail => mail.Body).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(3, mails.Count); // registered, confirmed, replied; the proposal is the office's own
        Assert.Contains("作出答复", mails[2]);
    }
}

[Trait("Database", "SQLite")]
public sealed class OfficeOnSqlite(SqlitePortal portal) : OfficeTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class OfficeOnPostgres(PostgresPortal portal) : OfficeTests(portal), IClassFixture<PostgresPortal>;
