using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Keeping;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>The main road of a request, from receipt to service, and what the requester sees of it.</summary>
public abstract class OfficeRoadTests(PortalFixture portal) : OfficeDays(portal)
{
    [Fact]
    public async Task The_whole_road_from_receipt_over_correction_extension_and_consultation_to_a_served_reply()
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler);
        using var head = await StaffAsync(Roles.Head);
        var (number, code) = await ConfirmedAsync(citizen, handler);

        // asked on 4 March, arrived on 9 March: 20 working days from then.
        await TodayAsync("2026-03-04");
        await Office.RecordAsync(handler, number, "correctionAsked", ("What", "请写明是哪一条公路"), ("Until", "2026-03-18"));
        await TodayAsync("2026-03-09");
        var check = await Office.CheckAsync(await Office.OpenAsync(handler, number, "correctionArrived"), ("Text", "北环路"));
        Assert.Contains("2026年3月30日 → 2026年4月7日", check.Find("[data-effect]").TextContent);
        Assert.Contains("答复期限自收到补正之日起重新计算", check.VisibleText);
        Assert.Empty(PageFaults.Of(check));
        Assert.Contains("2026年4月7日", (await Office.ConfirmAsync(check)).Find(".deadline").TextContent);

        // R-33b: proposed by one, granted by another.
        await Office.RecordAsync(handler, number, "extensionProposed", ("WorkingDays", "10"), ("Reason", "需要查找档案"));
        var granted = await Office.RecordAsync(head, number, "extended");
        Assert.Contains("2026年4月21日", granted.Find(".deadline").TextContent);

        // sent and delivered on 10 March, answered on 16 March: four working days are not counted.
        await TodayAsync("2026-03-10");
        await Office.RecordAsync(handler, number, "consultationSent", ("With", "ThirdParty"), ("Party", "第三方丙"), ("About", "施工合同"), ("Delivered", "2026-03-10"));
        await TodayAsync("2026-03-16");
        var opinion = await Office.OpenAsync(handler, number, "consultationAnswered");
        Assert.Contains("请在“同意哪一部分”里写明", (await Office.CheckAsync(opinion, ("Agrees", "partly"))).TextsOf(".govuk-error-summary li").Single());
        var answered = await Office.RecordAsync(handler, number, "consultationAnswered", ("Agrees", "partly"), ("Part", "第一页到第三页"), ("Reason", "单价是商业秘密"));
        Assert.Contains("2026年4月27日", answered.Find(".deadline").TextContent);
        Assert.DoesNotContain("第三方丙", answered.Html);

        // Two people for the reply, and service closes it.
        await Office.RecordAsync(handler, number, "replyProposed", "disclosed", ("Information", "养护合同复印件一份"));
        var proposal = await head.GetPageAsync($"/console/disclosure/{number}");
        Assert.Contains("养护合同复印件一份", proposal.VisibleText);
        Assert.Contains("征求意见：对方部分同意。", proposal.VisibleText);
        Assert.Contains("征求意见：同意的部分：第一页到第三页", proposal.VisibleText);
        await Office.RecordAsync(head, number, "replyReturned", ("Reason", "请补充附件"));
        await Office.RecordAsync(handler, number, "replyProposed", "disclosed", ("Information", "养护合同复印件一份，附图一张"));
        var replied = await Office.RecordAsync(head, number, "replied");
        Assert.Matches("公开〔2026〕[0-9]+号", replied.VisibleText);
        var served = await Office.RecordAsync(handler, number, "served", ("Way", "Post"), ("Proof", "XA00000000001"));
        Assert.Contains("已办结", served.VisibleText);
        Assert.Contains("结果：予以公开，2026年3月16日办结", served.VisibleText);
        Assert.Empty(PageFaults.Of(served));

        // The requester sees what concerns the requester, and nothing else.
        var status = await Requests.AskAsync(citizen, number, code);
        Assert.Contains("请写明是哪一条公路", status.VisibleText);
        Assert.Contains("北环路", status.VisibleText);
        foreach (var hidden in new[] { "第三方丙", "拟定答复", "提请延长", "请补充附件" })
        {
            Assert.DoesNotContain(hidden, status.VisibleText);
        }

        var (state, rows, protectedParty) = await Portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var request = await db.Set<DisclosureRequest>().SingleAsync(r => r.Number == number);
            var events = await db.Set<RequestEventRow>().Where(e => e.RequestId == request.Id).ToListAsync();
            return ((request.State.ToString(), request.Outcome, request.EndedOn), events, await db.Set<EventPartyRow>().CountAsync(party => party.RequestId == request.Id && !party.Protected.Contains("第三方丙")));
        });
        Assert.Equal(("Closed", "r1", new DateOnly(2026, 3, 16)), state);
        Assert.Equal(1, protectedParty);
        Assert.All(rows, row => Assert.DoesNotContain("第三方丙", row.Event + row.Protected));
        Assert.Equal(rows.Count, await AuditedAsync(number));
    }

    private Task<int> AuditedAsync(string number) => Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
        .CountAsync(entry => entry.SubjectId == number && entry.SubjectType == nameof(DisclosureRequest), TestContext.Current.CancellationToken));
}

[Trait("Database", "SQLite")]
public sealed class OfficeRoadOnSqlite(SqlitePortal portal) : OfficeRoadTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class OfficeRoadOnPostgres(PostgresPortal portal) : OfficeRoadTests(portal), IClassFixture<PostgresPortal>;
