using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;

namespace Livelihood.Disclosure.Register;

/// <summary>Names those who recorded a request's events, for colleagues.</summary>
public sealed class StaffNames(ActorNames names)
{
    /// <summary>The entries with the names of those who recorded them.</summary>
    public async Task<IReadOnlyList<(HistoryEntry Entry, string? By)>> NameAsync(IReadOnlyList<HistoryEntry> history, CancellationToken cancellation = default)
    {
        var of = await names.OfAsync(history.Select(entry => entry.Actor), cancellation);
        return [.. history.Select(entry => (entry, (string?)(entry.Actor == HttpActor.Public ? "申请人" : of[entry.Actor])))];
    }
}
