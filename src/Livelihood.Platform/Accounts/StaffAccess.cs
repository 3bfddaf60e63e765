using System.Security.Claims;
using Livelihood.Platform.Agencies;

namespace Livelihood.Platform.Accounts;

/// <summary>
/// The one place that decides what staff may do, and for which agency. Grants come from the sign-in's claims, which
/// are made of the account's role assignments and renewed every few minutes.
/// </summary>
public sealed class StaffAccess(IAgencyDirectory agencies)
{
    /// <summary>The type of the claim that holds one grant: permission, reach and agency.</summary>
    public const string GrantClaim = "livelihood:grant";

    /// <summary>Whether the person may do this somewhere.</summary>
    public static bool May(ClaimsPrincipal person, string permission) => Grants(person).Any(g => g.Permission == permission);

    /// <summary>Whether the person may do this for that agency.</summary>
    public async Task<bool> MayAsync(
        ClaimsPrincipal person, string permission, string agencyId, CancellationToken cancellation = default)
    {
        var reach = await AgenciesAsync(person, permission, cancellation);
        return reach.Everything || reach.Ids.Contains(agencyId);
    }

    /// <summary>The agencies for which the person may do this; for filtering lists.</summary>
    public async Task<AgencyReach> AgenciesAsync(
        ClaimsPrincipal person, string permission, CancellationToken cancellation = default)
    {
        var grants = Grants(person).Where(g => g.Permission == permission).ToList();
        if (grants.Exists(g => g.Reach == RoleReach.All))
        {
            return new(Everything: true, new HashSet<string>());
        }

        var ids = new HashSet<string>(grants.Select(g => g.AgencyId), StringComparer.Ordinal);
        if (grants.Exists(g => g.Reach == RoleReach.Subtree))
        {
            var all = await agencies.AllAsync(cancellation);
            var roots = grants.Where(g => g.Reach == RoleReach.Subtree).Select(g => g.AgencyId).ToHashSet(StringComparer.Ordinal);
            ids.UnionWith(all.Where(a => a.LineFrom(all).Any(x => roots.Contains(x.Id))).Select(a => a.Id));
        }

        return new(Everything: false, ids);
    }

    /// <summary>The claim of one grant.</summary>
    public static Claim ClaimOf(string permission, RoleReach reach, string agencyId) =>
        new(GrantClaim, $"{permission}|{reach}|{agencyId}");

    private static IEnumerable<(string Permission, RoleReach Reach, string AgencyId)> Grants(ClaimsPrincipal person) =>
        person.FindAll(GrantClaim)
            .Select(c => c.Value.Split('|', 3))
            .Select(p => (p[0], Enum.Parse<RoleReach>(p[1]), p[2]));
}

/// <summary>The agencies that a grant reaches.</summary>
/// <param name="Everything">All agencies, now and later.</param>
/// <param name="Ids">Otherwise these.</param>
public sealed record AgencyReach(bool Everything, IReadOnlySet<string> Ids)
{
    /// <summary>For queries: <c>reach.Everything || reach.Ids.Contains(x.AgencyId)</c>.</summary>
    public bool Covers(string agencyId) => Everything || Ids.Contains(agencyId);
}
