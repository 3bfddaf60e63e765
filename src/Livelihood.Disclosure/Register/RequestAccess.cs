using System.Security.Claims;
using Livelihood.Disclosure.Domain;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;

namespace Livelihood.Disclosure.Register;

/// <summary>The one place that decides which member of staff sees and handles which agency's requests.</summary>
public sealed class RequestAccess(StaffAccess staff, IAgencyDirectory agencies)
{
    private static readonly string[] s_seeing = [Permissions.HandleRequests, Permissions.ApproveRequests, Permissions.SuperviseRequests];

    private static readonly (string Permission, EventSource Source)[] s_sources =
    [
        (Permissions.HandleRequests, EventSource.Handler), (Permissions.ApproveRequests, EventSource.Head), (Permissions.SuperviseRequests, EventSource.Supervisor),
    ];

    /// <summary>The agencies whose requests the person may see.</summary>
    public Task<AgencyReach> VisibleAsync(ClaimsPrincipal person, CancellationToken cancellation = default) => ReachAsync(person, s_seeing, cancellation);

    /// <summary>The agencies with whose requests the person may preview letters, who asks masked: those that it sees, and those of whose letters it edits the texts.</summary>
    public Task<AgencyReach> PreviewedAsync(ClaimsPrincipal person, CancellationToken cancellation = default) =>
        ReachAsync(person, [.. s_seeing, Permissions.ManageSite], cancellation);

    /// <summary>The agencies whose office the person leads or supervises.</summary>
    public Task<AgencyReach> OverseenAsync(ClaimsPrincipal person, CancellationToken cancellation = default) =>
        ReachAsync(person, [Permissions.ApproveRequests, Permissions.SuperviseRequests], cancellation);

    /// <summary>Whether the person may confirm and handle an agency's requests and read who asks.</summary>
    public Task<bool> MayHandleAsync(ClaimsPrincipal person, string agencyId, CancellationToken cancellation = default) =>
        staff.MayAsync(person, Permissions.HandleRequests, agencyId, cancellation);

    /// <summary>The agencies whose requests the person may enter and handle.</summary>
    public Task<AgencyReach> HandledAsync(ClaimsPrincipal person, CancellationToken cancellation = default) =>
        staff.AgenciesAsync(person, Permissions.HandleRequests, cancellation);

    /// <summary>The agencies that the person supervises.</summary>
    public Task<AgencyReach> SupervisedAsync(ClaimsPrincipal person, CancellationToken cancellation = default) =>
        staff.AgenciesAsync(person, Permissions.SuperviseRequests, cancellation);

    /// <summary>As what the person may act on an agency's requests.</summary>
    public async Task<IReadOnlySet<EventSource>> SourcesAsync(ClaimsPrincipal person, string agencyId, CancellationToken cancellation = default)
    {
        var sources = new HashSet<EventSource>();
        foreach (var (permission, source) in s_sources)
        {
            if (await staff.MayAsync(person, permission, agencyId, cancellation))
            {
                sources.Add(source);
            }
        }

        return sources;
    }

    private async Task<AgencyReach> ReachAsync(ClaimsPrincipal person, IEnumerable<string> permissions, CancellationToken cancellation)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var permission in permissions)
        {
            var reach = await staff.AgenciesAsync(person, permission, cancellation);
            if (reach.Everything)
            {
                return reach;
            }

            ids.UnionWith(reach.Ids);
        }

        // Whoever reaches every agency there is, such as the supervisor of a city, is not asked of which: lists are read in their order then.
        return ids.Count > 0 && (await agencies.AllAsync(cancellation)).All(agency => ids.Contains(agency.Id))
            ? new(Everything: true, new HashSet<string>())
            : new(Everything: false, ids);
    }
}
