using System.Security.Claims;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;

namespace Livelihood.Disclosure.AnnualReports;

/// <summary>Who reports, for which year, and whose requests are counted.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Year">The year.</param>
/// <param name="Counted">The agency alone; for a government all that belong to it too, governments below it included.</param>
public sealed record ReportScope(Agency Agency, ReportYear Year, IReadOnlyList<string> Counted)
{
    /// <summary>Whether it is a government's report, which is due later.</summary>
    public bool OfGovernment => IsGovernment(Agency);

    /// <summary>
    /// Whether an agency is a government of a county or above, whose report sums its departments: the one at the top, and those below
    /// that are called so. Agencies have no other mark; a township's government has no departments that report.
    /// </summary>
    public static bool IsGovernment(Agency agency) => agency.ParentId is null
        || (agency.Name.EndsWith("人民政府", StringComparison.Ordinal) && !agency.Name.EndsWith("镇人民政府", StringComparison.Ordinal) && !agency.Name.EndsWith("乡人民政府", StringComparison.Ordinal));

    /// <summary>The codes of the agencies whose requests an agency's report counts.</summary>
    public static IReadOnlyList<string> CountedFor(Agency agency, IReadOnlyList<Agency> all) => IsGovernment(agency)
        ? [.. all.Where(other => other.LineFrom(all).Any(above => above.Id == agency.Id)).Select(other => other.Id)]
        : [agency.Id];

    /// <summary>By when it is to be published (第四十九条).</summary>
    public DateOnly DueOn => Year.DueOn(OfGovernment);
}

/// <summary>Decides which reports a member of staff sees and writes.</summary>
public sealed class ReportScopes(IAgencyDirectory agencies, RequestAccess access, StaffAccess staff)
{
    private static readonly string[] s_writing = [Permissions.HandleRequests, Permissions.ApproveRequests, Permissions.SuperviseRequests];

    /// <summary>The agencies whose reports the person sees: all that are counted are within reach.</summary>
    public async Task<IReadOnlyList<Agency>> VisibleAsync(ClaimsPrincipal person, CancellationToken cancellation = default)
    {
        var reach = await access.VisibleAsync(person, cancellation);
        var all = await agencies.AllAsync(cancellation);
        return [.. all.Where(agency => ReportScope.CountedFor(agency, all).All(reach.Covers))];
    }

    /// <summary>The scope of a report that the person may see, or null.</summary>
    public async Task<ReportScope?> FindAsync(ClaimsPrincipal person, string agencyId, int year, CancellationToken cancellation = default) =>
        (await VisibleAsync(person, cancellation)).Any(agency => agency.Id == agencyId) ? await OfAsync(agencyId, year, cancellation) : null;

    /// <summary>The scope of a report; null where there is no such agency.</summary>
    public async Task<ReportScope?> OfAsync(string agencyId, int year, CancellationToken cancellation = default)
    {
        var all = await agencies.AllAsync(cancellation);
        return all.FirstOrDefault(agency => agency.Id == agencyId) is { } found ? new(found, new(year), ReportScope.CountedFor(found, all)) : null;
    }

    /// <summary>Whether the person may write a report that it sees.</summary>
    public async Task<bool> MayWriteAsync(ClaimsPrincipal person, ReportScope scope, CancellationToken cancellation = default)
    {
        foreach (var permission in s_writing)
        {
            if (await staff.MayAsync(person, permission, scope.Agency.Id, cancellation))
            {
                return true;
            }
        }

        return false;
    }
}
