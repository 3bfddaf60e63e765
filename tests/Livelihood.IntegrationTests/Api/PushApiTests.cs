using System.Net;
using System.Text.Json.Nodes;
using Livelihood.Api.Tokens;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Api;

public abstract class PushApiTests(PortalFixture portal)
{
    private const string Agency = "SMX-KJJ";

    [Fact]
    public async Task Token_IsShownOnce_AndOnlyItsHashIsKept()
    {
        using var administrator = await portal.Host.SignInAsync(Roles.Administrator, "SMX");
        var page = await administrator.GetPageAsync("/console/api-tokens");
        page = await page.SubmitAsync("form[action*='Create']", new Dictionary<string, string> { ["Name"] = "科技局办公系统", ["AgencyId"] = Agency, ["Scope"] = ApiScopes.Submit });

        var secret = page.Find(".receipt__code").TextContent;
        Assert.True(TokenSecret.IsOne(secret));
        Assert.DoesNotContain(secret, (await administrator.GetPageAsync("/console/api-tokens")).Html);
        var kept = await TokenAsync(secret);
        Assert.Equal((Agency, ApiScopes.Submit, secret[..8], (DateOnly?)null), (kept.AgencyId, kept.Scope, kept.Beginning, kept.LastUsedOn));
        Assert.DoesNotContain(secret, kept.Hash, StringComparison.Ordinal);

        using var system = new ApiClient(portal, secret);
        using var response = await system.SendAsync(HttpMethod.Put, "/api/v1/items/shown-once", Body("由系统推送"));
        var made = await ApiClient.JsonAsync(response, HttpStatusCode.Created);
        Assert.NotNull((await TokenAsync(secret)).LastUsedOn);
        await portal.Host.InScopeAsync(async services =>
        {
            var entries = services.GetRequiredService<PortalDbContext>().Set<AuditEntry>();
            var id = (string)made["id"]!;
            Assert.Equal($"token:{kept.Id}", (await entries.SingleAsync(e => e.SubjectId == id && e.Action == "content.created")).Actor);
            var created = await entries.SingleAsync(e => e.SubjectId == kept.Id.ToString() && e.Action == "token.created");
            Assert.StartsWith("account:", created.Actor, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, created.Details, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Token_IsRefused_ToOthersThanAdministrators()
    {
        using var editor = await portal.Host.SignInAsync(Roles.Editor, Agency);
        var page = await editor.GetPageAsync("/console/api-tokens", HttpStatusCode.Forbidden);
        Assert.Contains("没有这项权限", page.VisibleText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_OfAWrongForm_IsExplained()
    {
        using var administrator = await portal.Host.SignInAsync(Roles.Administrator, "SMX");
        var page = await administrator.GetPageAsync("/console/api-tokens");
        page = await page.SubmitAsync("form[action*='Create']", new Dictionary<string, string> { ["Name"] = " ", ["EndsOn"] = "2020-01-01" });

        Assert.Contains("请填写名称", page.VisibleText);
        Assert.Contains("请选择机关", page.VisibleText);
        Assert.Contains("到期日期应当在今天和", page.VisibleText);
        Assert.Null(page.Document.QuerySelector(".receipt__code"));
    }

    [Fact]
    public async Task RevokedToken_EndsAtOnce()
    {
        var secret = await SecretAsync(name: "要停用的系统");
        using var system = new ApiClient(portal, secret);
        await ApiClient.JsonAsync(await system.SendAsync(HttpMethod.Put, "/api/v1/items/before", Body("停用以前")), HttpStatusCode.Created);

        using var administrator = await portal.Host.SignInAsync(Roles.Administrator, "SMX");
        var id = (await TokenAsync(secret)).Id;
        var page = await (await administrator.GetPageAsync("/console/api-tokens")).SubmitAsync($"form[action*='{id}']");
        Assert.Contains("令牌已停用", page.VisibleText);

        using var response = await system.SendAsync(HttpMethod.Put, "/api/v1/items/after", Body("停用以后"));
        Assert.Contains("停用", (string?)(await ApiClient.JsonAsync(response, HttpStatusCode.Unauthorized))["detail"], StringComparison.Ordinal);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task ExpiredMissingOrInventedToken_IsRefused()
    {
        var today = ChinaClock.DateOf(portal.Clock.GetUtcNow());
        var expired = await SecretAsync(endsOn: today.AddDays(-1));
        foreach (var token in new[] { null, "x", TokenSecret.New(), expired })
        {
            using var system = new ApiClient(portal, token);
            await ApiClient.JsonAsync(await system.SendAsync(HttpMethod.Put, "/api/v1/items/x", Body("不会保存")), HttpStatusCode.Unauthorized);
            await ApiClient.JsonAsync(await system.SendAsync(HttpMethod.Get, "/api/v1/items/x/draft"), HttpStatusCode.Unauthorized);
        }

        using var last = new ApiClient(portal, await SecretAsync(endsOn: today));
        await ApiClient.JsonAsync(await last.SendAsync(HttpMethod.Put, "/api/v1/items/last-day", Body("最后一天")), HttpStatusCode.Created);
    }

    [Fact]
    public async Task Pushing_Again_IsTheSameItem_AndOnlyAChangeMakesAVersion()
    {
        using var system = new ApiClient(portal, await SecretAsync());
        var made = await ApiClient.JsonAsync(await system.SendAsync(HttpMethod.Put, "/api/v1/items/KJJ-2026%E5%8F%B715", Body("第一次")), HttpStatusCode.Created);
        using var response = await system.SendAsync(HttpMethod.Put, "/api/v1/items/KJJ-2026%E5%8F%B715", Body("第一次"));
        var again = await ApiClient.JsonAsync(response, HttpStatusCode.OK);
        var changed = await ApiClient.JsonAsync(await system.SendAsync(HttpMethod.Put, "/api/v1/items/KJJ-2026%E5%8F%B715", Body("第二次")), HttpStatusCode.OK);

        Assert.Equal((string?)made["id"], (string?)again["id"]);
        Assert.Equal((false, (int)made["revision"]!), ((bool)again["changed"]!, (int)again["revision"]!));
        Assert.Equal($"\"{made["revision"]}\"", response.Headers.ETag!.Tag);
        Assert.Equal((true, "第二次", (string?)made["id"]), ((bool)changed["changed"]!, (string?)changed["title"], (string?)changed["id"]));
        var byId = await ApiClient.JsonAsync(await system.SendAsync(HttpMethod.Get, $"/api/v1/items/{made["id"]}/draft"), HttpStatusCode.OK);
        Assert.Equal("第二次", (string?)byId["parts"]!["TitlePart"]!["Title"]);
        Assert.Equal("Draft", (string?)byId["stage"]);
        // What was pushed is nowhere public.
        using var reader = new ApiClient(portal);
        await ApiClient.JsonAsync(await reader.SendAsync(HttpMethod.Get, $"/api/v1/items/{made["id"]}"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SameName_OfTwoAgencies_IsTwoItems_AndNeitherSeesTheOthers()
    {
        using var science = new ApiClient(portal, await SecretAsync());
        using var finance = new ApiClient(portal, await SecretAsync("SMX-CZJ"));
        var first = await ApiClient.JsonAsync(await science.SendAsync(HttpMethod.Put, "/api/v1/items/A-1", Body("科技局的")), HttpStatusCode.Created);
        var second = await ApiClient.JsonAsync(await finance.SendAsync(HttpMethod.Put, "/api/v1/items/A-1", Body("财政局的")), HttpStatusCode.Created);

        Assert.NotEqual((string?)first["id"], (string?)second["id"]);
        foreach (var (method, path) in new[] { (HttpMethod.Get, "/draft"), (HttpMethod.Put, ""), (HttpMethod.Post, "/submit") })
        {
            using var other = new ApiClient(portal, await SecretAsync("SMX-CZJ", ApiScopes.Submit));
            await ApiClient.JsonAsync(await other.SendAsync(method, $"/api/v1/items/{first["id"]}{path}", method == HttpMethod.Put ? Body("抢写") : null), HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task InvalidData_IsToldFieldByField_AndNothingIsKept()
    {
        using var system = new ApiClient(portal, await SecretAsync());
        const string body = """
            { "type": "Notice", "parts": { "TitlePart": { "Titel": "x" }, "Notice": { "Kind": { "Text": "讣告" }, "ValidUntil": { "Value": "明天" } }, "FlowPart": {} } }
            """;
        var problem = await ApiClient.JsonAsync(await system.SendAsync(HttpMethod.Put, "/api/v1/items/bad", body), HttpStatusCode.UnprocessableEntity);

        var errors = problem["errors"]!.AsObject();
        Assert.Equal(["FlowPart", "Notice.Kind", "Notice.ValidUntil", "TitlePart.Titel"], errors.Select(e => e.Key).Order(StringComparer.Ordinal));
        Assert.Contains("通知、公告、公示", (string?)errors["Notice.Kind"]![0], StringComparison.Ordinal);
        await ApiClient.JsonAsync(await system.SendAsync(HttpMethod.Get, "/api/v1/items/bad/draft"), HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("""{ "type": "Notice", "type": "Page", "parts": {} }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "type": "Notice" }""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{ "type": "Blog", "parts": {} }""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{ "type": "PolicyInterpretation", "parts": { "TitlePart": { "Title": "x" }, "PolicyInterpretation": { "Interprets": { "ContentItemIds": ["00000000000000000000000000"] } } } }""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{ "type": "Notice", "parts": {} }""", HttpStatusCode.Conflict)]
    public async Task BadBody_IsRefused(string body, HttpStatusCode expected)
    {
        using var system = new ApiClient(portal, await SecretAsync());
        Assert.NotEmpty((string)(await ApiClient.JsonAsync(await system.SendAsync(HttpMethod.Put, "/api/v1/items/bad-body", body), expected))["detail"]!);
    }

    [Fact]
    public async Task TooLargeBody_IsRefused()
    {
        using var system = new ApiClient(portal, await SecretAsync());
        var body = Body(new string('长', 2_000_000));
        Assert.Contains("4 MB", (string?)(await ApiClient.JsonAsync(
            await system.SendAsync(HttpMethod.Put, "/api/v1/items/large", body, "Expect: 100-continue"), HttpStatusCode.RequestEntityTooLarge))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PersonsEdit_IsNotOverwritten_UnlessTheSystemSawIt()
    {
        using var system = new ApiClient(portal, await SecretAsync());
        var made = await ApiClient.JsonAsync(await system.SendAsync(HttpMethod.Put, "/api/v1/items/edited", Body("系统写的")), HttpStatusCode.Created);
        var id = (string)made["id"]!;
        await portal.Host.InScopeAsync(async services =>
        {
            var store = services.GetRequiredService<IContentStore>();
            var latest = (await store.LatestAsync(id))!;
            await store.SaveAsync(id, latest.Item.Revision, latest.Parts.Set(new TitlePart("编辑改的")));
        });

        var refused = await ApiClient.JsonAsync(await system.SendAsync(HttpMethod.Put, "/api/v1/items/edited", Body("系统又写")), HttpStatusCode.Conflict);
        Assert.Contains("工作人员", (string?)refused["detail"], StringComparison.Ordinal);
        await ApiClient.JsonAsync(
            await system.SendAsync(HttpMethod.Put, "/api/v1/items/edited", Body("系统又写"), "If-Match: \"1\""), HttpStatusCode.PreconditionFailed);
        using var draft = await system.SendAsync(HttpMethod.Get, "/api/v1/items/edited/draft");
        Assert.Equal("编辑改的", (string?)(await ApiClient.JsonAsync(draft, HttpStatusCode.OK))["title"]);
        var written = await ApiClient.JsonAsync(
            await system.SendAsync(HttpMethod.Put, "/api/v1/items/edited", Body("系统又写"), $"If-Match: {draft.Headers.ETag}"), HttpStatusCode.OK);
        Assert.Equal("系统又写", (string?)written["title"]);
        await ApiClient.JsonAsync(
            await system.SendAsync(HttpMethod.Put, "/api/v1/items/not-there", Body("x"), "If-Match: \"1\""), HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Submitting_NeedsItsScope_AndLeavesTheRestToPeople()
    {
        using var writer = new ApiClient(portal, await SecretAsync());
        using var submitter = new ApiClient(portal, await SecretAsync(scope: ApiScopes.Submit));
        await ApiClient.JsonAsync(await writer.SendAsync(HttpMethod.Put, "/api/v1/items/to-review", Body("送审的", summary: null)), HttpStatusCode.Created);
        var incomplete = await ApiClient.JsonAsync(await submitter.SendAsync(HttpMethod.Post, "/api/v1/items/to-review/submit"), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("内容概述", (string?)incomplete["detail"], StringComparison.Ordinal);
        var made = await ApiClient.JsonAsync(await writer.SendAsync(HttpMethod.Put, "/api/v1/items/to-review", Body("送审的")), HttpStatusCode.OK);
        var refused = await ApiClient.JsonAsync(await writer.SendAsync(HttpMethod.Post, "/api/v1/items/to-review/submit"), HttpStatusCode.Forbidden);
        Assert.Contains(ApiScopes.Submit, (string?)refused["detail"], StringComparison.Ordinal);

        var sent = await ApiClient.JsonAsync(await submitter.SendAsync(HttpMethod.Post, "/api/v1/items/to-review/submit"), HttpStatusCode.OK);
        var again = await ApiClient.JsonAsync(await submitter.SendAsync(HttpMethod.Post, "/api/v1/items/to-review/submit"), HttpStatusCode.OK);
        Assert.Equal(("SecrecyReview", true, false), ((string?)sent["stage"], (bool)sent["changed"]!, (bool)again["changed"]!));
        Assert.Equal("送保密审查", (string?)again["lastStep"]!["text"]);

        // While people decide, nothing is changed under their hands; and no address of the interface publishes.
        await ApiClient.JsonAsync(await submitter.SendAsync(HttpMethod.Put, "/api/v1/items/to-review", Body("又改了")), HttpStatusCode.Conflict);
        await ApiClient.JsonAsync(await submitter.SendAsync(HttpMethod.Post, "/api/v1/items/to-review/publish"), HttpStatusCode.NotFound);
        await ApiClient.JsonAsync(await submitter.SendAsync(HttpMethod.Delete, $"/api/v1/items/{made["id"]}"), HttpStatusCode.NotFound);
        Assert.Equal(VersionStage.SecrecyReview, (await portal.Host.InScopeAsync(s => s.GetRequiredService<IContentStore>().LatestAsync((string)made["id"]!)))!.Stage);
    }

    [Fact]
    public async Task Token_OpensNoConsole_AndACookieNoInterface()
    {
        using var system = new ApiClient(portal, await SecretAsync(scope: ApiScopes.Submit));
        using var console = await system.SendAsync(HttpMethod.Get, "/console/api-tokens");
        Assert.Equal("/account/sign-in", console.RequestMessage!.RequestUri!.AbsolutePath);

        using var editor = await portal.Host.SignInAsync(Roles.Editor, Agency);
        using var draft = await editor.GetAsync("/api/v1/items/edited/draft");
        Assert.Equal(HttpStatusCode.Unauthorized, draft.StatusCode);
    }

    private static string Body(string title, string? summary = "说明这份通知讲什么。") => new JsonObject
    {
        ["type"] = "Notice",
        ["parts"] = new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = title },
            ["Notice"] = new JsonObject { ["Kind"] = new JsonObject { ["Text"] = "通知" } },
            ["DisclosureRecordPart"] = new JsonObject { ["Category"] = "20-5", ["Abstract"] = summary },
            ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = "正文。" },
        },
    }.ToJsonString();

    private Task<string> SecretAsync(string agency = Agency, string scope = ApiScopes.Write, DateOnly? endsOn = null, string name = "测试系统") =>
        portal.Host.InScopeAsync(services => services.GetRequiredService<ApiTokens>().CreateAsync(new(name, agency, scope, endsOn ?? new DateOnly(2027, 1, 1))));

    private Task<ApiToken> TokenAsync(string secret)
    {
        var hash = TokenSecret.HashOf(secret);
        return portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<ApiToken>().SingleAsync(t => t.Hash == hash));
    }
}

[Trait("Database", "SQLite")]
public sealed class PushApiTestsOnSqlite(SqlitePortal portal) : PushApiTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class PushApiTestsOnPostgres(PostgresPortal portal) : PushApiTests(portal), IClassFixture<PostgresPortal>;
