using System.Net;
using System.Text;
using System.Xml.Linq;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Search;

/// <summary>Whatever is sent to the search, the feed or the suggestions: a clear answer, never an error of the server.</summary>
public abstract class BadInputTests(PortalFixture portal) : IDisposable
{
    private readonly PortalVisitor _visitor = portal.NewVisitor();

    /// <summary>Escaped as they stand in an address, as some are no text at all.</summary>
    public static TheoryData<string, string> Inputs => new()
    {
        { "ten thousand characters", Escape(string.Concat(Enumerable.Repeat("查找公开信息", 1700))) },
        { "two hundred different characters", Escape(string.Concat(Enumerable.Range(0x4E00, 200).Select(c => (char)c))) },
        { "two hundred different characters in quotes", Escape($"\"{string.Concat(Enumerable.Range(0x5000, 198).Select(c => (char)c))}\"") },
        { "a thousand words", Escape(string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"词{i}"))) },
        { "a thousand exclusions", Escape(string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"-词{i}"))) },
        { "a hundred named parts", Escape(string.Concat(Enumerable.Repeat("标题:公 文号:1 日期:2019 发文机关:府 ", 25))) },
        { "signs only", Escape("！？……《》、。-—_=+*&^%$#@~`|\\/<>()[]{}") },
        { "a single sign", Escape("*") },
        { "unbalanced quotes", Escape("\"公开 ”信息“ \"\"\" '") },
        { "FTS5", Escape("title : 公开* OR NEAR(\"信息\" \"公开\", 2) NOT ^办法 {title body} : x AND (") },
        { "FTS5 columns", Escape("numbers:1 OR rowid MATCH search_terms") },
        { "tsquery", Escape("公开 & !信息 | (办法 <-> 'x':*) \\' ::tsquery") },
        { "SQL", Escape("'; DROP TABLE search_documents; --") },
        { "SQL comment", Escape("公开'/**/UNION/**/SELECT(1)--") },
        { "null", "%E5%85%AC%00%E5%BC%80%00" },
        { "nulls only", "%00%00%00" },
        { "right-to-left marks", Escape("\u202E公开\u200F\u202D信息\u2066\u2069") },
        { "bytes that are no UTF-8", "%FF%FE%E5%85%AC%FF" },
        { "0xFF only", "%FF" },
        { "lone surrogates", "%ED%A0%80%E5%85%AC%ED%BF%BF" },
        { "half an escape", "%E5%85%" },
        { "control characters", "%01%02%1B%5B31m%7F%0D%0A%09" },
        { "characters beyond the first plane", Escape("𠀀𠮷𪚥 😀👨‍👩‍👧 \U000F0000") },
        { "accents without end", Escape("公" + new string('\u0301', 3000) + "开") },
        { "one long word", Escape(new string('x', 5000)) },
        { "numbers too great", Escape("三政办〔99999999999999999999〕99999999999999999999号 2019 99999999999999999999") },
        { "dates that are none", Escape("日期:0000..9999 日期:2019-13-45 日期:..") },
        { "braces", Escape("{{7*7}} ${7*7} @(1+1) <script>alert(1)</script>") },
    };

    [Theory]
    [MemberData(nameof(Inputs), DisableDiscoveryEnumeration = true)]
    public async Task Search_AnyInput_AnswersWithAPage(string what, string escaped)
    {
        var page = await _visitor.GetPageAsync($"/search?q={escaped}");

        Assert.True(page.Find("h1").TextContent == "搜索", what);
        Assert.DoesNotContain("<script>alert", page.Html);
    }

    [Theory]
    [MemberData(nameof(Inputs), DisableDiscoveryEnumeration = true)]
    public async Task Feed_AnyInput_IsAWellFormedFeed(string what, string escaped)
    {
        using var answer = await _visitor.GetAsync($"/search/feed?q={escaped}");

        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{what}: {answer.StatusCode}");
        Assert.Equal("feed", XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Name.LocalName);
    }

    [Theory]
    [MemberData(nameof(Inputs), DisableDiscoveryEnumeration = true)]
    public async Task Suggestions_AnyInput_AreAnswered(string what, string escaped)
    {
        var token = (await _visitor.GetPageAsync("/disclosure/requests/new")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var body = new StringContent(
            $"Input.Description={escaped}&__RequestVerificationToken={Escape(token)}", Encoding.ASCII, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/disclosure/requests/suggestions") { Content = body };
        using var answer = await _visitor.SendRawAsync(request);

        // No form of the portal takes a null.
        var expected = escaped.Contains("%00", StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.OK;
        Assert.True(answer.StatusCode == expected, $"{what}: {answer.StatusCode}");
    }

    [Fact]
    public async Task Search_MoreThanIsLookedFor_SaysWhatWasCut()
    {
        Assert.Contains("只按前200个字查找", (await _visitor.GetPageAsync($"/search?q={Escape(new string('查', 10_000))}")).VisibleText);
        Assert.Contains("只按前12个查找", (await _visitor.GetPageAsync($"/search?q={Escape(string.Join(' ', Enumerable.Range(0, 40).Select(i => $"词{i}")))}")).VisibleText);
        Assert.Contains("没有可以查找的文字", (await _visitor.GetPageAsync($"/search?q={Escape("！？…")}")).VisibleText);
        Assert.Contains("引号没有成对", (await _visitor.GetPageAsync($"/search?q={Escape("\"公开")}")).VisibleText);
    }

    /// <summary>Filters of an address that somebody altered are quoted like the query.</summary>
    [Theory]
    [InlineData("topic")]
    [InlineData("agency")]
    [InlineData("type")]
    [InlineData("category")]
    public async Task Filters_WithMarksOfDirection_AreQuotedWithout(string name)
    {
        var page = await _visitor.GetPageAsync($"/search?q={Escape("公开")}&{name}={Escape("\u202E此\u2066无\u200F")}");

        Assert.Contains("此无", page.Find(".chosen").TextContent);
        Assert.DoesNotContain(page.Html, c => c is '\u202E' or '\u2066' or '\u200F');
        Assert.DoesNotContain("%E2%80%AE", page.Html, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose()
    {
        _visitor.Dispose();
        GC.SuppressFinalize(this);
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);
}

[Trait("Database", "SQLite")]
public sealed class BadInputTestsOnSqlite(SqlitePortal portal) : BadInputTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class BadInputTestsOnPostgres(PostgresPortal portal) : BadInputTests(portal), IClassFixture<PostgresPortal>;
