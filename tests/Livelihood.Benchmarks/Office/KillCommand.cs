using Livelihood.TestSupport;
using Livelihood.TestSupport.Office;

namespace Livelihood.Benchmarks.Office;

/// <summary>Kills a portal while people file, so many times, and holds the register against the receipts that they saw.</summary>
internal static class KillCommand
{
    private const int People = 20;

    /// <summary>Runs it; 0 where nothing was lost.</summary>
    public static Task<int> RunAsync(int kills) => Databases.EachAsync(async (name, folder, database) =>
    {
        var report = await KilledPortal.LiveAsync(folder, database, Databases.Agencies, kills, People, line => Console.WriteLine($"{name}, {line}"));
        await using var host = PortalHost.Start(folder, database);
        var proof = await host.InScopeAsync(services => RegisterProof.OfAsync(services, report.Receipts));
        Console.WriteLine($"{name}: {report.Kills} kills; {report.Forms} forms, {report.Receipts.Count} receipts, {proof.Requests} requests; {report.Interrupted} forms sent again; {proof.Entries} audit entries");
        report.Lost.Select(number => $"The receipt {number} opened nothing after the next start.").Concat(proof.Faults).ToList().ForEach(Console.WriteLine);
        return report.Lost.Count == 0 && proof.Faults.Count == 0 && proof.Requests == report.Forms ? 0 : 1;
    });
}
