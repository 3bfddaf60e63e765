using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>Names those who recorded a request's events, for colleagues.</summary>
public sealed class StaffNames(PortalDbContext db)
{
    private const string AccountPrefix = "account:";

    /// <summary>The entries with the names of those who recorded them.</summary>
    public async Task<IReadOnlyList<(HistoryEntry Entry, string? By)>> NameAsync(IReadOnlyList<HistoryEntry> history, CancellationToken cancellation = default)
    {
        var ids = history.Where(entry => entry.Actor.StartsWith(AccountPrefix, StringComparison.Ordinal))
            .Select(entry => Guid.Parse(entry.Actor[AccountPrefix.Length..])).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(account => ids.Contains(account.Id))
            .ToDictionaryAsync(account => AccountPrefix + account.Id, account => account.DisplayName, cancellation);
        return [.. history.Select(entry => (entry, (string?)NameOf(entry.Actor, names)))];
    }

    private static string NameOf(string actor, Dictionary<string, string> names) => actor switch
    {
        HttpActor.Public => "申请人",
        HttpActor.System => "系统",
        _ => names.GetValueOrDefault(actor, "已停用的账号"),
    };
}
