using Livelihood.Disclosure.Register;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>The query code is the only key to a request, and guessing it is hopeless.</summary>
public abstract class StatusQueryTests(PortalFixture portal)
{
    [Fact]
    public async Task A_wrong_code_and_an_unknown_number_get_the_same_answer()
    {
        using var citizen = portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen);
        var wrong = await Requests.AskAsync(citizen, filed.Number, "0000-0000-0000");
        var unknown = await Requests.AskAsync(citizen, "SMX-ZFB-2026-999999", filed.Code);
        var nonsense = await Requests.AskAsync(citizen, "'; DROP TABLE", "<script>");
        var message = wrong.TextsOf(".govuk-error-summary li").Single();
        Assert.Contains("回执编号或者查询码不正确", message);
        Assert.Equal(message, unknown.TextsOf(".govuk-error-summary li").Single());
        Assert.Equal(message, nonsense.TextsOf(".govuk-error-summary li").Single());
        Assert.DoesNotContain("所需信息", wrong.VisibleText);
    }

    [Fact]
    public async Task After_ten_wrong_codes_a_request_refuses_even_the_right_one_for_a_quarter_of_an_hour()
    {
        using var citizen = portal.NewVisitor();
        var filed = await Requests.FileAsync(citizen);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(new StatusAnswer(null, null), await AskAsync(filed.Number, "0000-0000-0000"));
        }

        Assert.Equal(15, (await AskAsync(filed.Number, filed.Code)).RefusedMinutes);
        portal.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.NotNull((await AskAsync(filed.Number, filed.Code)).Details);
    }

    private Task<StatusAnswer> AskAsync(string number, string code) =>
        portal.Host.InScopeAsync(services => services.GetRequiredService<StatusQuery>().AskAsync(number, code, TestContext.Current.CancellationToken));
}

[Trait("Database", "SQLite")]
public sealed class StatusQueryOnSqlite(SqlitePortal portal) : StatusQueryTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class StatusQueryOnPostgres(PostgresPortal portal) : StatusQueryTests(portal), IClassFixture<PostgresPortal>;
