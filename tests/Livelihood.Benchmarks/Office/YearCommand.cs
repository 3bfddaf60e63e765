using System.Diagnostics;
using System.Globalization;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Calendar;
using Livelihood.TestSupport;
using Livelihood.TestSupport.Office;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Benchmarks.Office;

/// <summary>
/// Lets offices live through a year of requests in a portal of its own, over its pages, and compares the annual reports of the
/// government and of each agency, page and file, with the ledger that was kept beside it, cell by cell.
/// </summary>
internal static class YearCommand
{
    private const int Year = 2025;
    private const string Government = "SMX";

    /// <summary>Runs it; 0 where every cell agrees.</summary>
    public static async Task<int> RunAsync(int requests)
    {
        using var folder = new TemporaryFolder();
        await using var database = await PreparedPortal.CopyToSqliteAsync(folder.Path);
        await using var host = PortalHost.Start(folder.Path, database);
        var agencies = await host.InScopeAsync(async services =>
            (await services.GetRequiredService<IAgencyDirectory>().AllAsync()).Where(agency => agency.AcceptsRequests).Select(agency => agency.Id).ToList());
        await using var office = new OfficeLife(host, agencies, Government, new(CalendarDocument.Delivered()), seed: Year);
        var watch = Stopwatch.StartNew();
        var month = 0;
        await office.LiveAsync(requests, new(Year - 1, 10, 1), new(Year, 12, 31), new Said(day =>
        {
            if (day.Month != month)
            {
                month = day.Month;
                Console.WriteLine($"{day:yyyy-MM-dd}  {office.Steps} steps, {watch.Elapsed.TotalSeconds:F0} s");
            }
        }));
        var (lived, sent) = (watch.Elapsed, office.Sent);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{requests} requests of {agencies.Count} agencies: {office.Steps} steps over {sent} pages and forms in {lived.TotalSeconds:F0} s, {lived.TotalMilliseconds / office.Steps:F1} ms a step, {lived.TotalMilliseconds / sent:F1} ms a page"));

        var (cells, wrong) = await CompareAsync(host, office.Ledger, agencies);
        wrong.ForEach(Console.WriteLine);
        Console.WriteLine($"Table three of {Year}: {cells - wrong.Count} of {cells} cells agree.");
        var proof = await host.InScopeAsync(services => RegisterProof.OfAsync(services, office.Receipts));
        proof.Faults.ToList().ForEach(Console.WriteLine);
        Console.WriteLine($"{proof.Requests} requests, {proof.Letters} letters, {proof.Entries} audit entries, {proof.Faults.Count} faults.");
        return wrong.Count == 0 && proof.Faults.Count == 0 && proof.Requests == requests ? 0 : 1;
    }

    /// <summary>The government's report counts all agencies; each agency's its own.</summary>
    private static async Task<(int Cells, List<string> Wrong)> CompareAsync(PortalHost host, OfficeLedger ledger, IReadOnlyList<string> agencies)
    {
        host.Clock.Set(new(Year + 1, 1, 5, 10, 0, 0, TimeSpan.FromHours(8)));
        using var supervisor = await host.SignInAsync(Livelihood.Platform.Accounts.Roles.Supervisor, Government);
        var (cells, wrong) = (0, new List<string>());
        foreach (var agency in agencies.Prepend(Government).Distinct())
        {
            var address = $"/console/disclosure-reports/{agency}/{Year}";
            using var file = await supervisor.GetAsync(address + ".csv");
            foreach (var read in new[] { ReportCells.OnPage(await supervisor.GetPageAsync(address)), ReportCells.InFile(await file.Content.ReadAsStringAsync()) })
            {
                wrong.AddRange(read.Against(ledger, agency == Government ? agencies : [agency], Year).Select(cell => $"{agency}: {cell}"));
                cells += ReportCells.Count;
            }
        }

        return (cells, wrong);
    }

    private sealed class Said(Action<DateOnly> say) : IProgress<DateOnly>
    {
        public void Report(DateOnly value) => say(value);
    }
}
