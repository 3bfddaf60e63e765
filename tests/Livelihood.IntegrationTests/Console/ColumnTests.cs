using System.Net;
using System.Text;
using Livelihood.Content.Columns;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Recipes;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Console;

public abstract class ColumnTests(PortalFixture portal)
{
    private const string List = "/console/columns";

    [Theory]
    [InlineData(List)]
    [InlineData(List + "/edit")]
    [InlineData("/console/navigation")]
    [InlineData("/console/navigation/main")]
    public async Task Pages_AreForWhoManagesTheSite(string address)
    {
        using var visitor = portal.NewVisitor();
        Assert.Equal("/account/sign-in", (await visitor.GetPageAsync(address)).Address.AbsolutePath);
        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        Assert.Equal("/account/denied", (await editor.GetAsync(address)).RequestMessage!.RequestUri!.AbsolutePath);
        using var stranger = await portal.Host.SignInAsync(Roles.Publisher, "SMX-JYJ");
        Assert.Equal("/account/denied", (await stranger.GetAsync(address)).RequestMessage!.RequestUri!.AbsolutePath);
        using var publisher = await portal.Host.SignInAsync(Roles.Publisher);
        Assert.Equal(address, (await publisher.GetPageAsync(address)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Column_ShowsWhatItsSelectionAsks_WithFiltersAndPages()
    {
        var items = new List<string>();
        for (var i = 1; i <= 23; i++)
        {
            items.Add(await PublishAsync($"栏目里的第{i}条", i % 2 == 0 ? "公示" : "公告", "SMX-JYJ"));
        }

        await PublishAsync("别的机关的一条", "公告", "SMX-MZJ");
        using var manager = await portal.Host.SignInAsync(Roles.Administrator);
        var form = await manager.GetPageAsync(List + "/edit");
        await SubmitAsync(form, new() { ["Input.Name"] = "教育公告", ["Input.Slug"] = "school-notices" }, "Types:Notice", "Agencies:SMX-JYJ");

        using var citizen = portal.NewVisitor();
        var page = await citizen.GetPageAsync("/columns/school-notices");
        Assert.Contains("共 23 条，第 1 页，共 2 页", page.VisibleText);
        Assert.Equal(20, page.Document.QuerySelectorAll("main .column-list__item").Length);
        Assert.DoesNotContain("别的机关", page.VisibleText);
        Assert.Equal(3, (await page.FollowAsync("a[rel=next]")).Document.QuerySelectorAll("main .column-list__item").Length);

        var narrowed = await page.SubmitAsync("form.filter-form", new Dictionary<string, string> { ["v"] = "Notice.Kind=公示" });
        Assert.Contains("共 11 条", narrowed.VisibleText);
        Assert.All(narrowed.TextsOf(".column-list__link"), title => Assert.Matches("第(\\d*[02468])条", title));
        Assert.Contains("没有符合条件", (await citizen.GetPageAsync("/columns/school-notices?year=1999")).VisibleText);
        await citizen.GetPageAsync("/columns/school-notices?p=9", HttpStatusCode.NotFound);
        await citizen.GetPageAsync("/columns/no-such", HttpStatusCode.NotFound);
        Assert.Equal("教育公告", page.Find("meta[name=ColumnName]").GetAttribute("content"));
        Assert.Equal(23, items.Distinct().Count());
    }

    [Fact]
    public async Task PlacedItem_StandsFirst_AndHomePageShowsTheNewestOfEachMarkedColumn()
    {
        var older = await PublishAsync("手工放置的旧闻", "通知", "SMX-KJJ");
        for (var i = 1; i <= 4; i++)
        {
            await PublishAsync($"科技要闻{i}", "公示", "SMX-KJJ");
        }

        using var manager = await portal.Host.SignInAsync(Roles.Publisher);
        var form = await manager.GetPageAsync(List + "/edit");
        await SubmitAsync(
            form, new() { ["Input.Name"] = "科技动态", ["Input.Slug"] = "science-news", ["Input.HomeLines"] = "2", ["Input.Placed"] = older },
            "Agencies:SMX-KJJ");

        var page = await portal.NewVisitor().GetPageAsync("/columns/science-news");
        Assert.Equal("手工放置的旧闻", page.TextsOf(".column-list__link")[0]);
        Assert.Single(page.TextsOf(".column-list__link"), "手工放置的旧闻");
        var home = await portal.NewVisitor().GetPageAsync("/");
        Assert.Equal(["科技要闻4", "科技要闻3"], home.TextsOf("section[aria-labelledby=column-science-news] .column-list__link"));
        Assert.NotEmpty(home.TextsOf("section[aria-labelledby=column-policy] .column-list__link"));
        Assert.Equal("public, max-age=60", home.Headers.CacheControl!.ToString().Replace("max-age=60, public", "public, max-age=60"));
    }

    [Fact]
    public async Task SecondEditor_IsTold_AndBadInputIsRefusedBesideItsField()
    {
        using var one = await portal.Host.SignInAsync(Roles.Administrator);
        using var two = await portal.Host.SignInAsync(Roles.Publisher);
        await SubmitAsync(await one.GetPageAsync(List + "/edit"), new() { ["Input.Name"] = "两人同改", ["Input.Slug"] = "both" });
        var id = await IdOfAsync("both");
        var seen = await two.GetPageAsync($"{List}/edit/{id}");
        await SubmitAsync(await one.GetPageAsync($"{List}/edit/{id}"), new() { ["Input.Name"] = "先改的" });

        var refused = await seen.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Name"] = "后改的" }, expected: HttpStatusCode.Conflict);
        Assert.Contains("他人修改", refused.Find(".govuk-error-summary").TextContent);
        Assert.Equal("后改的", refused.Find("#Input_Name").GetAttribute("value"));

        foreach (var (field, value, error) in new[]
        {
            ("Input.Slug", "policy", "已被其他栏目使用"), ("Input.Placed", "/nowhere", "没有已发布的内容"), ("Input.Address", "/nowhere", "没有“/nowhere”这个页面"),
            ("Input.HomeLines", "many", "不是有效的值"),
        })
        {
            var form = await one.GetPageAsync(List + "/edit");
            var answer = await form.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Name"] = "新的", ["Input.Slug"] = "fresh", [field] = value });
            Assert.Contains(error, answer.Find(".govuk-error-summary").TextContent);
        }
    }

    [Fact]
    public async Task Columns_MoveAndAreDeleted_UnlessSomethingHangsOnThem()
    {
        using var manager = await portal.Host.SignInAsync(Roles.Administrator);
        await SubmitAsync(await manager.GetPageAsync(List + "/edit"), new() { ["Input.Name"] = "最后一个", ["Input.Slug"] = "last-one" });
        var id = await IdOfAsync("last-one");
        var list = await manager.GetPageAsync(List);
        var before = list.TextsOf("tbody th").ToList();
        list = await list.SubmitAsync("main form", button: $"button[name=up][value='{id}']");
        Assert.True(list.TextsOf("tbody th").ToList().IndexOf("最后一个") < before.IndexOf("最后一个"));

        var policy = await manager.GetPageAsync($"{List}/edit/{await IdOfAsync("policy")}");
        Assert.Contains("下面还有栏目", (await policy.SubmitAsync("#delete")).Find(".govuk-error-summary").TextContent);
        var notices = await manager.GetPageAsync($"{List}/edit/{await IdOfAsync("notices")}");
        Assert.Contains("导航里还有", (await notices.SubmitAsync("#delete")).Find(".govuk-error-summary").TextContent);
        list = await (await manager.GetPageAsync($"{List}/edit/{id}")).SubmitAsync("#delete");
        Assert.DoesNotContain("最后一个", list.TextsOf("tbody th"));
        await portal.NewVisitor().GetPageAsync("/columns/last-one", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task StaleAndEmptyColumns_AreListed()
    {
        using var manager = await portal.Host.SignInAsync(Roles.Administrator);

        var list = await manager.GetPageAsync(List);

        Assert.Contains("政府信息公开年报：还没有内容", list.Find("section[aria-labelledby=stale]").TextContent);
        Assert.DoesNotContain("通知公告", list.Find("section[aria-labelledby=stale]").TextContent);
    }

    [Theory]
    [InlineData("/columns/guide", "/about/guide")]
    [InlineData("/columns/requests", "/disclosure")]
    [InlineData("/agencies/smx-zfb", "/agencies/SMX-ZFB")]
    public async Task RequiredColumns_LeadToTheirPages(string column, string page) =>
        Assert.Equal(page, (await portal.NewVisitor().GetPageAsync(column)).Address.AbsolutePath);

    [Fact]
    public async Task Recipe_OfAllColumnsAndMenus_RunsAgain_AndChangesNothing()
    {
        using var manager = await portal.Host.SignInAsync(Roles.Administrator);
        using var answer = await manager.GetAsync(List + "?handler=Recipe");
        var recipe = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(portal.DataFolder, "recipes")).FullName, "again.recipe.json");
        await File.WriteAllTextAsync(file, recipe, Encoding.UTF8, TestContext.Current.CancellationToken);
        var before = await PictureAsync();

        await portal.Host.InScopeAsync(services => services.GetRequiredService<IRecipeExecutor>().ExecuteAsync(file));

        Assert.Equal(before, await PictureAsync());
        using var again = await manager.GetAsync(List + "?handler=Recipe");
        Assert.Equal(recipe, await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Recipe_WithAnUnknownType_IsRefused_AndNamesItsPlace()
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(portal.DataFolder, "recipes")).FullName, "faulty-columns.recipe.json");
        await File.WriteAllTextAsync(
            file,
            """{ "name": "faulty-columns", "steps": [ { "name": "Columns", "Columns": [ { "Name": "好的", "Slug": "kept-not" }, { "Name": "错的", "Slug": "wrong", "Types": ["Nothing"] } ] } ] }""",
            TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<RecipeException>(() =>
            portal.Host.InScopeAsync(services => services.GetRequiredService<IRecipeExecutor>().ExecuteAsync(file)));

        Assert.Contains("第 2 项（错的）", refused.Message);
        Assert.Contains("没有“Nothing”这个内容类型", refused.Message);
        await portal.NewVisitor().GetPageAsync("/columns/kept-not", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AgencyPages_NameTheAgency_ItsNewestItems_AndTheWayToARequest()
    {
        await PublishAsync("民政局的公示", "公示", "SMX-MZJ");
        using var citizen = portal.NewVisitor();
        var agency = await (await citizen.GetPageAsync("/agencies")).FollowAsync("a[href$='/agencies/SMX-MZJ']");

        Assert.Equal("三门峡市民政局", agency.Find("h1").TextContent);
        Assert.Contains("民政局的公示", agency.TextsOf("section[aria-labelledby=type-Notice] .column-list__link"));
        var request = await agency.FollowAsync("a[href*='/disclosure/requests/new']");
        Assert.Equal("SMX-MZJ", request.Find("[name='Input.Agency']").GetAttribute("value"));
        Assert.Contains("曾用名", (await citizen.GetPageAsync("/agencies/" + await AgencyWithFormerNameAsync())).VisibleText);
        await citizen.GetPageAsync("/agencies/NOBODY", HttpStatusCode.NotFound);
    }

    private Task<string> AgencyWithFormerNameAsync() => portal.Host.InScopeAsync(async services =>
        (await services.GetRequiredService<Livelihood.Platform.Agencies.IAgencyDirectory>().AllAsync()).First(a => a.FormerNames.Count > 0).Id);

    private Task<string> PictureAsync() => portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var columns = await db.Set<Column>().OrderBy(c => c.Id).ToListAsync();
        var menus = await db.Set<Livelihood.Content.Navigation.NavigationMenu>().OrderBy(m => m.Name).ToListAsync();
        return string.Join('\n', columns.Select(c => $"{c.Id} {c.Slug} {c.Order} {c.Revision} {c.Selection}").Concat(menus.Select(m => $"{m.Name} {m.Revision}")));
    });

    private Task<string> IdOfAsync(string slug) => portal.Host.InScopeAsync(services =>
        services.GetRequiredService<PortalDbContext>().Set<Column>().Where(c => c.Slug == slug).Select(c => c.Id).SingleAsync());

    private static Task<PortalPage> SubmitAsync(PortalPage form, Dictionary<string, string> fields, params string[] ticked)
    {
        foreach (var box in ticked.Select(t => t.Split(':')))
        {
            ((AngleSharp.Html.Dom.IHtmlInputElement)form.Find($"input[name='Input.{box[0]}'][value='{box[1]}']")).IsChecked = true;
        }

        return form.SubmitAsync("main form", fields);
    }

    /// <summary>Publishes a notice; answers with its address.</summary>
    private Task<string> PublishAsync(string title, string kind, string agency) => portal.Host.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IContentStore>();
        var data = new ContentData(new TitlePart(title), new DisclosureRecordPart(), new MarkdownBodyPart("正文。"))
            .Set("Notice", new() { ["Kind"] = new System.Text.Json.Nodes.JsonObject { ["Text"] = kind } });
        var version = await store.CreateAsync(new("Notice", agency, data));
        await store.PublishAsync(version.ItemId);
        return version.Item.Path;
    });
}

[Trait("Database", "SQLite")]
public sealed class ColumnTestsOnSqlite(SqlitePortal portal) : ColumnTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ColumnTestsOnPostgres(PostgresPortal portal) : ColumnTests(portal), IClassFixture<PostgresPortal>;
