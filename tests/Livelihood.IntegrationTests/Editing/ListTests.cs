using Livelihood.Content.Items;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Editing;

/// <summary>The console's list: whose items, which, and one step with several.</summary>
public abstract class ListTests(PortalFixture portal)
{
    private const string List = "/console/content";

    [Fact]
    public async Task List_ShowsOnesAgencysItems_NewestChangeFirst_AndNoOthers()
    {
        const string Agency = "SMX-SJJ";
        using var desk = await Desk.OpenAsync(portal, Agency);
        await desk.WriteAsync("先写的", agency: Agency);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.WriteAsync("后写的", agency: Agency);

        Assert.Equal(["后写的", "先写的"], (await desk.Editor.GetPageAsync(List)).TextsOf("tbody th").Take(2));
        using var other = await portal.Host.SignInAsync(Roles.Editor, "SMX-KJJ");
        Assert.DoesNotContain("后写的", (await other.GetPageAsync(List + "?q=" + Uri.EscapeDataString("后写"))).VisibleText);
        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        Assert.Equal("/account/denied", (await handler.GetAsync(List)).RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task Filters_NarrowByTypeStageFieldAndWords()
    {
        using var desk = await Desk.OpenAsync(portal);
        var form = await desk.Editor.GetPageAsync(List + "/new/Notice");
        await form.SubmitAsync("main form", new Dictionary<string, string> { ["TitlePart.Title"] = "筛选得到的公示", ["Notice.Kind.Text"] = "公示" });

        var list = await desk.Editor.GetPageAsync(List + "?type=Notice&f.Notice.Kind=" + Uri.EscapeDataString("公示"));
        Assert.Contains("筛选得到的公示", list.TextsOf("tbody th"));
        Assert.DoesNotContain("怎样查阅和引用政府公报", list.TextsOf("tbody th"));
        Assert.Contains("草稿（1）", list.TextsOf("#stage option"));
        Assert.Contains("筛选得到的公示", (await desk.Editor.GetPageAsync(List + "?mine=true&stage=Draft")).TextsOf("tbody th"));
        Assert.Contains("没有符合条件", (await desk.Editor.GetPageAsync(List + "?type=Notice&stage=Withdrawn")).VisibleText);
        Assert.Equal(["筛选得到的公示"], (await desk.Editor.GetPageAsync(List + "?q=" + Uri.EscapeDataString("得到的公"))).TextsOf("tbody th"));

        var document = (await desk.Editor.GetPageAsync(List + "?type=OfficialDocument")).TextsOf("tbody th")[0];
        Assert.Contains(document, (await desk.Editor.GetPageAsync(List + "?q=" + Uri.EscapeDataString(document[..6]))).TextsOf("tbody th"));
        Assert.Contains("没有符合条件", (await desk.Editor.GetPageAsync(List + "?q=%25_%27%22")).VisibleText);
        await desk.Editor.GetPageAsync(List + "?p=99999&type=nothing&stage=Draft&f.x=y");
    }

    [Fact]
    public async Task Reviewer_ClearsSeveralAtOnce_AndIsToldWhatWasNotDone()
    {
        using var desk = await Desk.OpenAsync(portal, "SMX-JYJ");
        var one = await SentAsync(desk, "批量审查甲");
        var two = await SentAsync(desk, "批量审查乙");
        var waiting = await desk.Reviewer.GetPageAsync(List + "?waiting=true");
        Assert.Equal(["批量审查乙", "批量审查甲"], waiting.TextsOf("tbody th").Order(StringComparer.Ordinal));

        Assert.Contains("请勾选要办理的内容", (await waiting.SubmitAsync("form.bulk-form")).Find(".govuk-error-summary").TextContent);
        var refused = await waiting.SubmitAsync("form.bulk-form", new Dictionary<string, string> { ["Chosen"] = "true" });
        Assert.Contains("请填写意见", refused.VisibleText);

        var done = await waiting.SubmitAsync("form.bulk-form", new Dictionary<string, string> { ["Chosen"] = "true", ["Comment"] = "经审查，可以公开。" });
        Assert.Contains("1 项办好，0 项没有办", done.VisibleText);
        var stages = new[] { await StageAsync(one), await StageAsync(two) };
        Assert.Equal([VersionStage.SecrecyReview, VersionStage.Approval], stages.Order());
    }

    [Fact]
    public async Task EverythingOfTheList_IsCleared_InTheBackground()
    {
        using var desk = await Desk.OpenAsync(portal, "SMX-MZJ");
        for (var i = 0; i < 3; i++)
        {
            await SentAsync(desk, $"后台审查{i}", "SMX-MZJ");
        }

        var waiting = await desk.Reviewer.GetPageAsync(List + "?waiting=true");
        var work = await waiting.SubmitAsync("form.bulk-form", new Dictionary<string, string> { ["Everything"] = "true", ["Comment"] = "经审查，可以公开。" });
        var done = await desk.Reviewer.WorkEndsAsync(work.Address.AbsolutePath);

        Assert.Contains("共3项，办理了3项，0项没有办理", done.VisibleText);
        Assert.Contains("没有符合条件", (await desk.Reviewer.GetPageAsync(List + "?waiting=true")).VisibleText);
        Assert.Contains("待批准（3）", (await desk.Publisher.GetPageAsync(List + "?type=Notice")).TextsOf("#stage option"));
    }

    private static async Task<string> SentAsync(Desk desk, string title, string agency = "SMX-JYJ")
    {
        var draft = await desk.WriteAsync(title, agency: agency);
        await Desk.StepAsync(desk.Editor, draft.ItemId, "Submit");
        return draft.ItemId;
    }

    private async Task<VersionStage> StageAsync(string id) =>
        (await portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().LatestAsync(id)))!.Stage;
}

[Trait("Database", "SQLite")]
public sealed class ListTestsOnSqlite(SqlitePortal portal) : ListTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ListTestsOnPostgres(PostgresPortal portal) : ListTests(portal), IClassFixture<PostgresPortal>;
