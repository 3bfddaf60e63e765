using System.Text.RegularExpressions;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.TestSupport.Office;

/// <summary>Holds the register against the receipts that people saw: no number doubled or missing, no receipt without its entry.</summary>
/// <param name="Requests">How many requests the register has.</param>
/// <param name="Letters">How many numbered letters it has.</param>
/// <param name="Entries">How many entries the audit chain has.</param>
/// <param name="Faults">What is wrong, in words; empty where nothing is.</param>
public sealed partial record RegisterProof(int Requests, int Letters, long Entries, IReadOnlyList<string> Faults)
{
    /// <summary>Reads the register.</summary>
    public static async Task<RegisterProof> OfAsync(IServiceProvider services, IReadOnlyCollection<ShownReceipt> receipts)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var faults = new List<string>();
        faults.AddRange(receipts.GroupBy(receipt => receipt.Number).Where(same => same.Count() > 1).Select(same => $"{same.Key} was given to {same.Count()} people."));

        var numbers = await db.Set<DisclosureRequest>().Select(request => new { request.Id, request.Number, request.AgencyId }).ToListAsync();
        faults.AddRange(Gaps("request", numbers.Select(request => (request.AgencyId + request.Number[..^6][^4..], int.Parse(request.Number[^6..])))));
        var entries = (await db.Set<AuditEntry>().Where(entry => entry.Action == RequestFiling.Action).Select(entry => new { entry.SubjectId, entry.Hash }).ToListAsync())
            .ToLookup(entry => entry.SubjectId, entry => entry.Hash);
        faults.AddRange(receipts.Where(receipt => !entries[receipt.Number].SequenceEqual([receipt.Hash])).Select(receipt => $"The receipt {receipt.Number} has another entry, or none."));
        faults.AddRange(numbers.Where(request => entries[request.Number].Count() != 1).Select(request => $"The request {request.Number} has {entries[request.Number].Count()} entries."));
        var asking = (await db.Set<RequesterRow>().Select(row => row.RequestId).ToListAsync()).ToHashSet();
        var begun = (await db.Set<RequestEventRow>().Where(row => row.Sequence == 1).Select(row => row.RequestId).ToListAsync()).ToHashSet();
        faults.AddRange(numbers.Where(request => !asking.Contains(request.Id) || !begun.Contains(request.Id)).Select(request => $"The request {request.Number} is half there."));

        var letters = await db.Set<LetterRow>().Where(letter => letter.Number != null).Select(letter => new { letter.AgencyId, Number = letter.Number! }).ToListAsync();
        faults.AddRange(Gaps("letter", letters.Select(letter => (letter.AgencyId, Serial: Serial().Match(letter.Number))).Select(letter =>
            (letter.AgencyId + letter.Serial.Groups["year"].Value, int.Parse(letter.Serial.Groups["serial"].Value)))));
        var chain = await AuditChain.VerifyAsync(db);
        if (chain.BrokenAt is { } at)
        {
            faults.Add($"The audit chain is broken at {at}.");
        }

        return new(numbers.Count, letters.Count, chain.Intact, faults);
    }

    // Whatever was begun and given up must have given its number back: 1, 2, 3 … n for each agency and year.
    private static IEnumerable<string> Gaps(string what, IEnumerable<(string Counter, int Serial)> numbers) => numbers.GroupBy(number => number.Counter, number => number.Serial)
        .Where(counter => !counter.Order().SequenceEqual(Enumerable.Range(1, counter.Count())))
        .Select(counter => $"The {what} numbers of {counter.Key} are not 1 to {counter.Count()}.");

    [GeneratedRegex("〔(?<year>[0-9]{4})〕(?<serial>[0-9]+)号$", RegexOptions.ExplicitCapture)]
    private static partial Regex Serial();
}
