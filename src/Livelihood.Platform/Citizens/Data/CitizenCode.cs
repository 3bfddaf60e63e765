using Livelihood.Platform.Data;

namespace Livelihood.Platform.Citizens.Data;

/// <summary>What a code in a mail is for.</summary>
public enum CodePurpose
{
    /// <summary>To sign in.</summary>
    SignIn,

    /// <summary>To become an account's new address.</summary>
    NewAddress,
}

/// <summary>A code that was sent to an address; gone soon after.</summary>
public sealed class CitizenCode
{
    /// <summary>The row's id; the browser that asked holds it, sealed.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it is for.</summary>
    public CodePurpose Purpose { get; init; }

    /// <summary>The keyed hash of the address.</summary>
    public required string AddressHash { get; init; }

    /// <summary>The address, encrypted: an account is made of it with the right code.</summary>
    public required string Address { get; init; }

    /// <summary>The keyed hash of id and code.</summary>
    public required string CodeHash { get; init; }

    /// <summary>The account that is to get the address; null for signing in.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; init; }

    /// <summary>When it was used; once.</summary>
    public DateTimeOffset? UsedUtc { get; init; }
}

/// <summary>What somebody without an account was filling in when leaving to sign in.</summary>
[Unaudited("A working copy of what was typed; filing it is audited.")]
public sealed class CitizenDraft
{
    /// <summary>The row's id; the browser that sent it holds it, sealed.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The form, sealed.</summary>
    public required string Sealed { get; init; }

    /// <summary>When it was kept.</summary>
    public DateTimeOffset KeptUtc { get; init; }
}
