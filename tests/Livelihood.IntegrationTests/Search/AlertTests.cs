using System.Net;
using System.Text.RegularExpressions;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.Search.Alerts;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Search;

/// <summary>Subscriptions to searches by e-mail, from the form to the end.</summary>
public abstract partial class AlertTests(PortalFixture portal) : IAsyncLifetime
{
    private readonly Library _library = new(portal.Host);
    private readonly PortalVisitor _visitor = portal.NewVisitor();

    public async ValueTask InitializeAsync() => await _library.OpenAsync();

    public ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Subscriber_IsAskedFirst_ToldOnceOfWhatIsNew_AndEndsByOneClick()
    {
        await _library.PublishAsync("旧的红嘴鸥", "红嘴鸥。");
        await SubscribeAsync("q=红嘴鸥&year=2019", "gull@example.com");
        var asked = Assert.Single(await MailsAsync("gull@example.com"));
        Assert.Contains("红嘴鸥（年份：2019年）", asked.Subject);
        Assert.True(asked.IsForgotten);
        await SendAsync(days: 1);
        Assert.Single(await MailsAsync("gull@example.com"));

        await SubscribeAsync("q=红嘴鸥&year=2019", "second@example.com");
        await ConfirmAsync("second@example.com");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await _library.PublishAsync("甲 红嘴鸥", "红嘴鸥。");
        await _library.PublishAsync("另一年的红嘴鸥", "红嘴鸥。", formed: "2018-01-01");
        var gone = await _library.PublishAsync("撤下的红嘴鸥", "红嘴鸥。");
        await _library.WithdrawAsync(gone);
        Assert.Single(await MailsAsync("second@example.com"));
        await SendAsync(days: 1);
        var digest = (await MailsAsync("second@example.com"))[^1];
        Assert.Contains("甲 红嘴鸥", digest.Body);
        Assert.Contains("1条新的结果", digest.Subject);
        Assert.DoesNotContain("旧的红嘴鸥", digest.Body);
        Assert.DoesNotContain("撤下的红嘴鸥", digest.Body);

        // The same document with a new text is no news, and days without news bring no mail.
        await SendAsync(days: 1);
        Assert.Equal(2, (await MailsAsync("second@example.com")).Count);

        using var oneClick = new HttpRequestMessage(HttpMethod.Post, digest.Unsubscribe)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" }),
        };
        using var stranger = portal.NewVisitor();
        using var answer = await stranger.SendRawAsync(oneClick);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("订阅已经结束", (await _visitor.GetPageAsync(digest.Unsubscribe!)).VisibleText);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await _library.PublishAsync("乙 红嘴鸥", "红嘴鸥。");
        await SendAsync(days: 1);
        Assert.Equal(2, (await MailsAsync("second@example.com")).Count);
        Assert.False(await portal.Host.InScopeAsync(services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return db.Set<SearchAlertItem>().AnyAsync(i => !db.Set<SearchAlert>().Any(a => a.Id == i.AlertId));
        }));
    }

    [Fact]
    public async Task TwoNodes_WriteOneMail()
    {
        await SubscribeAsync("q=斑头雁", "goose@example.com");
        await ConfirmAsync("goose@example.com");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await _library.PublishAsync("斑头雁", "斑头雁。");
        portal.Clock.Advance(TimeSpan.FromDays(1));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(days: 0)));

        Assert.Equal(2, (await MailsAsync("goose@example.com")).Count);
    }

    [Fact]
    public async Task WithdrawnAndPublishedAgain_IsNotToldTwice()
    {
        await SubscribeAsync("q=赤麻鸭", "duck@example.com");
        await ConfirmAsync("duck@example.com");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var id = await _library.PublishAsync("赤麻鸭", "赤麻鸭。");
        await SendAsync(days: 1);
        await _library.ReviseAsync(id, "赤麻鸭", "赤麻鸭，新的文字。");
        await SendAsync(days: 1);
        await _library.WithdrawAsync(id);
        await _library.ReviseAsync(id, "赤麻鸭", "赤麻鸭，又公开了。");
        Assert.Single((await _visitor.GetPageAsync("/search?q=又公开了")).TextsOf(".search-result__title"));
        await SendAsync(days: 1);

        Assert.Equal(2, (await MailsAsync("duck@example.com")).Count);
    }

    [Fact]
    public async Task Unconfirmed_IsForgottenAfterTwoDays()
    {
        await SubscribeAsync("q=黑颈鹤", "crane@example.com");
        var link = LinkIn(Assert.Single(await MailsAsync("crane@example.com")).Body);
        portal.Clock.Advance(TimeSpan.FromHours(48));
        Assert.Contains("已经失效", (await _visitor.GetPageAsync(link, HttpStatusCode.Gone)).VisibleText);
        var before = await CountAsync<SearchAlert>();
        await SendAsync(days: 0);
        Assert.True(await CountAsync<SearchAlert>() < before);
        Assert.Contains("链接不完整", (await _visitor.GetPageAsync("/search/alerts/end?token=abc", HttpStatusCode.NotFound)).VisibleText);
        await _visitor.GetPageAsync("/search/alerts/confirm", HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Address_IsEncryptedAndMasked_AndNotInTheAuditChain()
    {
        var page = await SubscribeAsync("q=普氏原羚", "antelope@example.com");
        Assert.Contains("a***@example.com", page.VisibleText);
        Assert.DoesNotContain("antelope", page.Html);
        var (alerts, entries) = await portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return (await db.Set<SearchAlert>().ToListAsync(), await db.Set<AuditEntry>().Where(e => e.SubjectType == nameof(SearchAlert)).ToListAsync());
        });
        Assert.DoesNotContain(alerts, a => a.Address.Contains("antelope", StringComparison.Ordinal));
        Assert.Contains(entries, e => e.Action == "search-alert.requested");
        Assert.DoesNotContain(entries, e => e.Details.Contains("antelope", StringComparison.Ordinal) || e.Details.Contains("原羚", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("a@b.cn,c@d.cn")]
    public async Task WrongAddress_IsToldAndKept(string typed)
    {
        var form = await _visitor.GetPageAsync("/search/alerts/new?q=藏原羚");
        var page = await form.SubmitAsync("main form[method=post]", new Dictionary<string, string> { ["Email"] = typed });
        Assert.Contains("请填写有效的电子邮箱", page.VisibleText);
        Assert.Equal(typed, page.Find("[name=Email]").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task WithoutASearch_LeadsToTheSearchPage() =>
        Assert.Equal("/search", (await _visitor.GetPageAsync("/search/alerts/new?year=2019")).Address.AbsolutePath);

    private async Task<PortalPage> SubscribeAsync(string query, string address)
    {
        var search = await _visitor.GetPageAsync("/search?" + query);
        var link = search.Document.QuerySelector("a[href*='/search/alerts/new']") is null
            ? await _visitor.GetPageAsync("/search/alerts/new?" + query)
            : await search.FollowAsync("a[href*='/search/alerts/new']");
        return await link.SubmitAsync("main form[method=post]", new Dictionary<string, string> { ["Email"] = address });
    }

    private async Task ConfirmAsync(string address)
    {
        var page = await _visitor.GetPageAsync(LinkIn((await MailsAsync(address))[0].Body));
        Assert.Contains("要发邮件告诉您吗", page.VisibleText);
        page = await page.SubmitAsync("main form[method=post]");
        Assert.Contains("已经订阅", page.VisibleText);
    }

    private async Task SendAsync(int days)
    {
        portal.Clock.Advance(TimeSpan.FromDays(days));
        await portal.Host.InScopeAsync(services => services.GetRequiredService<AlertDigests>().SendDueAsync(default));
    }

    private Task<List<OutboxMessage>> MailsAsync(string address) => portal.Host.InScopeAsync(services =>
        services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().Where(m => m.To == address).OrderBy(m => m.Id).ToListAsync());

    private Task<int> CountAsync<T>()
        where T : class => portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<T>().CountAsync());

    private static string LinkIn(string body) => Link().Match(body).Value;

    [GeneratedRegex(@"http://\S+/search/alerts/confirm\S+")]
    private static partial Regex Link();
}

[Trait("Database", "SQLite")]
public sealed class AlertTestsOnSqlite(SqlitePortal portal) : AlertTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class AlertTestsOnPostgres(PostgresPortal portal) : AlertTests(portal), IClassFixture<PostgresPortal>;
