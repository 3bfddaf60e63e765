using Livelihood.BrowserTests.Fixtures;
using Livelihood.Gazettes.Import;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests.Journey;

/// <summary>
/// The whole way through the portal, as people go it: a printed gazette is imported and read, a document is found, a request
/// is filed and confirmed, and both sides see the same date. On a phone and on a desk, with scripts and without.
/// </summary>
public sealed class JourneyTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    // Worked example of R-33a, R-C1 and R-C2: received on Thursday 10 September 2026, the last day is 14 October.
    private static readonly DateTimeOffset Filed = new(2026, 9, 10, 9, 30, 0, TimeSpan.FromHours(8));
    private const string LastDay = "2026-10-14";

    [Theory]
    [InlineData(Width.Desk, Scripts.On)]
    [InlineData(Width.Phone, Scripts.Off)]
    public async Task From_a_printed_gazette_to_an_explained_deadline(Width width, Scripts scripts)
    {
        browser.Host.Clock.Set(Filed);
        await ImportAsync(Seeds.PathOf("gazette-2019-06.txt"));

        await using var citizen = await browser.OpenWindowAsync(width, scripts);
        var reader = new Reader(citizen);
        await reader.OpenTheIssueAsync();
        await reader.ReadTheRegulationAsync();
        await reader.SearchAsync();

        var requester = new Requester(citizen, scripts);
        var receipt = await requester.FileAsync();
        await requester.SeeThatNothingIsConfirmedAsync(receipt);

        await using var office = await browser.OpenWindowAsync(width, scripts);
        var handler = new Handler(office);
        await handler.SignInAsync(await browser.Host.CreateStaffAsync(Roles.Handler));
        Assert.Equal(LastDay, await handler.ConfirmAsync(receipt));

        Assert.Equal(LastDay, await requester.SeeTheDeadlineAsync(receipt));
    }

    // The second time the issue is there already, and the import changes nothing.
    private async Task ImportAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var report = await browser.Host.InScopeAsync(services =>
            services.GetRequiredService<GazetteImporter>().ImportAsync(bytes, new ImportOptions { Publish = true }));
        Assert.True(report.IsPublished);
    }
}

/// <summary>What the requester is given when a request is filed.</summary>
/// <param name="Number">The receipt number.</param>
/// <param name="Code">The query code.</param>
internal sealed record Receipt(string Number, string Code);
