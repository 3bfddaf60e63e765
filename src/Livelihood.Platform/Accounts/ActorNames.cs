using Livelihood.Platform.Audit;
using Livelihood.Platform.Citizens;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Accounts;

/// <summary>Names those who acted (<see cref="ICurrentActor"/>), for colleagues to read.</summary>
public sealed class ActorNames(PortalDbContext db)
{
    private const string AccountPrefix = "account:";
    private const string TokenPrefix = "token:";

    /// <summary>The names of the actors given, in one query.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IEnumerable<string> actors, CancellationToken cancellation = default)
    {
        var all = actors.Distinct(StringComparer.Ordinal).ToList();
        var ids = all.Where(a => a.StartsWith(AccountPrefix, StringComparison.Ordinal)).Select(a => Guid.Parse(a[AccountPrefix.Length..])).ToList();
        var accounts = await db.Users.AsNoTracking().Where(account => ids.Contains(account.Id))
            .ToDictionaryAsync(account => AccountPrefix + account.Id, account => account.DisplayName, cancellation);
        return all.ToDictionary(actor => actor, actor => NameOf(actor, accounts), StringComparer.Ordinal);
    }

    /// <summary>Rows with the names of who made them, in their order.</summary>
    public async Task<IReadOnlyList<(T Row, string By)>> NameAsync<T>(IReadOnlyList<T> rows, Func<T, string> actor, CancellationToken cancellation = default)
    {
        var by = await OfAsync(rows.Select(actor), cancellation);
        return [.. rows.Select(row => (row, by[actor(row)]))];
    }

    private static string NameOf(string actor, Dictionary<string, string> accounts) => actor switch
    {
        HttpActor.Public => "公众",
        HttpActor.System => "系统",
        _ when actor.StartsWith(CitizenTrail.ActorPrefix, StringComparison.Ordinal) => "公众账号",
        _ when actor.StartsWith(TokenPrefix, StringComparison.Ordinal) => "接口",
        _ => accounts.GetValueOrDefault(actor, "已停用的账号"),
    };
}
