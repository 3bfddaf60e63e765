using System.Net;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Figures;
using Livelihood.Disclosure.Keeping;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Persons;
using Livelihood.Disclosure.Redaction;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure.Intake;

public abstract partial class PersonalDataTests
{
    [Fact]
    public async Task Personal_data_go_after_their_time_and_the_register_and_its_chain_stay()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var check = await (await citizen.GetPageAsync("/disclosure/requests/new?whole=true")).SubmitAsync("main form", new Dictionary<string, string>(FormOf("E10000007", "13800000007", "一年以前的事"))
        {
            ["Papers"] = FileOf("我的材料.txt", "姓名和住址"u8.ToArray()),
        });
        var filed = Requests.Read(await check.SubmitAsync("main form", button: "button[formaction*=File]"));
        await Requests.ConfirmAsync(handler, filed.Number);
        await Office.RecordAsync(handler, filed.Number, "consultationSent", ("On", "2026-03-02"), ("With", "ThirdParty"), ("Party", "第三方乙"), ("About", "合同"));
        Assert.Contains("对方：第***", (await handler.GetPageAsync($"/console/disclosure/{filed.Number}")).VisibleText);
        await (await handler.GetPageAsync($"/console/disclosure/{filed.Number}/files")).SubmitAsync("main form", new Dictionary<string, string> { ["Name"] = "答复的文件", ["Text"] = "申请人甲的地址" });
        await Office.RecordAsync(handler, filed.Number, "withdrawn", ("Reason", "来电"));
        var open = await Requests.FileAsync(citizen, FormOf("E10000008", "13800000008", "还没有办完的事"));

        // One year, from tomorrow on; what it deletes is told before it is saved.
        var administrator = await StaffAsync(Roles.Administrator);
        var keeping = await administrator.GetPageAsync("/console/disclosure-keeping");
        Assert.Equal("办结以后保存5年", keeping.Find("[data-in-force]").TextContent);
        Assert.Empty(PageFaults.Of(keeping));
        Assert.Equal(2, (await keeping.SubmitAsync("main form", new Dictionary<string, string> { ["Years"] = "-1", ["EffectiveOn"] = "2026-03-02" })).TextsOf(".govuk-error-summary li").Count);
        keeping = await (await administrator.GetPageAsync("/console/disclosure-keeping")).SubmitAsync("main form", new Dictionary<string, string> { ["Years"] = "1", ["EffectiveOn"] = "2026-03-03" });
        Assert.Contains("没有申请的个人信息要删除", keeping.VisibleText);
        Assert.Empty(PageFaults.Of(keeping));
        Assert.Contains("已保存：2026年3月3日起，办结以后保存1年", (await keeping.SubmitAsync("main form", button: "button[formaction*=Save]")).VisibleText);
        await keeping.SubmitAsync("main form", button: "button[formaction*=Save]", expected: HttpStatusCode.Conflict);
        await handler.GetPageAsync("/console/disclosure-keeping", HttpStatusCode.Forbidden);

        await TodayAsync("2027-03-02"); // the last day
        Assert.Equal(0, await EraseAsync());
        await TodayAsync("2027-03-03");
        var before = await FiguresAsync();
        var counts = await Task.WhenAll(EraseAsync(), EraseAsync()); // as on two nodes
        Assert.Equal(await DatabaseAsync(db => db.Set<ErasureRow>().CountAsync(Cancellation)), counts.Sum() + await EraseAsync());
        Assert.Equal(before, await FiguresAsync());
        await AssertErasedAsync(filed.Number, open.Number);

        var mine = await Requests.AskAsync(citizen, filed.Number, filed.Code);
        Assert.Contains("个人信息已于2027年3月3日按规定删除", mine.VisibleText);
        Assert.Contains("其他处理", mine.VisibleText);
        Assert.Empty(mine.Document.QuerySelectorAll("#papers, main a[href*='mine/withdrawn'], main a[href*='complaintFiled']"));
        Assert.Empty(PageFaults.Of(mine));
        Assert.Contains("到期删除", (await mine.FollowAsync("#letters a")).VisibleText);
        var page = await handler.GetPageAsync($"/console/disclosure/{filed.Number}");
        Assert.Contains("个人信息已于2027年3月3日按规定删除", page.Find("[data-erased]").TextContent);
        Assert.DoesNotContain("E***", page.VisibleText);
        Assert.DoesNotContain("对方：", page.VisibleText);
        Assert.Empty(page.Document.QuerySelectorAll("#offers-title, form[action*=Unmask]"));
        Assert.Empty(PageFaults.Of(page));
        await handler.GetPageAsync($"/console/disclosure/{filed.Number}/papers");
        Assert.Contains("只供查阅", (await Office.ConfirmAsync(await Office.CheckAsync(await Office.OpenAsync(handler, filed.Number, "noted"), ("Text", "迟到的话")))).VisibleText);

        var chain = await DatabaseAsync(db => AuditChain.VerifyAsync(db, Cancellation));
        Assert.Null(chain.BrokenAt);
        Assert.Equal(1, await DatabaseAsync(db => db.Set<AuditEntry>().CountAsync(e => e.Action == "request.personal-data-erased" && e.SubjectId == filed.Number, Cancellation)));
    }

    private Task<int> EraseAsync() => Portal.Host.InScopeAsync(services => services.GetRequiredService<ErasureRun>().RunAsync(Cancellation));

    /// <summary>What the register counts, as the public sees it.</summary>
    private Task<string> FiguresAsync() => DatabaseAsync(async db => string.Join('\n', await db.Set<DisclosureRequest>().AsNoTracking().OrderBy(r => r.Number)
        .Select(r => $"{r.Number} {r.State} {r.Outcome} {r.ReceivedOn} {r.EndedOn} {r.TookWorkingDays} {r.RequesterKind} {r.Channel} {r.Revision}").ToListAsync(Cancellation)));

    private Task<bool> AssertErasedAsync(string number, string stillOpen) => DatabaseAsync(async db =>
    {
        var (id, other) = (await IdOfAsync(db, number), await IdOfAsync(db, stillOpen));
        Assert.False(await db.Set<RequesterRow>().AnyAsync(r => r.RequestId == id, Cancellation));
        Assert.False(await db.Set<PersonKeyRow>().AnyAsync(r => r.RequestId == id, Cancellation));
        Assert.False(await db.Set<Paper>().AnyAsync(r => r.RequestId == id, Cancellation));
        Assert.False(await db.Set<RedactedFile>().AnyAsync(r => r.RequestId == id, Cancellation));
        Assert.False(await db.Set<EventPartyRow>().AnyAsync(r => r.RequestId == id, Cancellation));
        Assert.NotEmpty(await db.Set<LetterRow>().Where(r => r.RequestId == id).ToListAsync(Cancellation));
        Assert.False(await db.Set<LetterTextRow>().AnyAsync(t => db.Set<LetterRow>().Any(l => l.Id == t.LetterId && l.RequestId == id), Cancellation));
        Assert.True(await db.Set<RequestEventRow>().CountAsync(e => e.RequestId == id, Cancellation) >= 4);
        Assert.True(await db.Set<RequesterRow>().AnyAsync(r => r.RequestId == other, Cancellation));
        Assert.True(await db.Set<PersonKeyRow>().AnyAsync(r => r.RequestId == other, Cancellation));
        Assert.Equal(
            await db.Set<Paper>().CountAsync(Cancellation) + await db.Set<WaitingPaper>().CountAsync(Cancellation), await db.Set<PaperContent>().CountAsync(Cancellation));
        return true;
    });
}
