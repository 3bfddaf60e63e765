using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Digitising;
using Livelihood.Gazettes.Import;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Gazettes;

/// <summary>An issue on the workbench: every action, who may do it, two at once, drafts and publication.</summary>
public abstract class WorkbenchTests(PortalFixture portal)
{
    private const string LinesForm = "#lines-form";

    private static string Draft(int number) => $"/console/gazettes/2022/{number}";

    private static string Bench(int number, string query = "") => $"{Draft(number)}/workbench{query}";

    private static int LineOf(string text, int number) =>
        Array.FindLastIndex(PrintedIssueText.Of(number).Split('\n'), l => l.Contains(text, StringComparison.Ordinal)) + 1;

    private Task<ImportReport> ImportAsync(int number) => portal.Host.InScopeAsync(services =>
        services.GetRequiredService<GazetteImporter>().ImportAsync(PrintedIssueText.BytesOf(number), new ImportOptions()));

    private static Task<PortalPage> DoAsync(PortalPage page, string action, int from, int to, string? kind = null)
    {
        var fields = new Dictionary<string, string> { ["From"] = $"{from}", ["To"] = $"{to}" };
        if (kind is not null)
        {
            fields["Kind"] = kind;
        }

        return page.SubmitAsync(LinesForm, fields, $"button[value={action}]");
    }

    [Fact]
    public async Task Editor_WorksThroughAnIssue_AndTheDraftsFollow()
    {
        var report = await ImportAsync(41);
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var first = report.Issue.Documents[0].Lines.First;
        var draft = await editor.GetPageAsync(Draft(41));
        var bench = await draft.FollowAsync($"a[href$='{Bench(41)}']");
        Assert.Contains("题名不一致", bench.VisibleText);

        // The doubt is settled with one press.
        bench = await bench.SubmitAsync(".workbench__answers", button: "#take-0");
        Assert.Contains("没有未决的疑点", bench.VisibleText);
        Assert.Contains("有改动还没有写入草稿", bench.VisibleText);

        // Lines are marked, cut, joined; and undone and redone.
        bench = await editor.GetPageAsync(Bench(41, $"?document={first}"));
        var line = LineOf("公园在城东", 41);
        bench = await DoAsync(bench, "mark", line, line, "Heading-2");
        Assert.Contains("2级标题", bench.Find($"[data-first='{line}']").TextContent);
        bench = await bench.SubmitAsync(".workbench__bar form", button: "#undo");
        Assert.Contains("段落", bench.Find($"[data-first='{line}']").TextContent);
        bench = await bench.SubmitAsync(".workbench__bar form", button: "#redo");
        Assert.Contains("2级标题", bench.Find($"[data-first='{line}']").TextContent);
        bench = await DoAsync(bench, "furniture", line, line);
        Assert.Null(bench.Document.QuerySelector($"[data-first='{line}']"));
        Assert.Contains("杂项", bench.Find($"#l{line}").TextContent);
        bench = await bench.SubmitAsync(".workbench__bar form", button: "#undo");

        // A line that was misread is set right.
        var opened = LineOf("四月开工", 41);
        bench = await bench.SubmitAsync(LinesForm, new Dictionary<string, string> { ["From"] = $"{opened}", ["To"] = $"{opened}", ["Text"] = "市政府决定修建城东测试公园，五月开工，次年完工。" }, "button[value=correct]");
        Assert.Contains("已改字", bench.Find($"#l{opened}").TextContent);

        // A document's record, its section, and the masthead.
        bench = await bench.SubmitAsync("#d" + first + " ~ .workbench__record", new Dictionary<string, string> { ["FormedOn"] = "2022年1月6日", ["Page"] = "2" }, "button[value=record]");
        Assert.Contains("成文日期设为", bench.VisibleText);
        bench = await editor.GetPageAsync(Bench(41));
        bench = await bench.SubmitAsync(".workbench__row:has(#new-section)", new Dictionary<string, string> { ["Name"] = "规划" }, "button[value=add-section]");
        bench = await bench.SubmitAsync(".workbench__record:has(#masthead-Title)", new Dictionary<string, string> { ["Publisher"] = "三门峡市人民政府" }, "button[value=masthead]");
        bench = await editor.GetPageAsync(Bench(41, $"?document={first}"));
        bench = await bench.SubmitAsync(".workbench__row:has(#Place)", new Dictionary<string, string> { ["Place"] = "-1:0" }, "button[value=move]");
        Assert.Contains("规划", bench.VisibleText);

        // Written, the drafts say the same; a second time nothing is new.
        bench = await bench.SubmitAsync(".workbench__bar form", button: "#write");
        Assert.Contains("已写入草稿：新建0份，更新1份", bench.VisibleText);
        Assert.DoesNotContain("有改动还没有写入草稿", bench.VisibleText);
        var document = await LatestAsync(report.Documents[0].ItemId);
        Assert.Equal(new DateOnly(2022, 1, 6), document.Part<OfficialDocumentPart>()!.FormedOn);
        Assert.Equal(("规划", (int?)2), (document.Part<PrintedInPart>()!.Section, document.Part<PrintedInPart>()!.Page));
        Assert.Contains("五月开工", document.Part<MarkdownBodyPart>()!.Markdown);
        Assert.Contains("# 公园在城东", document.Part<MarkdownBodyPart>()!.Markdown);

        // The same text again changes nothing of the work.
        Assert.False((await ImportAsync(41)).ChangedAnything);
    }

    [Fact]
    public async Task Documents_AreJoinedAndSplit_AndStayTheSameItems()
    {
        var report = await ImportAsync(42);
        var second = report.Issue.Documents[1].Lines.First;
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var bench = await editor.GetPageAsync(Bench(42, $"?document={second}"));

        bench = await bench.SubmitAsync($"#d{second} ~ .workbench__record", button: "button[value=join-document]");
        Assert.Contains("1 份文件", bench.VisibleText);
        Assert.Contains("正文里没有", bench.VisibleText);

        var list = await editor.GetPageAsync(Bench(42, "?doubt=1"));
        Assert.Contains("正文里没有找到", list.Find("#doubt-text").TextContent);
        bench = await list.SubmitAsync(".workbench__answers", button: "#take-0");
        Assert.Contains("2 份文件", bench.VisibleText);
        bench = await bench.SubmitAsync(".workbench__bar form", button: "#write");

        Assert.Contains("新建0份", bench.VisibleText);
        Assert.Equal(report.Documents[1].Printed.Title, (await LatestAsync(report.Documents[1].ItemId)).DisplayText);
    }

    [Fact]
    public async Task Corrections_AreListed_TakenBack_Undone_AndFilteredByLine()
    {
        var text = PrintedIssueText.Of(68).Replace("四月开工，", "四月开工,", StringComparison.Ordinal);
        await portal.Host.InScopeAsync(services => services.GetRequiredService<GazetteImporter>().ImportAsync(Encoding.UTF8.GetBytes(text), new ImportOptions()));
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var list = await (await editor.GetPageAsync(Bench(68))).FollowAsync($"a[href$='{Bench(68, "/corrections")}']");
        var box = list.Document.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("四月开工", StringComparison.Ordinal)).QuerySelector("input")!;
        var key = box.GetAttribute("value")!;
        Assert.Contains("已更正", list.VisibleText);
        ((IHtmlInputElement)box).IsChecked = true;

        list = await list.SubmitAsync("main form:has(table)", button: "button[value=true]");
        Assert.Contains("还原了1处更正", list.VisibleText);
        Assert.Contains("已还原", list.VisibleText);
        var told = await list.SubmitAsync("main form:has(table)", button: "button[value=true]");
        Assert.Contains("请先勾选更正", told.Find(".govuk-error-summary").TextContent);

        // It is a step like every other: the drafts follow it, and it can be undone.
        var at = int.Parse(key.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture);
        var bench = await editor.GetPageAsync(Bench(68, $"?document={at}"));
        Assert.Contains("的更正还原", bench.VisibleText);
        Assert.Contains(",", bench.Find($"#l{at}").TextContent);
        bench = await bench.SubmitAsync(".workbench__bar form", button: "#undo");
        Assert.DoesNotContain(",", bench.Find($"#l{at}").TextContent);
        var ofLine = await bench.FollowAsync($"#l{at} a.workbench__note");
        Assert.Contains($"更正清单：第{at}行", ofLine.VisibleText);
        Assert.DoesNotContain("已还原", ofLine.VisibleText);

        var nothing = await editor.GetPageAsync(Bench(68, $"/corrections?Line=100000"));
        Assert.Contains("没有更正", nothing.VisibleText);
    }

    [Fact]
    public async Task AFieldSetToNothing_IsEmptyInTheDraft()
    {
        var report = await ImportAsync(69);
        var first = report.Issue.Documents[0].Lines.First;
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var bench = await editor.GetPageAsync(Bench(69, $"?document={first}"));

        bench = await bench.SubmitAsync($"#d{first} ~ .workbench__record", new Dictionary<string, string> { ["Number"] = "", ["FormedOn"] = "" }, "button[value=record]");
        await bench.SubmitAsync(".workbench__bar form", button: "#write");

        var record = (await LatestAsync(report.Documents[0].ItemId)).Part<OfficialDocumentPart>()!;
        Assert.Null(record.Number);
        Assert.Null(record.FormedOn);
        Assert.NotEmpty(record.IssuingAgencies);
    }

    [Fact]
    public async Task TwoEditors_TheSecondIsTold_AndNothingIsLost()
    {
        await ImportAsync(43);
        using var one = await portal.Host.SignInAsync(Roles.Editor);
        using var two = await portal.Host.SignInAsync(Roles.Editor);
        var line = LineOf("公园在城东", 43);
        var (first, second) = (await one.GetPageAsync(Bench(43, $"?document={line}")), await two.GetPageAsync(Bench(43, $"?document={line}")));

        await DoAsync(first, "mark", line, line, "ListItem-0");
        var told = await DoAsync(second, "mark", line, line, "Heading-1");

        Assert.Contains("别人刚才改动了这一期", told.Find(".govuk-error-summary").TextContent);
        Assert.Contains("列表项", told.Find($"[data-first='{line}']").TextContent);
        var done = await DoAsync(told, "mark", line, line, "Heading-1");
        Assert.Contains("1级标题", done.Find($"[data-first='{line}']").TextContent);
    }

    [Theory]
    [InlineData("mark", 1, 9999)]
    [InlineData("split-document", 9999, 9999)]
    [InlineData("join-blocks", 0, 0)]
    public async Task WhatDoesNotApply_IsSaidInChinese_AndNothingIsRecorded(string action, int from, int to)
    {
        await ImportAsync(44);
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var before = await CountAsync<DigitisationEdit>();

        var answer = await DoAsync(await editor.GetPageAsync(Bench(44)), action, from, to);

        Assert.Matches("[\u4e00-\u9fff]{4}", answer.Find(".govuk-error-summary").TextContent);
        Assert.Equal(before, await CountAsync<DigitisationEdit>());
    }

    [Fact]
    public async Task OnlyTheAgencysEditors_MayEdit()
    {
        await ImportAsync(45);
        using var visitor = portal.NewVisitor();
        Assert.Equal("/account/sign-in", (await visitor.GetPageAsync(Bench(45))).Address.AbsolutePath);
        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        Assert.Equal("/account/denied", (await handler.GetAsync(Bench(45))).RequestMessage!.RequestUri!.AbsolutePath);
        foreach (var (role, agency) in new[] { (Roles.Reviewer, "SMX"), (Roles.Editor, "SMX-JYJ") })
        {
            using var reader = await portal.Host.SignInAsync(role, agency);
            var bench = await reader.GetPageAsync(Bench(45));
            Assert.Null(bench.Document.QuerySelector("main form"));
            var answer = await reader.PostAsync(Bench(45), new Dictionary<string, string> { ["do"] = "split-block", ["From"] = "40", ["revision"] = "0" }, tokenFrom: "/console/gazettes");
            Assert.Equal("/account/denied", answer.RequestMessage!.RequestUri!.AbsolutePath);
        }

        Assert.Equal(0, await portal.Host.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<DigitisationEdit>().CountAsync(e => e.Edit.Contains("\"line\":40"))));
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        await editor.GetPageAsync("/console/gazettes/1980/1/workbench", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task EditedElsewhere_IsNotOverwritten_UnlessTheEditorSaysSo()
    {
        var report = await ImportAsync(46);
        var item = report.Documents[0].ItemId;
        await portal.Host.InScopeAsync(async services =>
        {
            var store = services.GetRequiredService<IContentStore>();
            var latest = (await store.LatestAsync(item))!;
            await store.SaveAsync(item, latest.Item.Revision, ContentData.Parse(latest.Data).Set(new MarkdownBodyPart("别处改的正文。")));
            return true;
        });
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var line = LineOf("公园在城东", 46);
        var bench = await DoAsync(await editor.GetPageAsync(Bench(46, $"?document={line}")), "mark", line, line, "ListItem-0");

        bench = await bench.SubmitAsync(".workbench__bar form", button: "#write");
        Assert.Contains("有1项在工作台以外被人改过", bench.Find(".govuk-error-summary").TextContent);
        Assert.Contains("别处改的正文", (await LatestAsync(item)).Part<MarkdownBodyPart>()!.Markdown);

        bench = await bench.SubmitAsync(".workbench__bar form", new Dictionary<string, string> { ["overwrite"] = "true" }, "#write");
        Assert.Contains("更新1份", bench.VisibleText);
        Assert.Contains("- 公园在城东", (await LatestAsync(item)).Part<MarkdownBodyPart>()!.Markdown);
    }

    [Fact]
    public async Task OpenDoubts_AreNamedWithAReason_BeforePublication_AndDecidedOnesAreNot()
    {
        await ImportAsync(47);
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var bench = await editor.GetPageAsync(Bench(47));
        bench = await bench.SubmitAsync(".workbench__row:has(#remark)", new Dictionary<string, string> { ["Remark"] = "印本如此" }, "#decide");
        Assert.Contains("印本如此", bench.VisibleText);
        Assert.Contains("没有未决的疑点", bench.VisibleText);

        using var publisher = await portal.Host.SignInAsync(Roles.Publisher);
        var draft = await publisher.GetPageAsync(Draft(47));
        Assert.Contains("印本如此", draft.VisibleText);
        Assert.Contains("已发布2022年第47号", (await draft.SubmitAsync("main form")).VisibleText);

        var text = PrintedIssueText.Of(48).Replace("四月开工，", "四月开工,", StringComparison.Ordinal);
        await portal.Host.InScopeAsync(services => services.GetRequiredService<GazetteImporter>().ImportAsync(Encoding.UTF8.GetBytes(text), new ImportOptions()));
        draft = await publisher.GetPageAsync(Draft(48));
        var open = draft.Find("[name=Shown]").GetAttribute("value");
        draft = await draft.SubmitAsync("main form", new Dictionary<string, string> { ["Acknowledged"] = "true" });
        Assert.Contains("请写出带着未决的疑点发布的理由", draft.VisibleText);
        draft = await draft.SubmitAsync("main form", new Dictionary<string, string> { ["Acknowledged"] = "true", ["Reason"] = "上级要求当日公开" });
        Assert.Contains("已发布2022年第48号", draft.VisibleText);
        var entry = await portal.Host.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Set<AuditEntry>().Where(e => e.Action == "gazette.published").OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Contains("TitleDiffers", entry.Details);
        Assert.Contains("上级要求当日公开", System.Text.RegularExpressions.Regex.Unescape(entry.Details!));
        Assert.Equal("1", open);
    }

    [Fact]
    public async Task Publication_WritesTheEditsFirst()
    {
        var report = await ImportAsync(49);
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var bench = await editor.GetPageAsync(Bench(49));
        await bench.SubmitAsync(".workbench__answers", button: "#take-1");

        using var publisher = await portal.Host.SignInAsync(Roles.Publisher);
        await (await publisher.GetPageAsync(Draft(49))).SubmitAsync("main form");

        Assert.EndsWith("的决", (await LatestAsync(report.Documents[0].ItemId)).DisplayText);
        Assert.True((await LatestAsync(report.Documents[0].ItemId)).Published);
    }

    [Fact]
    public async Task OtherIssues_RaiseDoubts_WithTheLikelyAnswer()
    {
        await portal.Host.InScopeAsync(s => s.GetRequiredService<GazetteImporter>().ImportAsync(PrintedIssueText.BytesOf(51), new ImportOptions { Publish = true }));
        var text = PrintedIssueText.Of(52).Replace("总第 243 号", "总第 234 号").Replace("〔2022〕1004号", "〔2022〕1002号");
        await portal.Host.InScopeAsync(s => s.GetRequiredService<GazetteImporter>().ImportAsync(System.Text.Encoding.UTF8.GetBytes(text), new ImportOptions()));
        using var editor = await portal.Host.SignInAsync(Roles.Editor);

        var bench = await editor.GetPageAsync(Bench(52));

        Assert.Contains("本期是总第234号", bench.VisibleText);
        Assert.Contains("总期号改为243", bench.VisibleText);
        Assert.Contains("门户里已经有三政〔2022〕1002号", bench.VisibleText);
    }

    private Task<ContentVersion> LatestAsync(string item) => portal.Host.InScopeAsync(async services => (await services.GetRequiredService<IContentStore>().LatestAsync(item))!);

    private Task<int> CountAsync<T>()
        where T : class => portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<T>().CountAsync());
}

[Trait("Database", "SQLite")]
public sealed class WorkbenchTestsOnSqlite(SqlitePortal portal) : WorkbenchTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class WorkbenchTestsOnPostgres(PostgresPortal portal) : WorkbenchTests(portal), IClassFixture<PostgresPortal>;
