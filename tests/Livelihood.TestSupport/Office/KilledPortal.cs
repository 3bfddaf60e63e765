using System.Collections.Concurrent;

namespace Livelihood.TestSupport.Office;

/// <summary>What came of killing a portal while people filed.</summary>
/// <param name="Kills">How often it was killed.</param>
/// <param name="Interrupted">How many forms had been sent and were not answered when it was.</param>
/// <param name="Forms">How many forms the people filled in altogether.</param>
/// <param name="Receipts">What they saw.</param>
/// <param name="Lost">Receipts that opened nothing after the next start.</param>
public sealed record KillReport(int Kills, int Interrupted, int Forms, IReadOnlyList<ShownReceipt> Receipts, IReadOnlyList<string> Lost);

/// <summary>A portal in a process of its own that is killed (SIGKILL) in the middle of people's filing, and started again.</summary>
public static class KilledPortal
{
    /// <summary>Kills it so many times; afterwards everybody's unanswered form was sent again and answered, and no process runs.</summary>
    /// <param name="dataFolder">A prepared portal.</param>
    /// <param name="database">Its database.</param>
    /// <param name="agencies">Whom people ask.</param>
    /// <param name="kills">How often.</param>
    /// <param name="people">How many file at once.</param>
    /// <param name="told">Told of every kill, or null.</param>
    public static async Task<KillReport> LiveAsync(
        string dataFolder, TestDatabase database, IReadOnlyList<string> agencies, int kills, int people, Action<string>? told = null)
    {
        var address = PortalProcess.FreeAddress();
        var everybody = FilingRush.PeopleFor(address, agencies, people);
        try
        {
            var (receipts, lost, interrupted) = (new ConcurrentBag<ShownReceipt>(), new List<string>(), 0);
            for (var kill = 1; kill <= kills; kill++)
            {
                await using var portal = await PortalProcess.StartAsync(dataFolder, database, address);
                lost.AddRange(await LookAsync(everybody));
                var before = receipts.Count;
                var filing = everybody.Select(person => FileUntilGoneAsync(person, receipts)).ToList();
                while (receipts.Count < before + people && !filing.Exists(one => one.IsFaulted))
                {
                    await Task.Delay(5);
                }

                await Task.Delay(Random.Shared.Next(300));
                await portal.KillAsync();
                await Task.WhenAll(filing);
                interrupted += everybody.Count(person => person.IsUnanswered);
                told?.Invoke($"kill {kill}: {receipts.Count - before} receipts, {everybody.Count(person => person.IsUnanswered)} forms unanswered");
            }

            await using (await PortalProcess.StartAsync(dataFolder, database, address))
            {
                lost.AddRange(await LookAsync(everybody));
                foreach (var receipt in await Task.WhenAll(everybody.Where(person => person.IsUnanswered).Select(person => person.FileAsync())))
                {
                    receipts.Add(receipt);
                }
            }

            return new(kills, interrupted, everybody.Sum(person => person.Forms), [.. receipts], lost);
        }
        finally
        {
            foreach (var person in everybody)
            {
                person.Dispose();
            }
        }
    }

    /// <summary>What people saw last before the kill, and do not find now.</summary>
    private static async Task<IEnumerable<string>> LookAsync(IEnumerable<FilingPerson> everybody) =>
        (await Task.WhenAll(everybody.Where(person => person.Last is not null).Select(async person => (person.Last!.Number, Opens: await person.OpensAsync(person.Last)))))
            .Where(found => !found.Opens).Select(found => found.Number);

    private static async Task FileUntilGoneAsync(FilingPerson person, ConcurrentBag<ShownReceipt> receipts)
    {
        try
        {
            while (true)
            {
                receipts.Add(await person.FileAsync());
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // The portal was killed; whatever else happened is a fault.
        }
    }
}
