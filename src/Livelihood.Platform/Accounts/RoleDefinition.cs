namespace Livelihood.Platform.Accounts;

/// <summary>How far a role reaches from the agency at which it is held.</summary>
public enum RoleReach
{
    /// <summary>That agency alone.</summary>
    Own,

    /// <summary>That agency and all below it.</summary>
    Subtree,

    /// <summary>Every agency.</summary>
    All,
}

/// <summary>A role as data: its Chinese name, what it may do and how far. Set by the recipe step <c>Roles</c>.</summary>
public sealed class RoleDefinition
{
    /// <summary>One of <see cref="Roles"/>, or a role of the city's own.</summary>
    public required string Name { get; init; }

    /// <summary>The name that people see, such as 经办人.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Of <see cref="Accounts.Permissions.All"/>.</summary>
    public required List<string> Permissions { get; set; }

    /// <summary>How far the role reaches.</summary>
    public RoleReach Reach { get; set; }
}
