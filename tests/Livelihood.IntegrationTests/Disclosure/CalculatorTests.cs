using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>The calculator as a page and as an interface; the command is in <see cref="CommandLineTests"/>.</summary>
public abstract class CalculatorTests(PortalFixture portal)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task R_CALC_The_page_shows_the_deadline_of_the_register_with_its_derivation()
    {
        using var citizen = portal.NewVisitor();
        var empty = await citizen.GetPageAsync("/disclosure/calculator");
        Assert.Empty(PageFaults.Of(empty));
        Assert.Empty(empty.Document.QuerySelectorAll(".derivation"));

        var page = await citizen.GetPageAsync("/disclosure/calculator?received=2026年2月5日&e[0].Kind=consultationSent&e[0].On=2026-2-10&e[0].Delivered=2026-02-11"
            + "&e[1].Kind=consultationAnswered&e[1].On=2026-02-25&e[2].Kind=extended&e[2].On=2026-03-02&e[2].Days=20");
        Assert.Contains("2026年4月17日", page.Find(".deadline").TextContent);
        Assert.Contains(page.TextsOf(".derivation__text"), text => text.Contains("第三十二条", StringComparison.Ordinal));
        Assert.Empty(PageFaults.Of(page));

        var later = await citizen.GetPageAsync("/disclosure/calculator?received=2026-03-02&e[0].Kind=postponed&e[0].On=2026-3-20&e[0].Until=2026年5月30日");
        Assert.Contains("2026年6月1日", later.Find(".deadline").TextContent);
        Assert.Contains(later.TextsOf(".derivation__text"), text => text.Contains("第三十五条", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("received=2026-02-30", "收到申请的日期")]
    [InlineData("e[0].Kind=feePaid&e[0].On=2026-02-10", "请填写收到申请的日期")]
    [InlineData("received=2026-02-05&e[0].Kind=extended&e[0].On=2026-02-10", "第1个事项")]
    [InlineData("received=2026-02-05&e[0].Kind=nonsense&e[0].On=2026-02-10", "请选择是什么事项")]
    [InlineData("received=2026-02-05&e[0].Kind=correctionAsked&e[0].On=2026-02-25", "R-30")]
    [InlineData("received=2026-03-02&e[0].Kind=postponed&e[0].On=2026-03-20", "请填写延迟到哪一天答复")]
    [InlineData("received=2026-02-05&e[0].Days=5", "请选择是什么事项")]
    [InlineData("received=2026-02-05&e[0].Until=2026-05-30", "请选择是什么事项")]
    [InlineData("received=2026-02-05&e[0].Letter=甲", "请选择是什么事项")]
    [InlineData("received=1999-01-01", "不在工作日历的范围")]
    public async Task R_CALC_What_is_wrong_is_said_and_nothing_typed_is_lost(string query, string message)
    {
        using var citizen = portal.NewVisitor();
        var page = await citizen.GetPageAsync("/disclosure/calculator?" + query);
        Assert.Contains(message, page.Find(".govuk-error-summary").TextContent);
        Assert.Empty(page.Document.QuerySelectorAll(".derivation"));
        Assert.Empty(PageFaults.Of(page));
        Assert.All(query.Split('&').Where(part => !part.EndsWith("nonsense", StringComparison.Ordinal)), part => Assert.Contains(part.Split('=')[1], page.Document.DocumentElement.OuterHtml));
    }

    [Fact]
    public async Task R_CALC_More_rows_than_the_page_takes_are_told()
    {
        using var citizen = portal.NewVisitor();
        var page = await citizen.GetPageAsync("/disclosure/calculator?received=2026-02-05&" + string.Join('&', Enumerable.Range(0, 21).Select(i => $"e[{i}].Kind=correctionArrived&e[{i}].On=2026-02-06")));
        Assert.Contains("填了21个，第21个起没有收下", page.Find(".govuk-error-summary").TextContent);
        Assert.Empty(page.Document.QuerySelectorAll(".deadline"));
    }

    [Fact]
    public async Task R_CALC_The_interface_answers_one_question_or_many_lines()
    {
        using var program = portal.NewVisitor();
        using var one = await PostAsync(program, new StringContent("""{"received":"2026-02-05"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.OK, one.StatusCode);
        Assert.Equal("2026-03-11", (await JsonAsync(one)).GetProperty("due").GetString());

        using var against = await PostAsync(program, new StringContent("""{"received":"2026-02-05","events":[{"kind":"feePaid","on":"2026-02-10"}]}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, against.StatusCode);
        Assert.Equal("R-ORD", (await JsonAsync(against)).GetProperty("rule").GetString());

        using var lines = new StringContent("{\"received\":\"2026-02-05\"}\nnonsense\n{\"received\":\"2026-09-10\"}\n");
        lines.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var many = await PostAsync(program, lines);
        var answers = (await many.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["2026-03-11", "R-CALC", "2026-10-14"], answers.Select(a => a.TryGetProperty("due", out var due) ? due.GetString() : a.GetProperty("rule").GetString()));

        using var later = await PostAsync(program, new StringContent("""{"received":"2026-03-02","events":[{"kind":"postponed","on":"2026-03-20","until":"2026-05-30"}]}""", Encoding.UTF8, "application/json"));
        Assert.Equal("2026-06-01", (await JsonAsync(later)).GetProperty("due").GetString());

        using var huge = await PostAsync(program, new StringContent(new string(' ', 100_000), Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.StatusCode);
        using var description = await program.GetAsync("/api/v1/openapi.json");
        var operation = (await JsonAsync(description)).GetProperty("paths").GetProperty("/api/v1/deadlines").GetProperty("post");
        Assert.Equal("computeDeadline", operation.GetProperty("operationId").GetString());
        Assert.Contains("postponed（确定延迟答复的日期，另有until）", operation.GetProperty("description").GetString());
    }

    private static async Task<HttpResponseMessage> PostAsync(PortalVisitor program, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/deadlines") { Content = body };
        return await program.SendRawAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
}

[Trait("Database", "SQLite")]
public sealed class CalculatorOnSqlite(SqlitePortal portal) : CalculatorTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class CalculatorOnPostgres(PostgresPortal portal) : CalculatorTests(portal), IClassFixture<PostgresPortal>;
