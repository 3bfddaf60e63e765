using Livelihood.Platform.Data;

namespace Livelihood.Platform.Forms;

/// <summary>A form that was sent to the console after the session had ended, until its sender has signed in again.</summary>
[Unaudited("A working copy of what was typed; saving it is audited by whoever saves.")]
public sealed class KeptPost
{
    /// <summary>The row's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who sent it; nobody else gets it back.</summary>
    public Guid AccountId { get; init; }

    /// <summary>Where it was sent, path and query below the path base.</summary>
    public required string Action { get; init; }

    /// <summary>The page with the form, path and query below the path base.</summary>
    public required string Page { get; init; }

    /// <summary>The form, sealed for this account.</summary>
    public required string Sealed { get; init; }

    /// <summary>When it was kept.</summary>
    public DateTimeOffset KeptUtc { get; init; }
}
