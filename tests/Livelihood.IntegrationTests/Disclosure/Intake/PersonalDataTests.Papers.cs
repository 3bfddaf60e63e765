using System.Net;
using Livelihood.Disclosure.Papers;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure.Intake;

public abstract partial class PersonalDataTests
{
    [Fact]
    public async Task R_29a_Papers_come_with_a_request_once_and_are_open_to_its_requester_and_its_office_alone()
    {
        using var citizen = Portal.NewVisitor();
        var (pdf, photo) = (SampleFiles.Pdf("earlier reply"), SampleFiles.Png(5, 5));
        var form = await citizen.GetPageAsync("/disclosure/requests/new?whole=true");
        Assert.Empty(PageFaults.Of(form));

        // Something else is wrong: the files are there already when it is put right.
        var wrong = await form.SubmitAsync("main form", new Dictionary<string, string>(Requests.Form("带附件的申请"))
        {
            ["Input.Phone"] = "12", ["Papers"] = $"{FileOf("以前的答复.pdf", pdf)}\n{FileOf("照片.png", photo)}",
        });
        Assert.Contains("已经收下的2份", wrong.VisibleText);
        Assert.Contains("以前的答复.pdf（PDF 文件，1 KB）", wrong.VisibleText);
        Assert.Empty(PageFaults.Of(wrong));
        var check = await wrong.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Phone"] = Requests.Phone });
        Assert.Contains("附件（2份）", check.VisibleText);
        Assert.Empty(PageFaults.Of(check));
        var receipts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => check.SubmitAsync("main form", button: "button[formaction*=File]")));
        var filed = Requests.Read(receipts[0]);
        Assert.Single(receipts.Select(receipt => Requests.Read(receipt).Number).Distinct());
        var papers = await PapersOfAsync(filed.Number);
        var paper = Assert.Single(papers, one => one.Kind == "pdf");
        Assert.Equal(2, papers.Count);

        var mine = await Requests.AskAsync(citizen, filed.Number, filed.Code);
        Assert.Contains("以前的答复.pdf", mine.Find("#papers").TextContent);
        var own = mine.Find("#papers a").GetAttribute("href")!;
        using (var answer = await citizen.GetAsync(own))
        {
            Assert.Equal(pdf, await answer.Content.ReadAsByteArrayAsync(Cancellation));
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        }

        // Neither strangers, nor who follows another request.
        using var stranger = Portal.NewVisitor();
        Assert.Equal("/disclosure/requests/status", (await stranger.GetPageAsync(own)).Address.AbsolutePath);
        var other = await Requests.FileAsync(stranger, FormOf("E10000001", "13800000001", "别人的申请"));
        await Requests.AskAsync(stranger, other.Number, other.Code);
        await stranger.GetPageAsync(own, HttpStatusCode.NotFound);

        var (handler, supervisor) = (await StaffAsync(Roles.Handler), await StaffAsync(Roles.Supervisor, "SMX"));
        var desk = await handler.GetPageAsync($"/console/disclosure/{filed.Number}");
        Assert.Empty(PageFaults.Of(desk));
        var office = desk.Find("#papers a").GetAttribute("href")!;
        using (var answer = await handler.GetAsync(office))
        {
            Assert.Equal(pdf, await answer.Content.ReadAsByteArrayAsync(Cancellation));
        }

        await supervisor.GetPageAsync(office, HttpStatusCode.Forbidden);
        Assert.Contains("2份，由经办人和负责人查看", (await supervisor.GetPageAsync($"/console/disclosure/{filed.Number}")).VisibleText);
        using var elsewhere = await Portal.Host.SignInAsync(await Portal.Host.CreateStaffAsync(Roles.Handler, "SMX-KJJ"));
        await elsewhere.GetPageAsync(office, HttpStatusCode.NotFound);

        // The supervisor sees who opened it.
        await handler.GetPageAsync($"/console/disclosure/{filed.Number}").ContinueWith(page => page.Result.SubmitAsync("main form[action*=Unmask]"), Cancellation).Unwrap();
        var readings = await supervisor.GetPageAsync($"/console/disclosure-readings?number={filed.Number}");
        Assert.Equal(["申请人的完整信息", "材料"], readings.TextsOf("tbody td:nth-child(3)"));
        Assert.Empty(PageFaults.Of(readings));
        await handler.GetPageAsync("/console/disclosure-readings", HttpStatusCode.Forbidden);
        using var others = await Portal.Host.SignInAsync(await Portal.Host.CreateStaffAsync(Roles.Supervisor, "SMX-KJJ"));
        Assert.DoesNotContain(filed.Number, (await others.GetPageAsync("/console/disclosure-readings")).VisibleText);

        // Nothing of it is readable in the database, and what was changed there is not shown.
        await Portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var kept = await db.Set<PaperContent>().SingleAsync(c => c.Id == paper.ContentId, Cancellation);
            Assert.Equal(-1, kept.Bytes.AsSpan().IndexOf("%PDF"u8));
            Assert.DoesNotContain("答复", paper.Name);
            kept.Bytes[^1] ^= 1;
            var changed = kept.Bytes;
            await db.Set<PaperContent>().Where(c => c.Id == kept.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Bytes, changed), Cancellation);
        });
        Assert.Contains("材料打不开", (await handler.GetPageAsync(office, HttpStatusCode.InternalServerError)).VisibleText);
        Assert.Contains("材料打不开", (await citizen.GetPageAsync(own, HttpStatusCode.InternalServerError)).VisibleText);
    }

    [Fact]
    public async Task Papers_that_are_not_taken_are_told_one_by_one_and_the_others_stay()
    {
        using var citizen = Portal.NewVisitor();
        var form = await citizen.GetPageAsync("/disclosure/requests/new?whole=true");
        var fields = new Dictionary<string, string>(Requests.Form("附件有错的申请"))
        {
            ["Papers"] = string.Join('\n', FileOf("好的.txt", "一段说明"u8.ToArray()), FileOf("程序.exe", "MZ"u8.ToArray()), FileOf("假的.pdf", SampleFiles.Png(2, 2)), FileOf("大的.txt", new byte[10_500_000])),
        };
        var page = await form.SubmitAsync("main form", fields);
        var told = page.TextsOf(".govuk-error-summary li");
        Assert.Equal(3, told.Count);
        Assert.Contains(told, message => message.StartsWith("“程序.exe”没有收下", StringComparison.Ordinal));
        Assert.Contains(told, message => message.StartsWith("“假的.pdf”没有收下", StringComparison.Ordinal) && message.Contains("后缀"));
        Assert.Contains(told, message => message.Contains("超过10MB"));
        Assert.Contains("已经收下的1份", page.VisibleText);
        Assert.Equal("附件有错的申请", page.Find("[name='Input.Subject']").GetAttribute("value"));
        Assert.Empty(PageFaults.Of(page));

        // The same file again is the same; the sixth is one too many; what is not wanted is dropped.
        var many = await page.SubmitAsync("main form", new Dictionary<string, string>
        {
            ["Papers"] = string.Join('\n', Enumerable.Range(1, 5).Select(i => FileOf($"第{i}份.txt", [.. "说明"u8, (byte)('0' + i)])).Prepend(FileOf("好的.txt", "一段说明"u8.ToArray()))),
        });
        Assert.Contains("“第5份.txt”没有收下：一次最多附5份", many.TextsOf(".govuk-error-summary li").Single());
        many.Document.QuerySelector("[name=DropPapers]")!.SetAttribute("checked", "");
        var check = await many.SubmitAsync("main form");
        Assert.Contains("附件（4份）", check.VisibleText);
        Assert.DoesNotContain("好的.txt", check.VisibleText);

        // Back, and two hours later they are gone; that is said, and nothing is filed without them unasked.
        Portal.Clock.Advance(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(1));
        await Portal.Host.InScopeAsync(services => services.GetRequiredService<WaitingPapers>().ForgetAsync(Cancellation));
        var late = await check.SubmitAsync("main form", button: "button[formaction*=File]");
        Assert.Contains("先前选的4份已经过期", late.TextsOf(".govuk-error-summary li").Single());
        Assert.Equal(Requests.IdentityNumber, late.Find("[name='Input.IdentityNumber']").GetAttribute("value"));
        Assert.False(await DatabaseAsync(db => db.Set<WaitingPaper>().AnyAsync(Cancellation)));
    }

    [Fact]
    public async Task R_30_R_29b_A_correction_brings_papers_and_the_office_adds_scans()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var intake = await (await handler.GetPageAsync("/console/disclosure/intake")).SubmitAsync("main form", new Dictionary<string, string>(FormOf("E10000002", "13800000002", "来信要的信息"))
        {
            ["Channel"] = "SignedPost", ["Arrived"] = "2026-03-02", ["Papers"] = FileOf("来信扫描.png", SampleFiles.Png(4, 4)),
        });
        Assert.Contains("来信扫描.png", intake.VisibleText);
        Assert.Empty(PageFaults.Of(intake));
        var filed = Requests.Read(await intake.SubmitAsync("main form", button: "button[formaction*=File]"));
        await Office.RecordAsync(handler, filed.Number, "correctionAsked", ("On", "2026-03-02"), ("What", "哪一年的"), ("Until", "2026-03-16"));

        var form = await (await Requests.AskAsync(citizen, filed.Number, filed.Code)).FollowAsync("main a[href$=correctionArrived]");
        var wrong = await Office.CheckAsync(form, ("Text", " "));
        wrong = await wrong.SubmitAsync("main form", new Dictionary<string, string> { ["Papers"] = FileOf("补正.txt", "2019年的"u8.ToArray()) }, "button[formaction*=Check]");
        Assert.Contains("补正.txt", wrong.VisibleText);
        Assert.Empty(PageFaults.Of(wrong));
        var check = await Office.CheckAsync(wrong, ("Text", "2019年的"));
        Assert.Contains("附件（1份）", check.VisibleText);
        var done = await Office.ConfirmAsync(check);
        Assert.Equal(2, done.Document.QuerySelectorAll("#papers li").Length);
        Assert.Contains("来信扫描.png（PNG 图片，1 KB，2026年3月2日，机关扫描）", done.VisibleText);

        // Later scans: whose they are decides who sees them.
        var page = await (await handler.GetPageAsync($"/console/disclosure/{filed.Number}")).FollowAsync("#papers a[href$='/papers']");
        Assert.Empty(PageFaults.Of(page));
        Assert.Equal(
            ["请选择是谁的材料：它决定申请人能不能看到", "请选择文件"],
            (await page.SubmitAsync("form[enctype]", expected: HttpStatusCode.UnprocessableEntity)).TextsOf(".govuk-error-summary li"));
        Assert.Contains("没有收下", (await page.SubmitAsync(
            "form[enctype]", new Dictionary<string, string> { ["Whose"] = "Office", ["Papers"] = FileOf("坏的.pdf", "%PDF"u8.ToArray()) }, expected: HttpStatusCode.UnprocessableEntity)).VisibleText);
        page = await (await handler.GetPageAsync($"/console/disclosure/{filed.Number}/papers")).SubmitAsync(
            "form[enctype]", new Dictionary<string, string> { ["Whose"] = "Office", ["Papers"] = FileOf("第三方意见.txt", "不同意"u8.ToArray()) });
        Assert.Contains("第三方意见.txt", page.VisibleText);
        Assert.DoesNotContain("第三方意见", (await citizen.GetPageAsync("/disclosure/requests/mine")).VisibleText);
        var id = (await PapersOfAsync(filed.Number)).Single(paper => paper.Of == PaperOf.Office).Id;
        await citizen.GetPageAsync($"/disclosure/requests/papers/{id}", HttpStatusCode.NotFound);

        // What the office put there can be taken back, what the requester sent cannot.
        page = await page.SubmitAsync($"form:has([value='{id}'])", button: "button");
        Assert.DoesNotContain("第三方意见.txt", page.VisibleText);
        var own = (await PapersOfAsync(filed.Number)).Single(paper => paper.Actor == HttpActor.Public).Id;
        Assert.Empty(page.Document.QuerySelectorAll($"form [value='{own}']"));
        page.Find("form [name=id]").SetAttribute("value", own.ToString());
        Assert.Contains("没有移除", (await page.SubmitAsync("form:has([name=id])", button: "button")).VisibleText);
        Assert.Equal(2, (await PapersOfAsync(filed.Number)).Count);
        Assert.Equal(2 + await DatabaseAsync(db => db.Set<WaitingPaper>().CountAsync(Cancellation)) + await OthersAsync(filed.Number), await DatabaseAsync(db => db.Set<PaperContent>().CountAsync(Cancellation)));
    }

    private Task<List<Paper>> PapersOfAsync(string number) => DatabaseAsync(async db =>
    {
        var id = await IdOfAsync(db, number);
        return await db.Set<Paper>().AsNoTracking().Where(p => p.RequestId == id).OrderBy(p => p.AddedUtc).ThenBy(p => p.Place).ToListAsync(Cancellation);
    });

    private Task<int> OthersAsync(string number) => DatabaseAsync(async db =>
    {
        var id = await IdOfAsync(db, number);
        return await db.Set<Paper>().CountAsync(p => p.RequestId != id, Cancellation);
    });
}
