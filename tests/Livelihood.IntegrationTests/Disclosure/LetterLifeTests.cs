using System.Net;
using AngleSharp.Html.Dom;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Letters;
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

/// <summary>Letters are made with the events that they tell of, numbered, encrypted, and shown to whom they concern; their texts are data.</summary>
public abstract class LetterLifeTests(PortalFixture portal) : OfficeDays(portal)
{
    [Fact]
    public async Task The_life_of_a_request_yields_its_letters_for_the_office_and_the_requesters_own_for_the_requester()
    {
        const string Agency = "SMX-CZJ";
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler, Agency);
        using var head = await StaffAsync(Roles.Head, Agency);
        var filed = await Requests.FileAsync(citizen, Requests.Form(agency: Agency));
        var (number, code) = (filed.Number, filed.Code);
        await Requests.ConfirmAsync(handler, number);
        var check = await Office.CheckAsync(await Office.OpenAsync(handler, number, "correctionAsked"), ("What", "请写明是哪一年\n<b>哪一段</b>"), ("Until", "2026-03-18"));
        Assert.Contains("政府信息公开申请补正告知书", check.Find("article.document").TextContent);
        Assert.Contains("（作出时编号）", check.Find("article.document").TextContent);
        Assert.Contains("<b>哪一段</b>", check.Find("article.document").TextContent);
        Assert.DoesNotContain(Requests.Name, check.Html);
        Assert.Empty(PageFaults.Of(check));
        await Office.ConfirmAsync(check);
        await Office.RecordAsync(handler, number, "correctionArrived", ("Text", "2019年"));
        await Office.RecordAsync(handler, number, "extensionProposed", ("WorkingDays", "10"), ("Reason", "需要查找档案"));
        await Office.RecordAsync(head, number, "extended");
        await Office.RecordAsync(handler, number, "consultationSent", ("With", "ThirdParty"), ("Party", "第三方丙"), ("About", "施工合同"));
        await Office.RecordAsync(handler, number, "consultationAnswered", ("Agrees", "yes"));
        await Office.RecordAsync(handler, number, "replyProposed", "disclosed", ("Information", "合同复印件一份"));
        Assert.Contains("市财政局公开〔2026〕5号", (await Office.RecordAsync(head, number, "replied")).VisibleText);
        var page = await Office.RecordAsync(handler, number, "served", ("Way", "Post"), ("Proof", "XA00000000001"));

        var rows = await LetterBook.RowsAsync(Portal, number);
        Assert.Equal([(2, null), (3, "1"), (5, "2"), (6, "3"), (7, "4"), (12, "5"), (25, null)], rows.Select(row => (row.Row.Kind, row.Row.Number?.Split('〕')[1].TrimEnd('号'))));
        Assert.All(rows, row => Assert.DoesNotContain("甲", row.Protected));
        Assert.Equal([1, 2, 3, 4, 5], await LetterBook.SerialsAsync(Portal, Agency));
        Assert.Empty(PageFaults.Of(page));
        var office = LetterBook.Of(page);
        Assert.Equal(7, office.Count);

        // The office reads all of them, each time on the record.
        var sheet = await handler.GetPageAsync(office["政府信息公开征求第三方意见书"]);
        Assert.Contains("第三方丙：", sheet.Find(".document__addressees").TextContent);
        Assert.Empty(PageFaults.Of(sheet));
        var word = await LetterBook.WordAsync(handler, office["政府信息公开答复书"]);
        foreach (var said in new[] { "三门峡市财政局", "合同复印件一份", number, "2026年3月2日收到您", "第三十六条第二项", "60日内向三门峡市人民政府申请行政复议" })
        {
            Assert.Contains(said, word);
        }

        Assert.Equal(2, await ReadingsAsync(number));

        // The service of the reply made its proof; that of the other letters is written down by the office, for each its own.
        var proof = await handler.GetPageAsync($"/console/disclosure/{number}/letters/write/25");
        var offered = proof.Document.QuerySelectorAll("option, input[type=radio]").Select(choice => choice.GetAttribute("value")).Where(value => value is ['《', ..]).ToList();
        Assert.Equal(["政府信息公开申请登记回执", "政府信息公开申请补正告知书", "政府信息公开延期答复告知书", "政府信息公开征求第三方意见书", "政府信息公开征求意见告知书"], offered.Select(value => value!.Split('》')[0][1..]));
        var consultation = offered.Single(value => value!.Contains("征求第三方", StringComparison.Ordinal))!;
        var nameless = await proof.SubmitAsync("main form", Typed(("Letter", consultation), ("Way", "邮寄"), ("Evidence", "XA2")), "button[formaction*=Check]", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("请写明受送达人", nameless.Find(".govuk-error-summary").TextContent);
        var proved = await (await nameless.SubmitAsync("main form", Typed(("Recipient", "第三方丙")), "button[formaction*=Check]")).SubmitAsync("main form", button: "button[formaction*=Make]");
        var kept = await LetterBook.WordAsync(handler, (await LetterBook.RowsAsync(Portal, number)).Where(row => row.Row.Kind == 25).Select(row => $"/console/disclosure/{number}/letters/{row.Row.Id}").Last());
        Assert.All([consultation, "第三方丙", "XA2", "邮寄", "2026年3月2日"], said => Assert.Contains(said, kept));
        Assert.DoesNotContain(Requests.Name, kept);
        Assert.Empty(PageFaults.Of(proved));

        // The requester reads the letters to the requester, and no other exists there.
        var mine = await Requests.AskAsync(citizen, number, code);
        var own = LetterBook.Of(mine);
        Assert.Equal(["政府信息公开申请登记回执", "政府信息公开申请补正告知书", "政府信息公开延期答复告知书", "政府信息公开征求意见告知书", "政府信息公开答复书"], own.Keys);
        Assert.Empty(PageFaults.Of(mine));
        var seen = await citizen.GetPageAsync(own["政府信息公开申请补正告知书"]);
        Assert.Contains($"{Requests.Name}：", seen.Find(".document__addressees").TextContent);
        Assert.Empty(PageFaults.Of(seen));
        Assert.Contains("请写明是哪一年", await LetterBook.WordAsync(citizen, own["政府信息公开申请补正告知书"]));
        var hidden = $"/disclosure/requests/mine/letters/{rows.Single(row => row.Row.Kind == 6).Row.Id}";
        await citizen.GetPageAsync(hidden, HttpStatusCode.NotFound);
        await citizen.GetPageAsync(hidden + ".docx", HttpStatusCode.NotFound);
        using var stranger = Portal.NewVisitor();
        Assert.Equal("/disclosure/requests/status", (await stranger.GetPageAsync(own["政府信息公开答复书"])).Address.AbsolutePath);
        Assert.Equal("/disclosure/requests/status", (await stranger.GetPageAsync(own["政府信息公开答复书"] + ".docx")).Address.AbsolutePath);

        // Another agency, the supervisor, and somebody without an account.
        using var other = await StaffAsync(Roles.Handler, "SMX-JYJ");
        using var supervisor = await StaffAsync(Roles.Supervisor, "SMX");
        await other.GetPageAsync(office["政府信息公开答复书"], HttpStatusCode.NotFound);
        await other.GetPageAsync(office["政府信息公开答复书"] + ".docx", HttpStatusCode.NotFound);
        await supervisor.GetPageAsync(office["政府信息公开答复书"]);
        Assert.Contains("政府信息公开征求第三方意见书", (await supervisor.GetPageAsync($"/console/disclosure/{number}")).VisibleText);
        await supervisor.GetPageAsync(office["政府信息公开征求第三方意见书"], HttpStatusCode.Forbidden);
        using var raw = await supervisor.GetAsync(office["政府信息公开征求第三方意见书"] + ".docx");
        Assert.NotEqual(WordDocumentType, raw.Content.Headers.ContentType?.MediaType);
        Assert.Equal("/account/sign-in", (await stranger.GetPageAsync(office["政府信息公开答复书"] + ".docx")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Many_at_once_and_one_too_late_leave_neither_gaps_nor_doubles()
    {
        const string Agency = "SMX-JYJ";
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler, Agency);
        var checks = new List<PortalPage>();
        for (var i = 0; i < 5; i++)
        {
            var filed = await Requests.FileAsync(citizen, Requests.Form($"第{i}件", Agency));
            await Requests.ConfirmAsync(handler, filed.Number);
            checks.Add(await Office.CheckAsync(await Office.OpenAsync(handler, filed.Number, "correctionAsked"), ("What", "年份"), ("Until", "2026-03-18")));
        }

        await Task.WhenAll(checks.Select(check => Office.ConfirmAsync(check)));
        await Office.ConfirmAsync(checks[0], HttpStatusCode.Conflict);
        var again = await Requests.FileAsync(citizen, Requests.Form("又一件", Agency));
        await Requests.ConfirmAsync(handler, again.Number);
        await Office.RecordAsync(handler, again.Number, "consultationSent", ("With", "Agency"), ("Party", "某机关"), ("About", "纪要"));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], await LetterBook.SerialsAsync(Portal, Agency));
    }

    [Fact]
    public async Task R_ORD_A_corrected_record_makes_a_letter_that_takes_the_place_of_the_earlier_one()
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler);
        using var head = await StaffAsync(Roles.Head);
        var (number, code) = await ConfirmedAsync(citizen, handler);
        await Office.RecordAsync(handler, number, "replyProposed", "disclosed", ("Information", "一份"));
        await Office.RecordAsync(head, number, "replied");
        await TodayAsync("2026-03-03");
        var reply = (await LetterBook.RowsAsync(Portal, number))[^1].Row;
        var check = await Office.CheckAsync(await Office.OpenAsync(head, number, "recordCorrected", "4"), ("On", "2026-03-03"), ("Why", "答复日期录错"));
        Assert.Contains($"（{reply.Number}），以本件为准", check.Find("article.document").TextContent);
        var corrected = await Office.ConfirmAsync(check);
        var (row, _) = (await LetterBook.RowsAsync(Portal, number))[^1];
        Assert.Equal((12, reply.Id, new DateOnly(2026, 3, 3)), (row.Kind, row.ReplacesId, row.On));
        Assert.NotEqual(reply.Number, row.Number);
        Assert.Contains("2026年3月3日被代替", corrected.VisibleText);

        // The entry names the number of the letter that holds now.
        Assert.Contains($"文号：{row.Number}", corrected.VisibleText);
        var mine = await Requests.AskAsync(citizen, number, code);
        Assert.Contains("因登记更正，本件代替", await LetterBook.WordAsync(citizen, LetterBook.Of(mine)["政府信息公开答复书"]));
    }

    [Fact]
    public async Task A_letter_is_written_by_hand_once_and_only_where_it_fits()
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler);
        using var supervisor = await StaffAsync(Roles.Supervisor, "SMX");
        var (number, code) = await ConfirmedAsync(citizen, handler);
        var address = $"/console/disclosure/{number}/letters/write";
        Assert.DoesNotContain("letters/write/10", (await handler.GetPageAsync($"/console/disclosure/{number}")).Html);
        await supervisor.GetPageAsync($"{address}/9", HttpStatusCode.Forbidden);
        await handler.GetPageAsync($"{address}/12", HttpStatusCode.NotFound);
        using var other = await StaffAsync(Roles.Handler, "SMX-JYJ");
        await other.GetPageAsync($"{address}/9", HttpStatusCode.NotFound);

        var unfit = await (await handler.GetPageAsync($"{address}/10")).SubmitAsync("main form", Typed(("To", "第三方丙"), ("Opened", "合同"), ("Reason", "公共利益")), "button[formaction*=Check]", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("没有征求过第三方意见。（规则R-32）", unfit.Find(".govuk-error-summary").TextContent);
        Assert.Equal("合同", ((IHtmlTextAreaElement)unfit.Find("textarea")).Value);

        var form = await handler.GetPageAsync($"{address}/24");
        Assert.Contains("请填写处理结果", (await form.SubmitAsync("main form", button: "button[formaction*=Check]")).Find(".govuk-error-summary").TextContent);
        var check = await form.SubmitAsync("main form", Typed(("Result", "已经更正"), ("Reason", "记录有误")), "button[formaction*=Check]");
        Assert.Contains("6个月内依法向有管辖权的人民法院", check.Find("article.document").TextContent);
        Assert.DoesNotContain(Requests.Name, check.Html);
        Assert.Empty(PageFaults.Of(check));
        var before = await LetterBook.SerialsAsync(Portal, Requests.Agency);
        Assert.Contains("已保存：政府信息更正答复书", (await check.SubmitAsync("main form", button: "button[formaction*=Make]")).VisibleText);
        await check.SubmitAsync("main form", button: "button[formaction*=Make]");
        var after = await LetterBook.SerialsAsync(Portal, Requests.Agency);
        Assert.Equal([.. before, before.LastOrDefault() + 1], after);
        Assert.Contains("已经更正", await LetterBook.WordAsync(citizen, LetterBook.Of(await Requests.AskAsync(citizen, number, code))["政府信息更正答复书"]));

        var errand = await (await handler.GetPageAsync($"{address}/9")).SubmitAsync("main form", Typed(("To", "档案室"), ("Task", "查找合同"), ("Until", "2026-03-10")), "button[formaction*=Check]");
        var done = await errand.SubmitAsync("main form", button: "button[formaction*=Make]");
        Assert.Contains("档案室：", (await handler.GetPageAsync(LetterBook.Of(done)["政府信息公开申请协办函"])).Find(".document__addressees").TextContent);
        Assert.DoesNotContain("协办函", (await citizen.GetPageAsync("/disclosure/requests/mine")).VisibleText);
    }

    [Fact]
    public async Task Texts_are_data_in_versions_that_hold_from_a_day_on()
    {
        using var citizen = Portal.NewVisitor();
        using var handler = await StaffAsync(Roles.Handler);
        using var administrator = await StaffAsync(Roles.Administrator);
        using var colleague = await StaffAsync(Roles.Administrator);
        await handler.GetPageAsync("/console/letters", HttpStatusCode.Forbidden);
        await handler.GetPageAsync("/console/letters/letter-3", HttpStatusCode.Forbidden);
        await administrator.GetPageAsync("/console/letters/letter-27", HttpStatusCode.NotFound);
        var list = await administrator.GetPageAsync("/console/letters");
        Assert.Equal(LetterKinds.All.Count, list.Document.QuerySelectorAll("a[href*='/console/letters/letter-']").Length);
        Assert.Empty(PageFaults.Of(list));

        var page = await administrator.GetPageAsync("/console/letters/letter-3");
        var late = await colleague.GetPageAsync("/console/letters/letter-3");
        var text = ((IHtmlTextAreaElement)page.Find("textarea")).Value;
        Assert.Empty(PageFaults.Of(page));
        var wrong = await page.SubmitAsync("main form", new Dictionary<string, string> { ["Text"] = text.Replace("{{补正期限}}", "{{补正日期}}", StringComparison.Ordinal) }, "button[formaction*=Save]");
        Assert.Contains("没有叫“补正日期”的栏目，是不是“补正期限”？", wrong.Find(".govuk-error-summary").TextContent);
        Assert.Contains("必须写明“合理的补正期限”（规则R-30）", wrong.Find(".govuk-error-summary").TextContent);
        Assert.Contains("{{补正日期}}", ((IHtmlTextAreaElement)wrong.Find("textarea")).Value);
        var past = await page.SubmitAsync("main form", new Dictionary<string, string> { ["Text"] = text, ["EffectiveOn"] = "2026-03-01" }, "button[formaction*=Save]");
        Assert.Contains("生效日期不能早于今天", past.Find(".govuk-error-summary").TextContent);

        var preview = await page.SubmitAsync("main form", new Dictionary<string, string> { ["Text"] = text + "\n\n预览里的一段。" }, "button[formaction*=Preview]");
        Assert.Contains("预览里的一段。", preview.Find("article.document").TextContent);
        Assert.Contains("（补正事项）", preview.Find("article.document").TextContent);
        Assert.Empty(PageFaults.Of(preview));
        var saved = await preview.SubmitAsync("main form", new Dictionary<string, string> { ["Text"] = text + "\n\n新的一段。", ["EffectiveOn"] = "2026-03-04" }, "button[formaction*=Save]");
        Assert.Contains("已保存新的一版，2026年3月4日起用", saved.VisibleText);
        Assert.Contains("新的一段。", (await saved.FollowAsync("a[href$='versions/1']")).VisibleText);
        Assert.DoesNotContain("新的一段。", (await saved.FollowAsync("a[href$='versions/0']")).VisibleText);
        var stale = await late.SubmitAsync("main form", new Dictionary<string, string> { ["Text"] = text + "\n\n同事的一段。" }, "button[formaction*=Save]", HttpStatusCode.Conflict);
        Assert.Contains("别人保存了新的一版", stale.Find(".govuk-error-summary").TextContent);
        Assert.Contains("同事的一段。", ((IHtmlTextAreaElement)stale.Find("textarea")).Value);

        var (early, _) = await ConfirmedAsync(citizen, handler);
        var (later, _) = await ConfirmedAsync(citizen, handler);
        var unseen = await page.SubmitAsync("main form", new Dictionary<string, string> { ["PreviewWith"] = "SMX-ZFB-2026-999999" }, "button[formaction*=Preview]");
        Assert.Contains("没有您能看的这件申请", unseen.Find(".govuk-error-summary").TextContent);
        var real = await page.SubmitAsync("main form", new Dictionary<string, string> { ["PreviewWith"] = early.ToLowerInvariant() }, "button[formaction*=Preview]");
        Assert.Contains($"回执编号：{early}", real.Find("article.document").TextContent);
        Assert.Contains("申***：", real.Find(".document__addressees").TextContent);
        Assert.Equal(1, await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
            .CountAsync(entry => entry.SubjectId == early && entry.Action == "request.letter-previewed", TestContext.Current.CancellationToken)));
        await Office.RecordAsync(handler, early, "correctionAsked", ("What", "哪一年"), ("Until", "2026-03-18"));
        await TodayAsync("2026-03-04");
        await Office.RecordAsync(handler, later, "correctionAsked", ("What", "哪一年"), ("Until", "2026-03-18"));
        Assert.DoesNotContain("新的一段。", await LastWordAsync(handler, early));
        Assert.Contains("新的一段。", await LastWordAsync(handler, later));
        var made = (await LetterBook.RowsAsync(Portal, early)).Concat(await LetterBook.RowsAsync(Portal, later));
        Assert.Equal([0, 1], made.Where(row => row.Row.Kind == 3).Select(row => row.Row.TemplateVersion));

        await (await administrator.GetPageAsync("/console/letters/court-SMX-ZFB")).SubmitAsync("main form", new Dictionary<string, string> { ["Text"] = "云岭铁路运输法院" }, "button[formaction*=Save]");
        var remedies = await (await administrator.GetPageAsync("/console/letters/remedy-choice")).SubmitAsync("main form", button: "button[formaction*=Preview]");
        Assert.Contains("6个月内依法向云岭铁路运输法院提起行政诉讼", remedies.Find("article.document").TextContent);
        Assert.Equal(2, await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
            .CountAsync(entry => entry.Action == "letter-wording.saved" && entry.SubjectType == nameof(WordingRow), TestContext.Current.CancellationToken)));
    }

    private const string WordDocumentType = Formats.Word.WordDocumentWriter.ContentType;

    private static Dictionary<string, string> Typed(params (string Field, string Value)[] fields) => fields.ToDictionary(field => $"Input[{field.Field}]", field => field.Value);

    private static async Task<string> LastWordAsync(PortalVisitor handler, string number) =>
        await LetterBook.WordAsync(handler, LetterBook.Of(await handler.GetPageAsync($"/console/disclosure/{number}"))["政府信息公开申请补正告知书"]);

    private Task<int> ReadingsAsync(string number) => Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
        .CountAsync(entry => entry.SubjectId == number && entry.Action == "request.letter-read", TestContext.Current.CancellationToken));
}

[Trait("Database", "SQLite")]
public sealed class LetterLifeOnSqlite(SqlitePortal portal) : LetterLifeTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class LetterLifeOnPostgres(PostgresPortal portal) : LetterLifeTests(portal), IClassFixture<PostgresPortal>;
