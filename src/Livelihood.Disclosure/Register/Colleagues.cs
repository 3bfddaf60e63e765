using Livelihood.Disclosure.Domain.Office;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>Who can be made responsible for an agency's requests.</summary>
public sealed class Colleagues(PortalDbContext db)
{
    private const int Most = 200;

    /// <summary>Accounts that handle the agency's requests, as in the audit chain, with their names.</summary>
    public async Task<IReadOnlyList<FieldChoice>> OfAsync(string agencyId, CancellationToken cancellation = default)
    {
        var definitions = await db.Set<RoleDefinition>().AsNoTracking().ToListAsync(cancellation);
        var roles = definitions.Where(role => role.Permissions.Contains(Permissions.HandleRequests)).Select(role => role.Name).ToList();
        var accounts = await db.Users.AsNoTracking()
            .Where(account => account.Assignments.Any(held => held.AgencyId == agencyId && roles.Contains(held.Role)))
            .OrderBy(account => account.DisplayName).ThenBy(account => account.Id).Take(Most)
            .Select(account => new { account.Id, account.DisplayName, account.UserName }).ToListAsync(cancellation);
        return [.. accounts.Select(account => new FieldChoice($"account:{account.Id}", $"{account.DisplayName}（{account.UserName}）"))];
    }
}
