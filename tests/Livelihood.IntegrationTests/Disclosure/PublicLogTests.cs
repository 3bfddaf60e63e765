using System.Net;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Workflow;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.PublicLog;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>An answer on its way to everybody: proposed, drafted, agreed to, reviewed, found, withdrawn .</summary>
public abstract partial class PublicLogTests(PortalFixture portal) : OfficeDays(portal)
{
    private const string Subject = "北环路隔音屏工程验收记录";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task R_44_An_answer_goes_through_three_people_to_the_log_and_says_nothing_of_who_asked()
    {
        using var citizen = Portal.NewVisitor();
        var (handler, head) = (await StaffAsync(Roles.Handler), await StaffAsync(Roles.Head));
        var same = await Requests.FileAsync(citizen, Requests.Form(Subject));
        var filed = await Requests.FileAsync(citizen, Requests.Form(Subject));
        await Requests.ConfirmAsync(handler, filed.Number);
        await Requests.AskAsync(citizen, filed.Number, filed.Code);
        Assert.Contains("答复送达以后", (await citizen.GetPageAsync("/disclosure/requests/propose")).VisibleText);
        await handler.GetPageAsync($"/console/disclosure/{same.Number}/answer", HttpStatusCode.NotFound);
        await Office.RecordAsync(handler, filed.Number, "consultationSent", ("With", "ThirdParty"), ("Party", "丁测试工程队"), ("About", "验收记录"));
        await Office.RecordAsync(handler, filed.Number, "consultationAnswered", ("Id", "1"), ("Agrees", "no"), ("Reason", "有本队的报价"));
        Assert.Contains("对方的理由：有本队的报价", (await head.GetPageAsync($"/console/disclosure/{filed.Number}")).Find("[data-office]").TextContent);
        Assert.DoesNotContain("有本队的报价", (await Requests.AskAsync(citizen, filed.Number, filed.Code)).Html);
        await Office.RecordAsync(handler, filed.Number, "replyProposed", "disclosed", ("Information", "验收记录复印件三页"));
        Assert.Contains("征求意见：对方的理由：有本队的报价", (await head.GetPageAsync($"/console/disclosure/{filed.Number}")).Find(".govuk-inset-text").TextContent);
        await Office.RecordAsync(head, filed.Number, "replied");
        await Office.RecordAsync(handler, filed.Number, "served", ("Way", "InPerson"), ("Proof", "签收"));

        // The requester proposes it; the office sees that, and that somebody else asked for the same.
        await ProposeAsync(citizen, filed);
        var request = await handler.GetPageAsync($"/console/disclosure/{filed.Number}");
        Assert.Contains("提议公开这件答复", request.VisibleText);
        Assert.Contains("近两年还有1件申请要同样的信息", request.VisibleText);
        Assert.Contains(filed.Number, (await handler.GetPageAsync("/console/disclosure/answers")).VisibleText);

        await DraftAsync(handler, filed.Number);
        await DecideAsync(handler, head, filed.Number);
        await ReviewAsync(filed.Number);
        await PublishedAsync(citizen, filed.Number);
    }

    private static async Task ProposeAsync(PortalVisitor citizen, Filed filed)
    {
        var mine = await Requests.AskAsync(citizen, filed.Number, filed.Code);
        var propose = await mine.FollowAsync("a[href*=propose]");
        Assert.Empty(PageFaults.Of(propose));
        Assert.Contains("您提议公开这件答复", (await propose.SubmitAsync("main form")).VisibleText);
        Assert.Contains("您已经于2026年3月2日提议公开", (await citizen.GetPageAsync("/disclosure/requests/propose")).VisibleText);
    }

    private static async Task DraftAsync(PortalVisitor handler, string number)
    {
        var form = await handler.GetPageAsync(PageOf(number));
        Assert.Empty(PageFaults.Of(form));
        var prefilled = form.Find("textarea[name=Text]").TextContent;
        Assert.Contains("验收记录复印件三页", prefilled);

        // Who asked is refused however it is written, and nothing typed is lost.
        foreach (var (secret, named) in new[] { (Requests.Name, "姓名"), ("138 0000 1234", "电话"), ("４１１２００198001010011", "证件号码"), ("湖滨区测试路1号", "地址"), ("丁测试 工程队", "第三方") })
        {
            var refused = await SaveAsync(form, $"{prefilled}\n\n{secret}要的。", HttpStatusCode.UnprocessableEntity);
            Assert.Contains(named, refused.Find(".govuk-error-summary").TextContent);
            Assert.Contains(secret, refused.Find("textarea[name=Text]").TextContent);
        }

        // A number of somebody else is pointed out; the handler answers for it.
        var warned = await SaveAsync(form, $"{prefilled}\n\n监督电话 13912345678。", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("13912345678", warned.Find(".govuk-error-summary").TextContent);
        var saved = await warned.SubmitAsync("form:has([name=Text])", new Dictionary<string, string> { ["AreNumbersChecked"] = "true" });
        Assert.Contains("等待负责人同意", saved.VisibleText);

        // The form that was opened before is stale now.
        await SaveAsync(form, prefilled, HttpStatusCode.Conflict);
    }

    private async Task DecideAsync(PortalVisitor handler, PortalVisitor head, string number)
    {
        // Not agreed to: nobody can send it on from the content's own page.
        var editor = await Portal.Host.CreateStaffAsync(Roles.Editor);
        Assert.Contains("还没有同意", (await RefusalAsync(editor, number, ContentEvent.Submit)).Message);
        Assert.Empty((await handler.GetPageAsync(PageOf(number))).Document.QuerySelectorAll("button[formaction*=Approve]"));

        var waiting = await head.GetPageAsync(PageOf(number));
        Assert.Contains("验收记录复印件三页", waiting.Find(".govuk-inset-text").TextContent);
        await waiting.SubmitAsync("form:has([name=Reason])", expected: HttpStatusCode.UnprocessableEntity);
        await waiting.SubmitAsync("form:has([name=Reason])", new Dictionary<string, string> { ["Reason"] = "请写明是哪一年" });
        Assert.Contains("请写明是哪一年", (await handler.GetPageAsync(PageOf(number))).VisibleText);

        // The head writes it anew, and so cannot agree to it.
        var form = await head.GetPageAsync(PageOf(number));
        var own = await SaveAsync(form, form.Find("textarea[name=Text]").TextContent.Replace("监督电话 13912345678。", "二〇二五年。"));
        Assert.Contains("您参与了拟写", own.VisibleText);
        Assert.Empty(own.Document.QuerySelectorAll("button[formaction*=Approve]"));
        using var forced = await head.PostAsync($"{PageOf(number)}?handler=Approve", new Dictionary<string, string> { ["Revision"] = own.Find("[name=Revision]").GetAttribute("value")! }, PageOf(number));
        Assert.Equal(HttpStatusCode.Forbidden, forced.StatusCode);

        var second = await StaffAsync(Roles.Head);
        var agreed = await (await second.GetPageAsync(PageOf(number))).SubmitAsync("form:has(button[formaction*=Approve])");
        Assert.Contains("待保密审查", agreed.VisibleText);
    }

    private async Task ReviewAsync(string number)
    {
        using var anybody = Portal.NewVisitor();
        Assert.DoesNotContain(Subject, (await anybody.GetPageAsync("/disclosure/log")).VisibleText);
        await StepAsync(await Portal.Host.CreateStaffAsync(Roles.Reviewer), number, ContentEvent.Clear);
        await StepAsync(await Portal.Host.CreateStaffAsync(Roles.Publisher), number, ContentEvent.Publish);
    }

    private async Task PublishedAsync(PortalVisitor citizen, string number)
    {
        using var anybody = Portal.NewVisitor();
        var log = await anybody.GetPageAsync("/disclosure/log");
        Assert.Empty(PageFaults.Of(log));
        Assert.Contains("予以公开", log.Find(".column-list__item").TextContent);
        Assert.Contains(Subject, (await anybody.GetPageAsync($"/disclosure/log?outcome=r1&year=2026&agency={Requests.Agency}")).VisibleText);
        Assert.Contains("没有符合条件", (await anybody.GetPageAsync("/disclosure/log?outcome=r2")).VisibleText);
        Assert.Contains(Subject, (await anybody.GetPageAsync("/disclosure/log?q=隔音屏验收")).VisibleText);
        Assert.Contains("没有符合条件", (await anybody.GetPageAsync("/disclosure/log?q=隔音屏验收&outcome=r4_1")).VisibleText);
        Assert.Contains("没有符合条件", (await anybody.GetPageAsync("/disclosure/log?q=？！&year=0&outcome=none&p=x")).VisibleText);
        await anybody.GetPageAsync("/disclosure/log?p=9", HttpStatusCode.NotFound);

        var item = await log.FollowAsync(".column-list__link");
        Assert.Contains("验收记录复印件三页", item.VisibleText);
        Assert.Contains("2026年3月2日", item.VisibleText);
        var id = await ItemOfAsync(number);
        foreach (var path in new[] { "/disclosure/log", item.Address.AbsolutePath, $"/api/v1/items/{id}", "/feeds/types/DisclosureAnswer.atom", "/search?q=隔音屏" })
        {
            using var answer = await anybody.GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.True(answer.IsSuccessStatusCode, path);
            Assert.Contains("隔音屏", text);
            Assert.All([number, Requests.Name, Requests.Phone, Requests.IdentityNumber], secret => Assert.DoesNotContain(secret, text));
        }

        // Who asks for the same next is shown it before asking.
        var next = await Requests.CheckAsync(citizen, Requests.Form(Subject));
        Assert.Contains(item.Address.AbsolutePath, next.Html);

        // Later words go the same way: who asked is refused at the door of the review.
        var editor = await Portal.Host.CreateStaffAsync(Roles.Editor);
        await Portal.Host.ActAsync(editor, async (services, _) =>
        {
            var store = services.GetRequiredService<IContentStore>();
            var latest = (await store.LatestAsync(id, Cancellation))!;
            return await store.SaveAsync(id, latest.Item.Revision, latest.Parts.Set(new MarkdownBodyPart(Requests.Name + "申请的。")), Cancellation);
        });
        Assert.Contains("申请人的姓名", (await RefusalAsync(editor, number, ContentEvent.Submit)).Message);

        await StepAsync(await Portal.Host.CreateStaffAsync(Roles.Publisher), number, ContentEvent.Withdraw);
        Assert.DoesNotContain(Subject, (await anybody.GetPageAsync("/disclosure/log")).VisibleText);
        Assert.Contains("没有符合条件", (await anybody.GetPageAsync("/disclosure/log?q=隔音屏验收")).VisibleText);
        await anybody.GetPageAsync(item.Address.AbsolutePath, HttpStatusCode.Gone);
    }

    private static string PageOf(string number) => $"/console/disclosure/{number}/answer";

    private static Task<PortalPage> SaveAsync(PortalPage form, string text, HttpStatusCode expected = HttpStatusCode.OK) =>
        form.SubmitAsync("form:has([name=Text])", new Dictionary<string, string> { ["Text"] = text, ["Category"] = "20-1" }, expected: expected);

    private Task<string> ItemOfAsync(string number) => Portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var request = await db.Set<DisclosureRequest>().Where(r => r.Number == number).Select(r => r.Id).SingleAsync(Cancellation);
        return (await db.Set<PublicAnswer>().SingleAsync(a => a.RequestId == request, Cancellation)).ItemId!;
    });

    private async Task<ContentVersion> StepAsync(StaffAccount account, string number, ContentEvent step)
    {
        var id = await ItemOfAsync(number);
        return await Portal.Host.ActAsync(account, async (services, person) =>
        {
            var latest = (await services.GetRequiredService<IContentStore>().LatestAsync(id, Cancellation))!;
            return await services.GetRequiredService<IContentWorkflow>().DoAsync(person, id, latest.Item.Revision, step, new("可以公开"), Cancellation);
        });
    }

    private Task<ContentRefusedException> RefusalAsync(StaffAccount account, string number, ContentEvent step) =>
        Assert.ThrowsAnyAsync<ContentRefusedException>(() => StepAsync(account, number, step));
}

[Trait("Database", "SQLite")]
public sealed class PublicLogOnSqlite(SqlitePortal portal) : PublicLogTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class PublicLogOnPostgres(PostgresPortal portal) : PublicLogTests(portal), IClassFixture<PostgresPortal>;
