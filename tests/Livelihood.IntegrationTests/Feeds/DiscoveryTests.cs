using System.Net;
using System.Xml.Linq;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Feeds;

/// <summary>What search engines, calendars and other sites fetch: sitemap, robots.txt, calendar, Open Graph.</summary>
public abstract class DiscoveryTests(PortalFixture portal)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Sitemap_NamesEveryPublishedItem_WithItsTime_AndNothingElse()
    {
        await portal.DraftNoticeAsync("不在地图上的草稿");
        var withdrawn = await portal.PublishNoticeAsync("撤下的");
        await portal.WithdrawAsync(withdrawn.ItemId);
        await portal.PublishNoticeAsync("在地图上的");

        var index = await ReadAsync("/sitemap.xml");
        Assert.Equal(Map + "sitemapindex", index.Name);
        var parts = index.Elements(Map + "sitemap").ToList();
        Assert.EndsWith("/sitemap-pages.xml", parts[0].Element(Map + "loc")!.Value, StringComparison.Ordinal);

        var listed = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var part in parts.Skip(1))
        {
            var map = await ReadAsync(part.Element(Map + "loc")!.Value);
            Assert.Equal(Map + "urlset", map.Name);
            Assert.InRange(map.Elements().Count(), 1, 10_000);
            foreach (var url in map.Elements(Map + "url"))
            {
                listed.Add(new Uri(url.Element(Map + "loc")!.Value).AbsolutePath, DateTimeOffset.Parse(url.Element(Map + "lastmod")!.Value));
            }

            Assert.Equal(DateTimeOffset.Parse(part.Element(Map + "lastmod")!.Value), map.Elements(Map + "url").Max(u => DateTimeOffset.Parse(u.Element(Map + "lastmod")!.Value)));
        }

        var published = await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<CatalogueEntry>()
            .ToDictionaryAsync(e => e.Path, e => DateTimeOffset.FromUnixTimeSeconds(e.PublishedUtc.ToUnixTimeSeconds())));
        Assert.Equal(published.OrderBy(p => p.Key, StringComparer.Ordinal), listed.OrderBy(p => p.Key, StringComparer.Ordinal));
        Assert.DoesNotContain(withdrawn.Item.Path, listed.Keys);
    }

    [Fact]
    public async Task FixedPages_OfTheSitemap_Open()
    {
        var pages = (await ReadAsync("/sitemap-pages.xml")).Elements(Map + "url").Select(u => u.Element(Map + "loc")!.Value).ToList();

        Assert.Contains(pages, p => p.EndsWith("/gazettes", StringComparison.Ordinal));
        using var visitor = portal.NewVisitor();
        await Assert.AllAsync(pages, visitor.GetPageAsync);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/sitemap-99.xml")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/sitemap-0.xml")).StatusCode);
    }

    [Fact]
    public async Task Robots_AreSentToTheSitemap_AndAwayFromWhatIsNotTheirs()
    {
        using var response = await portal.NewVisitor().GetAsync("/robots.txt");

        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');
        Assert.Equal("User-agent: *", lines[0]);
        foreach (var closed in new[] { "/console", "/account", "/disclosure/requests/status", "/disclosure/requests/mine" })
        {
            Assert.Contains("Disallow: " + closed, lines);
        }

        Assert.Contains($"Sitemap: {new Uri(portal.Host.BaseAddress, "/sitemap.xml")}", lines);
    }

    [Fact]
    public async Task Calendar_HasWhatCloses_AsTheDefinitionSays()
    {
        using var visitor = portal.NewVisitor();
        using var response = await visitor.GetAsync("/feeds/consultations.ics");
        var text = await response.Content.ReadAsStringAsync();
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

        Assert.Equal("text/calendar", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("UID:7d2kq4v9xm3b8c5t6w1zr0hnpe.Consultation.ClosesOn@127.0.0.1", lines);
        Assert.Contains("DTSTART;VALUE=DATE:20270630", lines);
        Assert.Contains("SUMMARY:截止日期：就本平台的查找和阅读征求意见", lines);
        Assert.Contains($"URL:{new Uri(portal.Host.BaseAddress, "/consultations/using-this-portal")}", lines);

        var draft = await ConsultationAsync("没有发布的征集", "2026-04-01", publish: false);
        var past = await ConsultationAsync("早已结束的征集", "2020-01-01", publish: true);
        var open = await ConsultationAsync("正在进行的征集", "2026-03-02", publish: true);
        var later = await (await visitor.GetAsync("/feeds/consultations.ics")).Content.ReadAsStringAsync();
        Assert.Contains(open, later);
        Assert.DoesNotContain(past, later);
        Assert.DoesNotContain(draft, later);
    }

    [Fact]
    public async Task Page_SaysWhatItsLinkLooksLike_WithAPictureThatIsThere()
    {
        using var visitor = portal.NewVisitor();
        var page = await visitor.GetPageAsync("/bulletins/2021-05?q=进展");

        string Tag(string name) => page.Find($"meta[property='og:{name}']").GetAttribute("content")!;
        Assert.Equal("article", Tag("type"));
        Assert.Equal("zh_CN", Tag("locale"));
        Assert.Equal("2021年省、市重点民生实事进展情况通报", Tag("title"));
        Assert.Equal(new Uri(portal.Host.BaseAddress, "/bulletins/2021-05").ToString(), Tag("url"));
        using var picture = await visitor.GetAsync(Tag("image"));
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        var bytes = await picture.Content.ReadAsByteArrayAsync();
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], bytes[..4]);
        Assert.Equal((1200, 630), (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))));
        Assert.Null((await visitor.GetPageAsync("/no-such-page", HttpStatusCode.NotFound)).Document.QuerySelector("meta[property='og:url']"));
    }

    private Task<string> ConsultationAsync(string title, string closesOn, bool publish) => portal.Host.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IContentStore>();
        var data = new ContentData(new TitlePart(title), new DisclosureRecordPart())
            .Set("Consultation", new() { ["ClosesOn"] = new System.Text.Json.Nodes.JsonObject { ["Value"] = closesOn } });
        var draft = await store.CreateAsync(new("Consultation", "SMX-KJJ", data));
        if (publish)
        {
            await store.PublishAsync(draft.ItemId);
        }

        return draft.ItemId;
    });

    private async Task<XElement> ReadAsync(string address)
    {
        using var response = await portal.NewVisitor().GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/xml", response.Content.Headers.ContentType!.MediaType);
        return XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
    }
}

[Trait("Database", "SQLite")]
public sealed class DiscoveryTestsOnSqlite(SqlitePortal portal) : DiscoveryTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class DiscoveryTestsOnPostgres(PostgresPortal portal) : DiscoveryTests(portal), IClassFixture<PostgresPortal>;
