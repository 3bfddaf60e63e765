using Livelihood.Disclosure.Domain.Reminders;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Reminders;

/// <summary>Somebody who is to be reminded.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Email">Its address; null: it cannot be reached by mail, which is put on record.</param>
/// <param name="WithoutNews">Whether it wants no news; it is reminded of deadlines all the same.</param>
internal sealed record Receiver(Guid AccountId, string? Email, bool WithoutNews);

/// <summary>Who is reminded of which agency's requests, by roles and how far they reach. Read once for a run.</summary>
internal sealed class ReminderReceivers
{
    private static readonly Dictionary<Reminded, string> Permission = new()
    {
        [Reminded.Handler] = Permissions.HandleRequests, [Reminded.Head] = Permissions.ApproveRequests, [Reminded.Supervisor] = Permissions.SuperviseRequests,
    };

    private readonly List<(Receiver Receiver, string AgencyId, RoleDefinition Role)> _held;
    private readonly Dictionary<string, IReadOnlyList<string>> _lines;

    private ReminderReceivers(List<(Receiver, string, RoleDefinition)> held, Dictionary<string, IReadOnlyList<string>> lines) => (_held, _lines) = (held, lines);

    public static async Task<ReminderReceivers> ReadAsync(PortalDbContext db, IAgencyDirectory agencies, CancellationToken cancellation)
    {
        var roles = (await db.Set<RoleDefinition>().AsNoTracking().ToListAsync(cancellation))
            .Where(role => Permission.Values.Any(role.Permissions.Contains)).ToDictionary(role => role.Name, StringComparer.Ordinal);
        var names = roles.Keys.ToList();
        var held = await db.Set<RoleAssignment>().AsNoTracking().Where(assignment => names.Contains(assignment.Role))
            .Join(db.Users, assignment => assignment.AccountId, account => account.Id, (assignment, account) =>
                new { account.Id, account.Email, account.WithoutNews, assignment.Role, assignment.AgencyId })
            .ToListAsync(cancellation);
        var all = await agencies.AllAsync(cancellation);
        return new(
            [.. held.Select(h => (new Receiver(h.Id, h.Email, h.WithoutNews), h.AgencyId, roles[h.Role]))],
            all.ToDictionary(agency => agency.Id, IReadOnlyList<string> (agency) => [.. agency.LineFrom(all).Select(a => a.Id)], StringComparer.Ordinal));
    }

    /// <summary>Who is to be reminded of a request of an agency; where nobody is responsible who has an address, all who can handle it.</summary>
    /// <param name="who">As what.</param>
    /// <param name="agencyId">The agency.</param>
    /// <param name="assignedTo">The account responsible, as in the audit chain, or null.</param>
    public IEnumerable<Receiver> Of(Reminded who, string agencyId, string? assignedTo)
    {
        var able = _held.Where(h => h.Role.Permissions.Contains(Permission[who]) && Reaches(h.AgencyId, h.Role.Reach, agencyId)).Select(h => h.Receiver).Distinct().ToList();
        var responsible = who == Reminded.Handler ? able.Where(receiver => $"account:{receiver.AccountId}" == assignedTo).ToList() : [];
        return responsible.Exists(receiver => receiver.Email is not null) ? responsible : able;
    }

    private bool Reaches(string heldAt, RoleReach reach, string agencyId) => reach switch
    {
        RoleReach.All => true,
        RoleReach.Subtree => _lines.GetValueOrDefault(agencyId, []).Contains(heldAt),
        _ => heldAt == agencyId,
    };
}
