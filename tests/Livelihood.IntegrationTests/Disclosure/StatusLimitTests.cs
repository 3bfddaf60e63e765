using System.Net;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>In a portal of its own, as it uses up what the address may ask.</summary>
[Trait("Database", "SQLite")]
public sealed class StatusLimitTests(SqlitePortal portal) : IClassFixture<SqlitePortal>
{
    [Fact]
    public async Task One_address_cannot_ask_without_end()
    {
        using var citizen = portal.NewVisitor();
        var page = await citizen.GetPageAsync("/disclosure/requests/status");
        var fields = new Dictionary<string, string> { ["Number"] = "SMX-ZFB-2026-999999", ["Code"] = "0000-0000-0000" };
        for (var i = 0; i < 100; i++)
        {
            try
            {
                await page.SubmitAsync("main form", fields);
            }
            catch (UnexpectedAnswerException refused)
            {
                Assert.Contains($"answered {(int)HttpStatusCode.TooManyRequests}", refused.Message);
                return;
            }
        }

        Assert.Fail("A hundred queries in a row were answered.");
    }
}
