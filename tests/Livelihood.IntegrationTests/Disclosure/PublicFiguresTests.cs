using System.Net;
using System.Text.Json;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Figures;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>Figures for the public, as a page, as JSON and as a table, counted from requests that the office handled.</summary>
public abstract class PublicFiguresTests(PortalFixture portal) : OfficeDays(portal)
{
    private const string Page = "/disclosure/figures", Data = "/api/v1/disclosure/figures";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task R_SERVE_Figures_follow_the_register_by_the_day_of_service_and_point_at_nobody()
    {
        using var citizen = Portal.NewVisitor();
        Assert.Empty(PageFaults.Of(await citizen.GetPageAsync(Page)));
        var (handler, head) = (await StaffAsync(Roles.Handler), await StaffAsync(Roles.Head));
        var numbers = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            numbers.Add((await ConfirmedAsync(citizen, handler)).Number); // received on 2 March, due on 30 March
        }

        await Office.RecordAsync(handler, numbers[0], "withdrawn", ("Reason", "来电撤回"));
        foreach (var (day, number) in new[] { ("2026-03-09", numbers[1]), ("2026-03-10", numbers[2]), ("2026-03-31", numbers[3]) })
        {
            await TodayAsync(day);
            await Office.RecordAsync(handler, number, "replyProposed", "disclosed", ("Information", "一份"));
            await Office.RecordAsync(head, number, "replied");
            await Office.RecordAsync(handler, number, "served", ("Way", "InPerson"), ("Proof", "签收"));
        }

        // Three served, on the 5th, 6th and 21st working day, one of them late; two still open, and late today.
        var total = (await JsonAsync(citizen, Data)).GetProperty("total");
        Assert.Equal((6, 3, 2, 66.6m, 2, 6m), (
            total.GetProperty("received").GetInt32(), total.GetProperty("answered").GetInt32(), total.GetProperty("onTime").GetInt32(),
            total.GetProperty("onTimeShare").GetDecimal(), total.GetProperty("overdue").GetInt32(), total.GetProperty("medianWorkingDays").GetDecimal()));
        var page = await citizen.GetPageAsync($"{Page}?year=2026&agency={Requests.Agency}");
        Assert.Empty(PageFaults.Of(page));
        Assert.Contains("2件，占66.6%", page.VisibleText);
        Assert.DoesNotContain("其他处理", page.VisibleText);
        var all = await citizen.GetPageAsync($"{Page}?year=2026");
        Assert.Contains("少于3件", all.TextsOf("tbody tr").Single(row => row.StartsWith("其他处理", StringComparison.Ordinal)));
        Assert.Contains("public", page.Headers.GetValues("Cache-Control").Single());
        Assert.DoesNotContain(Requests.Name, page.Html);

        using var csv = await citizen.GetAsync($"{Data}?format=csv&year=2026");
        var lines = (await csv.Content.ReadAsStringAsync(Cancellation)).Split("\r\n");
        Assert.StartsWith("text/csv", csv.Content.Headers.ContentType!.ToString());
        Assert.Contains(lines, line => line.StartsWith($"2026,机关,{Requests.Agency},", StringComparison.Ordinal) && line.Contains(",6,3,2,66.6,2,", StringComparison.Ordinal));

        // An address that means nothing: the page shows what there is, the interface says what can be asked.
        Assert.Contains("2026年", (await citizen.GetPageAsync(Page + "?year=1887&agency=nobody")).VisibleText);
        using var wrong = await citizen.GetAsync(Data + "?year=1887&agency=nobody&format=xml");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("application/problem+json", wrong.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await wrong.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(["year", "agency", "format"], problem.RootElement.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        using var description = await citizen.GetAsync("/api/v1/openapi.json");
        Assert.Contains("disclosureFigures", await description.Content.ReadAsStringAsync(Cancellation));

        await RowsFromBeforeAreFilledAsync(numbers[1]);
    }

    private async Task RowsFromBeforeAreFilledAsync(string number)
    {
        await Portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await db.Set<DisclosureRequest>().ExecuteUpdateAsync(set => set.SetProperty(r => r.ServedOn, (DateOnly?)null).SetProperty(r => r.TookWorkingDays, (int?)null), Cancellation);
        });
        var filled = await Portal.Host.InScopeAsync(services => services.GetRequiredService<FiguresBackfill>().RunAsync(Cancellation));
        Assert.Equal(4, filled);
        var (again, served, took, entries) = await Portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var row = await db.Set<DisclosureRequest>().SingleAsync(r => r.Number == number, Cancellation);
            var count = await db.Set<AuditEntry>().CountAsync(entry => entry.Action == "request.figures-filled", Cancellation);
            return (await services.GetRequiredService<FiguresBackfill>().RunAsync(Cancellation), row.ServedOn, row.TookWorkingDays, count);
        });
        Assert.Equal((0, new DateOnly(2026, 3, 9), 5, 1), (again, served, took, entries));
    }

    private static async Task<JsonElement> JsonAsync(PortalVisitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement.Clone();
    }
}

[Trait("Database", "SQLite")]
public sealed class PublicFiguresOnSqlite(SqlitePortal portal) : PublicFiguresTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class PublicFiguresOnPostgres(PostgresPortal portal) : PublicFiguresTests(portal), IClassFixture<PostgresPortal>;
