using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Livelihood.Content.Columns;
using Livelihood.Content.Items;
using Livelihood.Content.Navigation;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Feeds;

public abstract class AtomFeedTests(PortalFixture portal)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/feeds/all.atom")]
    [InlineData("/feeds/agencies/SMX-ZFB.atom")]
    [InlineData("/feeds/agencies/SMX-MZJ.atom")]
    [InlineData("/feeds/types/Consultation.atom")]
    [InlineData("/feeds/columns/policy.atom")]
    [InlineData("/feeds/columns/consultations.atom")]
    [InlineData("/search/feed?q=公报")]
    [InlineData("/search/feed?q=“断头路”&year=2019")]
    [InlineData("/search/feed")]
    public async Task Feed_IsAsTheStandardWants(string address)
    {
        var (feed, response) = await ReadAsync(address);

        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("tag:127.0.0.1,2026:feed/", Only(feed, "id"), StringComparison.Ordinal);
        Assert.NotEmpty(Only(feed, "title"));
        Instant(Only(feed, "updated"));
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.True(Uri.IsWellFormedUriString(Link(feed, "self"), UriKind.Absolute), Link(feed, "self"));
        Assert.True(Uri.IsWellFormedUriString(Link(feed, "alternate"), UriKind.Absolute), Link(feed, "alternate"));
        Assert.Equal(HttpStatusCode.OK, (await portal.NewVisitor().GetAsync(Link(feed, "alternate"))).StatusCode);
        Assert.Equal(feed.ToString(), (await ReadAsync(Link(feed, "self"))).Feed.ToString());
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(entries.Count, entries.Select(e => Only(e, "id")).Distinct().Count());
        Assert.All(entries, entry =>
        {
            Assert.Matches("^tag:127.0.0.1,2026:[0-9a-z]{26}$", Only(entry, "id"));
            Assert.NotEmpty(Only(entry, "title"));
            Assert.NotEmpty(entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
            Assert.NotEmpty(Only(entry, "summary"));
            Assert.NotNull(entry.Element(Atom + "category")!.Attribute("term"));
            Assert.True(Uri.IsWellFormedUriString(Link(entry, "alternate"), UriKind.Absolute));
            Assert.True(Instant(Only(entry, "updated")) <= Instant(Only(feed, "updated")));
        });
        var times = entries.ConvertAll(e => Instant(Only(e, "updated")));
        Assert.Equal(times.OrderDescending(), times);
    }

    [Fact]
    public async Task Agency_WithoutAnything_HasAnEmptyFeed() =>
        Assert.Empty((await ReadAsync("/feeds/agencies/SMX-MZJ.atom")).Feed.Elements(Atom + "entry"));

    [Theory]
    [InlineData("/feeds/agencies/NONE.atom")]
    [InlineData("/feeds/types/Page.atom")]
    [InlineData("/feeds/types/None.atom")]
    [InlineData("/feeds/columns/none.atom")]
    [InlineData("/feeds/columns/guide.atom")]
    public async Task UnknownFeed_IsNotFound(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await portal.NewVisitor().GetAsync(address)).StatusCode);

    [Fact]
    public async Task NastyTitle_StaysWhatItSays()
    {
        await portal.PublishNoticeAsync("甲 & 乙 <b>“丙”</b> ]]> 𠮷\u0001\uFFFE。", "SMX-CZJ", "摘要 <script>alert(1)</script>");

        var (feed, _) = await ReadAsync("/feeds/agencies/SMX-CZJ.atom");

        var entry = feed.Elements(Atom + "entry").First();
        Assert.Equal("甲 & 乙 <b>“丙”</b> ]]> 𠮷。", Only(entry, "title"));
        Assert.Contains("<script>alert(1)</script>", Only(entry, "summary"), StringComparison.Ordinal);
        Assert.Equal("三门峡市财政局", entry.Element(Atom + "author")!.Value);
        Assert.Equal("通知公告", entry.Element(Atom + "category")!.Attribute("label")!.Value);
    }

    [Fact]
    public async Task WhoHasTheFeed_IsToldSo_UntilSomethingIsPublishedOrWithdrawn()
    {
        await portal.PublishNoticeAsync("先有的", "SMX-GAJ");
        const string address = "/feeds/agencies/SMX-GAJ.atom";
        var (_, first) = await ReadAsync(address);
        Assert.True(first.Headers.CacheControl!.Public);
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(address, first));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(address, first, byTime: true));

        var added = await portal.PublishNoticeAsync("后加的", "SMX-GAJ");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(address, first));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(address, first, byTime: true));

        var (_, second) = await ReadAsync(address);
        await portal.WithdrawAsync(added.ItemId);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(address, second));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(address, second, byTime: true));
    }

    [Fact]
    public async Task Pages_FollowOneAnother_WithoutGapsOrDoubles_WhileItemsAreAdded()
    {
        var made = new List<string>();
        for (var i = 0; i < 105; i++)
        {
            made.Add((await portal.PublishNoticeAsync($"第{i}号", "SMX-JYJ")).ItemId);
        }

        var ids = new List<string>();
        for (var next = "/feeds/agencies/SMX-JYJ.atom"; next is not null;)
        {
            var (feed, _) = await ReadAsync(next);
            Assert.True(feed.Elements(Atom + "entry").Count() <= 50);
            ids.AddRange(feed.Elements(Atom + "entry").Select(e => Only(e, "id").Split(':')[^1]));
            next = feed.Elements(Atom + "link").FirstOrDefault(l => l.Attribute("rel")!.Value == "next")?.Attribute("href")!.Value;
            await portal.PublishNoticeAsync("插进来的", "SMX-JYJ");
        }

        made.Reverse();
        Assert.Equal(made, ids);
    }

    [Fact]
    public async Task Column_HasWhatItGathersAndWhatWasPlaced_NewestFirst_EachOnce()
    {
        var notice = await portal.PublishNoticeAsync("放进栏目的通知", "SMX-GXJ");
        var gathered = await portal.PublishNoticeAsync("栏目自己会收的通知", "SMX-GXJ");
        await portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Add(new Column
            {
                Id = ContentId.New(),
                Name = "测试栏目",
                Slug = "feed-test",
                Selection = new() { Types = ["Notice", "Consultation"], Agencies = ["SMX-GXJ"], Placed = [notice.ItemId, "6wzc735aw7qedfttykzdvayx6n"] },
            });
            services.GetRequiredService<IAuditTrail>().Record("column.created", nameof(Column), "feed-test");
            await services.GetRequiredService<SiteStructures>().SaveChangesAsync();
        });

        var ids = (await ReadAsync("/feeds/columns/feed-test.atom")).Feed.Elements(Atom + "entry").Select(e => Only(e, "id").Split(':')[^1]).ToList();

        Assert.Equal([gathered.ItemId, notice.ItemId, "6wzc735aw7qedfttykzdvayx6n"], ids);
        var page = await portal.NewVisitor().GetPageAsync("/columns/feed-test");
        Assert.Equal("/feeds/columns/feed-test.atom", page.Document.QuerySelectorAll("link[rel=alternate]")[^1].GetAttribute("href"));
        Assert.Contains("订阅测试栏目", page.VisibleText);
    }

    [Fact]
    public async Task Draft_IsInNoFeed()
    {
        await portal.DraftNoticeAsync("还没有发布的草稿", "SMX-SFJ");

        foreach (var address in new[] { "/feeds/all.atom", "/feeds/agencies/SMX-SFJ.atom", "/feeds/types/Notice.atom", "/search/feed?q=还没有发布的草稿" })
        {
            Assert.DoesNotContain("还没有发布的草稿", (await ReadAsync(address)).Feed.Elements(Atom + "entry").Select(e => e.Value));
        }
    }

    [Fact]
    public async Task Pages_PointToTheirFeeds()
    {
        var visitor = portal.NewVisitor();

        var list = await visitor.GetPageAsync("/documents?agency=SMX-ZFB");
        Assert.Equal(
            ["/feeds/all.atom", "/feeds/agencies/SMX-ZFB.atom"],
            list.Document.QuerySelectorAll("link[rel=alternate][type='application/atom+xml']").Select(l => l.GetAttribute("href")));
        Assert.NotNull(list.Document.QuerySelector("main a[href='/feeds/agencies/SMX-ZFB.atom']"));
        var search = await visitor.GetPageAsync("/search?q=公报&type=Notice");
        var feed = search.Document.QuerySelectorAll("link[rel=alternate]")[^1].GetAttribute("href")!;
        Assert.Equal("/search/feed?q=%E5%85%AC%E6%8A%A5&type=Notice", feed);
        Assert.NotEmpty((await ReadAsync(feed)).Feed.Elements(Atom + "entry"));
        Assert.Contains("阅读器会自动显示", (await visitor.GetPageAsync("/feeds")).VisibleText);
    }

    private async Task<(XElement Feed, HttpResponseMessage Response)> ReadAsync(string address)
    {
        var response = await portal.NewVisitor().GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync();
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", text, StringComparison.Ordinal);
        return (XDocument.Parse(text).Root!, response);
    }

    private async Task<HttpStatusCode> AskAsync(string address, HttpResponseMessage known, bool byTime = false)
    {
        using var http = new HttpClient { BaseAddress = portal.Host.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (byTime)
        {
            request.Headers.IfModifiedSince = known.Content.Headers.LastModified;
        }
        else
        {
            request.Headers.IfNoneMatch.Add(known.Headers.ETag!);
        }

        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static string Only(XElement of, string name) => Assert.Single(of.Elements(Atom + name)).Value;

    private static string Link(XElement of, string relation) =>
        Assert.Single(of.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == relation).Attribute("href")!.Value;

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

[Trait("Database", "SQLite")]
public sealed class AtomFeedTestsOnSqlite(SqlitePortal portal) : AtomFeedTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class AtomFeedTestsOnPostgres(PostgresPortal portal) : AtomFeedTests(portal), IClassFixture<PostgresPortal>;
