namespace Livelihood.Api.Tokens;

/// <summary>What a token lets its system do.</summary>
public static class ApiScopes
{
    /// <summary>推送草稿: make and change drafts of its agency.</summary>
    public const string Write = "items.write";

    /// <summary>推送并送审: also send them for review.</summary>
    public const string Submit = "items.submit";

    /// <summary>Each scope with what people are told of it. The wider one has all rights of the narrower.</summary>
    public static readonly IReadOnlyList<(string Name, string Text)> All =
        [(Write, "推送草稿：新建、修改本机关的草稿"), (Submit, "推送并送审：推送草稿，并且可以送保密审查")];
}

/// <summary>The right of an agency's own system to push items. The secret itself is nowhere: only its hash is kept.</summary>
public sealed class ApiToken
{
    /// <summary>Names it in the audit chain, as <c>token:{id}</c>.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Which system uses it.</summary>
    public required string Name { get; init; }

    /// <summary>The agency whose items it writes.</summary>
    public required string AgencyId { get; init; }

    /// <summary>One of <see cref="ApiScopes"/>.</summary>
    public required string Scope { get; init; }

    /// <summary>SHA-256 of the secret, in lower-case hexadecimal. 256 random bits need no salt.</summary>
    public required string Hash { get; init; }

    /// <summary>The secret's beginning, by which people tell tokens apart.</summary>
    public required string Beginning { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>The last day on which it works, in Asia/Shanghai.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>When it was revoked, or null.</summary>
    public DateTimeOffset? RevokedUtc { get; set; }

    /// <summary>The last day on which it was used, or null. To the day, so that reading it costs no write each time.</summary>
    public DateOnly? LastUsedOn { get; init; }
}
