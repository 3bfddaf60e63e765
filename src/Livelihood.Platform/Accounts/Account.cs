using Microsoft.AspNetCore.Identity;

namespace Livelihood.Platform.Accounts;

/// <summary>An account of staff. Its roles are held at agencies (<see cref="RoleAssignment"/>).</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The name that colleagues see.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Whether the person does not want mails about whose turn it is; reminders of deadlines are sent all the same.</summary>
    public bool WithoutNews { get; set; }

    /// <summary>The roles and where they are held.</summary>
    public List<RoleAssignment> Assignments { get; init; } = [];
}

/// <summary>A role held at an agency.</summary>
public sealed class RoleAssignment
{
    /// <summary>Who holds it.</summary>
    public Guid AccountId { get; init; }

    /// <summary>The role's name.</summary>
    public required string Role { get; init; }

    /// <summary>The agency's id.</summary>
    public required string AgencyId { get; init; }
}
