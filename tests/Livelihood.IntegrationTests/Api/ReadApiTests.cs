using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Livelihood.IntegrationTests.Feeds;
using Livelihood.IntegrationTests.Fixtures;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Api;

public abstract class ReadApiTests(PortalFixture portal) : IDisposable
{
    private readonly ApiClient _api = new(portal);

    [Theory]
    [InlineData("")]
    [InlineData("&sort=published")]
    [InlineData("&sort=-date")]
    [InlineData("&sort=date")]
    public async Task Pages_HoldEveryItemOnce_WhileItemsAreAdded(string sort)
    {
        var before = await IdsAsync("/api/v1/items?limit=100" + sort);
        var seen = new List<string>();
        for (var next = "/api/v1/items?limit=3" + sort; next is not null;)
        {
            using var response = await _api.SendAsync(HttpMethod.Get, next);
            var page = await ApiClient.JsonAsync(response, HttpStatusCode.OK);
            next = (string?)page["next"];
            seen.AddRange(Items(page).Select(i => (string)i["id"]!));
            Assert.Equal(next is null ? [] : [$"<{next}>; rel=\"next\""], response.Headers.TryGetValues("Link", out var links) ? links : []);
            if (seen.Count < 9)
            {
                await portal.PublishNoticeAsync("读的时候公开的");
            }
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(before, seen.Where(before.Contains));
    }

    [Fact]
    public async Task WhoeverFollowsAlong_GetsWhatIsPublishedLater()
    {
        var since = portal.Clock.GetUtcNow().AddSeconds(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        var first = await portal.PublishNoticeAsync("先公开的");
        var second = await portal.PublishNoticeAsync("后公开的");

        Assert.Equal([first.ItemId, second.ItemId], await IdsAsync($"/api/v1/items?sort=published&updatedSince={since}"));
    }

    [Fact]
    public async Task Filters_NarrowTheList()
    {
        var documents = Items(await _api.GetAsync("/api/v1/items?type=OfficialDocument&year=2019"));
        Assert.NotEmpty(documents);
        Assert.All(documents, d => Assert.Equal(("OfficialDocument", "2019"), ((string)d["type"]!, ((string)d["date"]!)[..4])));

        var own = Items(await _api.GetAsync("/api/v1/items?agency=SMX&limit=100"));
        var all = Items(await _api.GetAsync("/api/v1/items?agency=SMX&subAgencies=true&limit=100"));
        Assert.All(own, i => Assert.Equal("SMX", (string)i["agency"]!));
        Assert.True(all.Count > own.Count);
        Assert.All(Items(await _api.GetAsync("/api/v1/items?category=20-11")), i => Assert.Equal("20-11", (string)i["category"]!));
        Assert.Empty(Items(await _api.GetAsync("/api/v1/items?from=2030-01-01")));
    }

    [Fact]
    public async Task WrongParameters_AreToldInChinese()
    {
        using var response = await _api.SendAsync(HttpMethod.Get, "/api/v1/items?limit=1000&type=Page&sort=title");

        var problem = await ApiClient.JsonAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(["limit", "sort", "type"], problem["errors"]!.AsObject().Select(e => e.Key).Order());
        Assert.Contains("1 到 100", (string)problem["errors"]!["limit"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_SaysAllThatItsPageSays()
    {
        var bulletin = await _api.GetAsync("/api/v1/items/6wzc735aw7qedfttykzdvayx6n");

        Assert.Equal("2021年省、市重点民生实事进展情况通报", (string?)bulletin["title"]);
        Assert.Equal(2021, (int)bulletin["parts"]!["ProgressBulletin"]!["Year"]!["Value"]!);
        Assert.Contains("43.33%", (string?)bulletin["markdown"], StringComparison.Ordinal);
        Assert.Contains("<table", (string?)bulletin["html"], StringComparison.Ordinal);
        Assert.Contains(bulletin["record"]!.AsArray(), l => (string?)l!["label"] == "索引号" && (string?)l["text"] == (string?)bulletin["indexNumber"]);
        await portal.NewVisitor().GetPageAsync((string)bulletin["url"]!);
        Assert.Equal(bulletin.ToJsonString(), (await _api.GetAsync((string)bulletin["self"]!)).ToJsonString());

        var document = Items(await _api.GetAsync("/api/v1/items?type=OfficialDocument&limit=1"))[0];
        var printed = (await _api.GetAsync((string)document["self"]!))["links"]!.AsArray().Single(l => (string?)l!["relation"] == "PrintedInPart")!;
        Assert.Equal("GazetteIssue", (string?)(await _api.GetAsync((string)printed["self"]!))["type"]);
    }

    [Fact]
    public async Task WhatIsNotPublic_IsNowhere()
    {
        var draft = await portal.DraftNoticeAsync("接口里没有的草稿");
        var withdrawn = await portal.PublishNoticeAsync("接口里没有的撤下");
        await portal.WithdrawAsync(withdrawn.ItemId);

        foreach (var id in new[] { draft.ItemId, withdrawn.ItemId, "00000000000000000000000000", "x" })
        {
            using var response = await _api.SendAsync(HttpMethod.Get, $"/api/v1/items/{id}");
            Assert.Contains("没有公开", (string?)(await ApiClient.JsonAsync(response, HttpStatusCode.NotFound))["detail"], StringComparison.Ordinal);
        }

        Assert.DoesNotContain("接口里没有的", (await _api.GetAsync("/api/v1/items?agency=SMX-KJJ&limit=100")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_SaysTheSameAsJson()
    {
        await portal.PublishNoticeAsync("=HYPERLINK(\"https://example.org\"),“甲”\n乙", "SMX-MZJ", "-1");
        using var response = await _api.SendAsync(HttpMethod.Get, "/api/v1/items?agency=SMX-MZJ", null, "Accept: text/csv");

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
        Assert.Equal(bytes, await (await _api.SendAsync(HttpMethod.Get, "/api/v1/items?agency=SMX-MZJ&format=csv")).Content.ReadAsByteArrayAsync());
        var rows = Csv(Encoding.UTF8.GetString(bytes.AsSpan(3)));
        var items = Items(await _api.GetAsync("/api/v1/items?agency=SMX-MZJ"));
        Assert.Equal(items.Count + 1, rows.Count);
        string[] members =
        [
            "id", "indexNumber", "title", "type", "typeName", "agency", "agencyName", "number", "date", "validity", "category", "topic", "abstract",
            "firstPublishedAt", "publishedAt", "url", "self",
        ];
        Assert.Equal(members.Length, items[0].Count);
        foreach (var (row, item) in rows.Skip(1).Zip(items))
        {
            Assert.Equal(members.Select(m => Plain((string?)item[m] ?? "")), row.Select(v => Plain(v)));
        }

        static string Plain(string value) => DateTimeOffset.TryParse(value, out var at) ? at.ToString("O") : value.TrimStart('\'');
    }

    [Fact]
    public async Task WhoHasTheList_IsToldSo()
    {
        using var first = await _api.SendAsync(HttpMethod.Get, "/api/v1/agencies");
        using var again = await _api.SendAsync(HttpMethod.Get, "/api/v1/agencies", null, $"If-None-Match: {first.Headers.ETag}");

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Contains("Accept", first.Headers.Vary);
    }

    [Fact]
    public async Task TypesAndAgencies_TellTheirFieldsAndNames()
    {
        var notice = await _api.GetAsync("/api/v1/types/Notice");
        var kind = notice["parts"]!.AsArray().Single(p => (string?)p!["name"] == "Notice")!["fields"]!.AsArray().Single(f => (string?)f!["name"] == "Kind")!;
        Assert.Equal("类别", (string?)kind["label"]);
        Assert.Contains("公示", kind["settings"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.NotNull(notice["parts"]!.AsArray().Single(p => (string?)p!["name"] == "TitlePart")!["schema"]!["properties"]!["Title"]);
        Assert.Equal("SMX", (string?)(await _api.GetAsync("/api/v1/agencies/SMX-ZFB"))["parent"]);
        Assert.Contains((await _api.GetAsync("/api/v1/types"))["types"]!.AsArray(), t => (string?)t!["name"] == "Consultation");
        foreach (var unknown in new[] { "/api/v1/types/None", "/api/v1/agencies/NONE", "/api/v1/nothing", "/api/v1/items/x/y/z" })
        {
            using var response = await _api.SendAsync(HttpMethod.Get, unknown);
            await ApiClient.JsonAsync(response, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task OtherSites_MayRead_AndNotWrite()
    {
        using var read = await _api.SendAsync(HttpMethod.Get, "/api/v1/items", null, "Origin: https://example.org");
        Assert.Equal("*", read.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("ETag", read.Headers.GetValues("Access-Control-Expose-Headers").Single());
        using var asked = await _api.SendAsync(
            HttpMethod.Options, "/api/v1/items", null, "Origin: https://example.org", "Access-Control-Request-Method: GET", "Access-Control-Request-Headers: if-none-match");
        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        Assert.Contains("If-None-Match", asked.Headers.GetValues("Access-Control-Allow-Headers").Single());
        using var write = await _api.SendAsync(
            HttpMethod.Options, "/api/v1/items/x", null, "Origin: https://example.org", "Access-Control-Request-Method: PUT");
        Assert.False(write.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Description_TellsOfEveryRoute_InChinese_WithExamples()
    {
        var document = await _api.GetAsync("/api/v1/openapi.json");
        var told = (
            from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select $"{operation.Key.ToUpperInvariant()} {path.Key}").Order(StringComparer.Ordinal);
        var mapped = (
            from endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let path = endpoint.RoutePattern.RawText!
            where path.StartsWith("/api/v1/", StringComparison.Ordinal) && path is not ("/api/v1/openapi.json" or "/api/v1/{**rest}")
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
            select $"{method} {path}").Order(StringComparer.Ordinal).ToList();

        Assert.Equal(12, mapped.Count);
        Assert.Equal(mapped, told);
        foreach (var operation in document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => o.Value!.AsObject()))
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", (string?)operation["summary"]);
            Assert.NotNull(operation["responses"]!["200"]!["content"]!["application/json"]!["example"]);
            Assert.All(operation["parameters"]?.AsArray() ?? [], p => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", (string?)p!["description"]));
        }
    }

    [Fact]
    public async Task Page_ExplainsTheInterface()
    {
        var page = await portal.NewVisitor().GetPageAsync("/api");

        Assert.Contains("PUT /api/v1/items/{key}", page.VisibleText);
        Assert.Contains("updatedSince", page.VisibleText);
        foreach (var link in page.Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!))
        {
            Assert.Equal(HttpStatusCode.OK, (await portal.NewVisitor().GetAsync(link)).StatusCode);
        }
    }

    public void Dispose()
    {
        _api.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string path) => [.. Items(await _api.GetAsync(path)).Select(i => (string)i["id"]!)];

    private static List<JsonObject> Items(JsonObject list) => [.. list["items"]!.AsArray().Select(i => i!.AsObject())];

    // By hand, so that the writer is not its own judge.
    private static List<List<string>> Csv(string text)
    {
        var (rows, row, value, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i], quoted)
            {
                case ('"', true) when i + 1 < text.Length && text[i + 1] == '"':
                    value.Append('"');
                    i++;
                    break;
                case ('"', _):
                    quoted = !quoted;
                    break;
                case (',', false):
                    row.Add(value.ToString());
                    value.Clear();
                    break;
                case ('\r', false):
                    row.Add(value.ToString());
                    value.Clear();
                    rows.Add(row);
                    row = [];
                    i++;
                    break;
                default:
                    value.Append(text[i]);
                    break;
            }
        }

        return rows;
    }
}

[Trait("Database", "SQLite")]
public sealed class ReadApiTestsOnSqlite(SqlitePortal portal) : ReadApiTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ReadApiTestsOnPostgres(PostgresPortal portal) : ReadApiTests(portal), IClassFixture<PostgresPortal>;
