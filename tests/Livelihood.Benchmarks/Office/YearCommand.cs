using System.Diagnostics;
using System.Globalization;
using Livelihood.Disclosure.AnnualReports;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Livelihood.TestSupport.Office;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Benchmarks.Office;

/// <summary>
/// Lets an office live through a year of requests in a portal of its own, and compares the annual report with the ledger that
/// was kept beside it, cell by cell.
/// </summary>
internal static class YearCommand
{
    private const int Year = 2025;

    /// <summary>Runs it; 0 where every cell agrees.</summary>
    public static async Task<int> RunAsync(int requests)
    {
        using var folder = new TemporaryFolder();
        await using var database = await PreparedPortal.CopyToSqliteAsync(folder.Path);
        await using var host = PortalHost.Start(folder.Path, database);
        var agencies = await host.InScopeAsync(async services => (await services.GetRequiredService<IAgencyDirectory>().AllAsync()).Where(agency => agency.AcceptsRequests).ToList());
        var office = new OfficeLife(host, agencies, new(CalendarDocument.Delivered()), seed: Year);
        var watch = Stopwatch.StartNew();
        await office.LiveAsync(requests, new(Year - 1, 10, 1), new(Year, 12, 31), new Progress<DateOnly>(day =>
        {
            if (day.Day == 1)
            {
                Console.WriteLine($"{day:yyyy-MM-dd}  {office.Steps} steps, {watch.Elapsed.TotalSeconds:F0} s");
            }
        }));
        Console.WriteLine($"{requests} requests of {agencies.Count} agencies, {office.Steps} steps: {watch.Elapsed.TotalSeconds:F0} s");

        var ids = agencies.Select(agency => agency.Id).ToList();
        watch.Restart();
        var figures = await host.InScopeAsync(services => services.GetRequiredService<RegisterFigures>().CountAsync(ids, new(Year)));
        var counting = watch.Elapsed.TotalMilliseconds;
        var (cells, wrong) = (0, 0);
        foreach (var row in ReportRow.All.Where(row => row.Key != ReportRow.Results))
        {
            foreach (var (kind, name) in RequesterKinds.All)
            {
                var (register, ledger) = (figures[row.Key, kind], office.Ledger.Of(ids, Year, row.Key, kind));
                cells++;
                if (register != ledger)
                {
                    wrong++;
                    Console.WriteLine($"{row.FullLabel}, {name}: {register} in the register, {ledger} in the ledger");
                }
            }
        }

        var chain = await host.InScopeAsync(services => AuditChain.VerifyAsync(services.GetRequiredService<PortalDbContext>()));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Table three of {Year}, counted in {counting:F0} ms: {cells - wrong} of {cells} cells agree; {ReportChecks.Balance(figures).Text}"));
        Console.WriteLine(chain.BrokenAt is { } at ? $"The audit chain is broken at {at}." : $"The audit chain is whole: {chain.Intact} entries.");
        return wrong == 0 && chain.BrokenAt is null ? 0 : 1;
    }
}
