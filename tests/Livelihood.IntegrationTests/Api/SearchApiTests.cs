using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Livelihood.Content.Parts;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Search;
using Xunit;

namespace Livelihood.IntegrationTests.Api;

/// <summary>The search for programs: the same engine, filters and visibility as the page.</summary>
public abstract class SearchApiTests(PortalFixture portal) : IAsyncLifetime
{
    private readonly ApiClient _api = new(portal);
    private readonly Library _library = new(portal.Host);

    public async ValueTask InitializeAsync() => await _library.OpenAsync();

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Search_TellsWhatThePageTells()
    {
        await _library.PublishAsync("雪豹监测", "## 一、布点\n\n布设雪豹红外相机。", formed: "2015-01-01");
        await _library.PublishAsync("旧的雪豹监测", "雪豹。", formed: "2016-01-01", validity: Validity.Repealed, agency: Library.OtherAgencyId);

        var found = await _api.GetAsync("/api/v1/search?q=雪豹");
        Assert.Equal((2, true, false), ((int)found["total"]!, (bool)found["isTotalExact"]! || portal is PostgresPortal, (bool)found["isPartial"]!));
        Assert.Equal(["雪豹监测", "旧的雪豹监测"], Titles(found));
        var place = found["results"]![0]!["passages"]![0]!;
        Assert.Equal("一、布点", (string?)place["heading"]);
        Assert.Contains("#", (string?)place["url"], StringComparison.Ordinal);
        await portal.NewVisitor().GetPageAsync((string)place["url"]!);
        Assert.Equal(["2016", "2015"], found["facets"]!["year"]!.AsArray().Select(v => (string?)v!["value"]));

        Assert.Equal(["旧的雪豹监测"], Titles(await _api.GetAsync("/api/v1/search?q=雪豹&validity=ended")));
        Assert.Equal(2, Titles(await _api.GetAsync("/api/v1/search?q=雪豹&year=2015&year=2016&sort=newest")).Count);
        Assert.Equal(["旧的雪豹监测"], Titles(await _api.GetAsync($"/api/v1/search?q=雪豹&agency={Library.OtherAgencyId}&type={Library.Type}")));

        var unknown = await _api.GetAsync("/api/v1/search?q=雪豹 三测办2047年8号");
        Assert.Equal(2, Titles(unknown).Count);
        Assert.Equal(["这里没有文号是“三测办2047年8号”的文件。"], unknown["notices"]!.AsArray().Select(n => (string?)n));
    }

    [Fact]
    public async Task Pages_HoldEveryDocumentOnce()
    {
        for (var i = 0; i < 7; i++)
        {
            await _library.PublishAsync($"岩羊第{i}号", "岩羊栖息地。", formed: $"2019-03-{i + 1:00}");
        }

        var seen = new List<string>();
        for (var next = "/api/v1/search?q=岩羊栖息地&limit=3&sort=newest"; next is not null;)
        {
            using var response = await _api.SendAsync(HttpMethod.Get, next);
            var page = await ApiClient.JsonAsync(response, HttpStatusCode.OK);
            next = (string?)page["next"];
            seen.AddRange(Titles(page));
            Assert.Equal(next is null ? [] : [$"<{next}>; rel=\"next\""], response.Headers.TryGetValues("Link", out var links) ? links : []);
        }

        Assert.Equal(Enumerable.Range(0, 7).Reverse().Select(i => $"岩羊第{i}号"), seen);
        Assert.Empty(Titles(await _api.GetAsync("/api/v1/search?q=岩羊栖息地&limit=3&page=9")));
    }

    [Fact]
    public async Task WhatIsNotPublic_IsNotFound()
    {
        var id = await _library.PublishAsync("白唇鹿", "白唇鹿。");
        await _library.ReviseAsync(id, "白唇鹿", "白唇鹿，草稿里的岩雷鸟。", publish: false);
        Assert.Empty(Titles(await _api.GetAsync("/api/v1/search?q=岩雷鸟")));
        Assert.Single(Titles(await _api.GetAsync("/api/v1/search?q=白唇鹿")));

        await _library.WithdrawAsync(id);
        Assert.Empty(Titles(await _api.GetAsync("/api/v1/search?q=白唇鹿&limit=11")));
    }

    [Fact]
    public async Task Csv_SaysTheSame()
    {
        await _library.PublishAsync("=盘羊,“甲”", "## 第一条\n\n盘羊。");
        using var response = await _api.SendAsync(HttpMethod.Get, "/api/v1/search?q=盘羊&format=csv");

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("\r\n", text, StringComparison.Ordinal);
        Assert.Contains("'=盘羊", text, StringComparison.Ordinal);
        Assert.Contains("相关段落", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=", "q")]
    [InlineData("q=-雪豹", "q")]
    [InlineData("q=雪豹&year=abc", "year")]
    [InlineData("q=雪豹&type=Nothing", "type")]
    [InlineData("q=雪豹&agency=Nobody", "agency")]
    [InlineData("q=雪豹&validity=maybe", "validity")]
    [InlineData("q=雪豹&sort=title", "sort")]
    [InlineData("q=雪豹&limit=51", "limit")]
    [InlineData("q=雪豹&page=0", "page")]
    [InlineData("q=雪豹&format=xml", "format")]
    public async Task WrongParameters_AreToldInChinese(string query, string parameter)
    {
        using var response = await _api.SendAsync(HttpMethod.Get, "/api/v1/search?" + query);

        var problem = await ApiClient.JsonAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal([parameter], problem["errors"]!.AsObject().Select(e => e.Key));
    }

    [Theory]
    [InlineData("q=%FF%FE断&agency=")]
    [InlineData("q='; DROP TABLE search_documents; --雪豹")]
    public async Task OddInput_IsAnswered(string query) => await _api.GetAsync("/api/v1/search?" + query);

    private static List<string> Titles(JsonObject found) => [.. found["results"]!.AsArray().Select(r => (string)r!["item"]!["title"]!)];
}

[Trait("Database", "SQLite")]
public sealed class SearchApiTestsOnSqlite(SqlitePortal portal) : SearchApiTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class SearchApiTestsOnPostgres(PostgresPortal portal) : SearchApiTests(portal), IClassFixture<PostgresPortal>;
