using System.Diagnostics;
using System.Globalization;
using Livelihood.TestSupport;
using Livelihood.TestSupport.Office;

namespace Livelihood.Benchmarks.Office;

/// <summary>Twenty people file so many requests at once through the pages, and twenty desks write a letter for each; then the register is held against the receipts.</summary>
internal static class FilingCommand
{
    private const int People = 20;

    /// <summary>Runs it; 0 where nothing is doubled, missing or half there.</summary>
    public static Task<int> RunAsync(int requests) => Databases.EachAsync(async (name, folder, database) =>
    {
        var each = Math.Max(1, requests / People);
        var settings = new Dictionary<string, string> { ["Disclosure:FormsPerHour"] = $"{(each * 2) + 10}" };
        await using var host = PortalHost.Start(folder, database, settings: settings);
        var people = FilingRush.PeopleFor(host.BaseAddress, Databases.Agencies, People);
        var receipts = await FilingRush.FileAsync(people, 1); // warm
        var watch = Stopwatch.StartNew();
        receipts = [.. receipts, .. await FilingRush.FileAsync(people, each - 1)];
        var filing = watch.Elapsed;
        watch.Restart();
        await FilingRush.WriteLettersAsync(host, receipts, People);
        var writing = watch.Elapsed;
        var proof = await host.InScopeAsync(services => RegisterProof.OfAsync(services, receipts));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {proof.Requests} requests filed by {People} at once, {(receipts.Count - People) / filing.TotalSeconds:F0} a second; {proof.Letters} letters, {proof.Letters / writing.TotalSeconds:F0} a second; {proof.Entries} audit entries"));
        proof.Faults.ToList().ForEach(Console.WriteLine);
        foreach (var person in people)
        {
            person.Dispose();
        }

        return proof.Faults.Count == 0 && proof.Requests == each * People ? 0 : 1;
    });
}
