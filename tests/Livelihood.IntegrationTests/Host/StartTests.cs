using System.Net;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Host;

public abstract class StartTests(PortalFixture portal)
{
    [Fact]
    public async Task The_portal_answers_over_real_HTTP()
    {
        using var visitor = portal.NewVisitor();
        using var response = await visitor.GetAsync("/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public void The_clock_of_the_portal_is_the_one_that_tests_move()
    {
        var clock = (TimeProvider?)portal.Services.GetService(typeof(TimeProvider));
        Assert.Same(portal.Clock, clock);
    }
}

[Trait("Database", "SQLite")]
public sealed class StartTestsOnSqlite(SqlitePortal portal) : StartTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class StartTestsOnPostgres(PostgresPortal portal) : StartTests(portal), IClassFixture<PostgresPortal>;
