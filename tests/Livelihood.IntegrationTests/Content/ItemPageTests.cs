using System.Net;
using System.Text.Json.Nodes;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Content;

public abstract class ItemPageTests(PortalFixture portal)
{
    [Fact]
    public async Task Head_NamesColumnAddressAndDescription()
    {
        var item = await PublishAsync("OfficialDocument", "关于道路的意见", new OfficialDocumentPart { Number = "三政〔2026〕7号", FormedOn = new(2026, 3, 2), Topic = "07", Validity = Validity.InForce });

        var page = await portal.NewVisitor().GetPageAsync(item.Item.Path + "?view=other");

        Assert.Equal("政策文件", Meta(page, "ColumnName"));
        Assert.Equal("政策文件", Meta(page, "ColumnType"));
        Assert.Equal("关于道路的意见", Meta(page, "ArticleTitle"));
        Assert.Equal("第一句话。", Meta(page, "Description"));
        Assert.Equal("工业、交通,文件", Meta(page, "Keywords"));
        var address = page.Find("link[rel=canonical]").GetAttribute("href")!;
        Assert.Equal(new Uri(portal.Host.BaseAddress, item.Item.Path).ToString(), address);
        Assert.Equal(address, Meta(page, "Url"));
        Assert.Equal(["首页", "政策文件", "关于道路的意见"], page.TextsOf(".govuk-breadcrumbs__list-item"));
        Assert.Contains("工业、交通", page.Find(".record").TextContent);
    }

    [Fact]
    public async Task SchemaData_ParsesAndNamesTheRightThings()
    {
        var item = await PublishAsync("OfficialDocument", "带</script>和引号\"的标题", new OfficialDocumentPart { Number = "三政〔2026〕8号", FormedOn = new(2026, 3, 3), Validity = Validity.Repealed });

        var page = await portal.NewVisitor().GetPageAsync(item.Item.Path);

        var graph = JsonNode.Parse(page.Find("script[type='application/ld+json']").TextContent)!["@graph"]!;
        var article = graph[0]!;
        Assert.Equal("带</script>和引号\"的标题", (string?)article["headline"]);
        Assert.Equal("三政〔2026〕8号", (string?)article["legislationIdentifier"]);
        Assert.Equal("2026-03-03", (string?)article["legislationDate"]);
        Assert.Equal("https://schema.org/NotInForce", (string?)article["legislationLegalForce"]);
        Assert.Equal(item.Item.IndexNumber, (string?)article["identifier"]);
        Assert.Equal("三门峡市教育局", (string?)article["publisher"]!["name"]);
        Assert.EndsWith(item.Item.Path, (string?)article["url"]);
        Assert.EndsWith("+08:00", (string?)article["datePublished"]);
        Assert.Equal(["政策文件", "带</script>和引号\"的标题"], graph[1]!["itemListElement"]!.AsArray().Skip(1).Select(s => (string?)s!["name"]));
    }

    [Fact]
    public async Task Relations_AreShownOnBothPages_AndARepealedDocumentLeadsToItsSuccessor()
    {
        var old = await PublishAsync("OfficialDocument", "旧办法", new OfficialDocumentPart { Number = "三政〔2020〕1号" });
        using var citizen = portal.NewVisitor();
        var before = await citizen.GetPageAsync(old.Item.Path);
        Assert.Null(before.Document.GetElementById("relations"));

        var renewed = await PublishAsync("OfficialDocument", "新办法", new OfficialDocumentPart { Number = "三政〔2026〕9号" }, new RelationsPart { Repeals = [old.ItemId], Amends = [] });
        await PublishAsync("PolicyInterpretation", "新办法怎么看", ("PolicyInterpretation", new JsonObject { ["Interprets"] = new JsonObject { ["ContentItemIds"] = new JsonArray(renewed.ItemId) } }));

        var page = await citizen.GetPageAsync(old.Item.Path);
        Assert.NotEqual(before.Headers.ETag, page.Headers.ETag);
        Assert.Contains("本文件已被废止。请看新办法（三政〔2026〕9号）", page.Find(".govuk-warning-text").TextContent);
        var successor = await page.FollowAsync(".govuk-warning-text a");
        Assert.Equal("新办法", successor.Find("h1").TextContent);
        Assert.Equal(["废止的文件", "相关解读"], successor.TextsOf("section[aria-labelledby=relations] h3"));
        Assert.Equal(["旧办法", "新办法怎么看"], successor.TextsOf("section[aria-labelledby=relations] .column-list__link"));
        Assert.Null(successor.Document.QuerySelector(".govuk-warning-text"));

        await portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().WithdrawAsync(renewed.ItemId, "测试撤下"));
        Assert.Null((await citizen.GetPageAsync(old.Item.Path)).Document.QuerySelector(".govuk-warning-text"));
    }

    [Fact]
    [Trait("rule", "R-12")]
    [Trait("rule", "R-26")]
    public async Task Console_ShowsStaleColumns_AndWhatWasPublishedTooLate()
    {
        await PublishAsync("OfficialDocument", "迟到的文件", new OfficialDocumentPart { FormedOn = new(2019, 1, 4) });

        using var manager = await portal.Host.SignInAsync(Roles.Administrator);
        Assert.Contains("政府信息公开年报：还没有内容", (await manager.GetPageAsync("/console")).Find("section[aria-labelledby=stale-columns]").TextContent);
        using var publisher = await portal.Host.SignInAsync(Roles.Publisher, "SMX-JYJ");
        var console = await publisher.GetPageAsync("/console");
        Assert.Contains("迟到的文件：2019年1月4日成文", console.Find("section[aria-labelledby=late-publications]").TextContent);
        Assert.Null(console.Document.GetElementById("stale-columns"));
        using var other = await portal.Host.SignInAsync(Roles.Publisher, "SMX-MZJ");
        Assert.DoesNotContain("迟到的文件", (await other.GetPageAsync("/console")).VisibleText);
    }

    [Fact]
    public async Task ItemThatMoved_IsReachedAtItsFormerAddress()
    {
        var item = await PublishAsync("Notice", "会搬家的通知", new AutoroutePart("moving/old"));
        await portal.Host.InScopeAsync(async services =>
        {
            var store = services.GetRequiredService<IContentStore>();
            var latest = (await store.LatestAsync(item.ItemId))!;
            await store.SaveAsync(item.ItemId, latest.Item.Revision, latest.Parts.Set(new AutoroutePart("moving/new")));
            await store.PublishAsync(item.ItemId);
        });

        var page = await portal.NewVisitor().GetPageAsync("/moving/old");

        Assert.Equal("/moving/new", page.Address.AbsolutePath);
        Assert.EndsWith("/moving/new", Meta(page, "Url"));
        await portal.NewVisitor().GetPageAsync("/moving/never", HttpStatusCode.NotFound);
    }

    private static string? Meta(PortalPage page, string name) => page.Find($"meta[name='{name}']").GetAttribute("content");

    private Task<ContentVersion> PublishAsync(string type, string title, params object[] parts) => portal.Host.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IContentStore>();
        var data = new ContentData([new TitlePart(title), new DisclosureRecordPart(), new MarkdownBodyPart("第一句话。第二句话。"), .. parts.Where(p => p is not ValueTuple<string, JsonObject>)]);
        foreach (var (name, content) in parts.OfType<(string, JsonObject)>())
        {
            data.Set(name, content);
        }

        var version = await store.CreateAsync(new(type, "SMX-JYJ", data));
        await store.PublishAsync(version.ItemId);
        return version;
    });
}

[Trait("Database", "SQLite")]
public sealed class ItemPageTestsOnSqlite(SqlitePortal portal) : ItemPageTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ItemPageTestsOnPostgres(PostgresPortal portal) : ItemPageTests(portal), IClassFixture<PostgresPortal>;
