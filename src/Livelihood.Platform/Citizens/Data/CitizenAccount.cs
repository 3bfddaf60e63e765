namespace Livelihood.Platform.Citizens.Data;

/// <summary>
/// A citizen's account: it collects requests and opens nothing else. It has nothing in common with the accounts of staff.
/// Who it belongs to is known by an e-mail address, or by the identity that a provider vouches for.
/// </summary>
public sealed class CitizenAccount
{
    /// <summary>The row's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The keyed hash of the address, to find the account; null: only a provider's identity.</summary>
    public string? AddressHash { get; set; }

    /// <summary>The address, encrypted; null where there is none.</summary>
    public string? Address { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>The last sign-in.</summary>
    public DateTimeOffset? SignedInUtc { get; set; }

    /// <summary>Sessions hold it; a new one ends them all.</summary>
    public Guid Stamp { get; set; } = Guid.NewGuid();

    /// <summary>The password's slow, salted hash; null: no password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>The key of the authenticator app, encrypted; null: no second factor.</summary>
    public string? TotpKey { get; set; }

    /// <summary>The step whose one-time password was taken last.</summary>
    public long? TotpStep { get; set; }

    /// <summary>Keyed hashes of the recovery codes that are left.</summary>
    public List<string> RecoveryCodes { get; set; } = [];

    /// <summary>Tries of password or second factor since the last sign-in.</summary>
    public int WrongTries { get; init; }

    /// <summary>No password and no second factor is looked at before this.</summary>
    public DateTimeOffset? RefusedUntilUtc { get; init; }

    /// <summary>Whether a one-time password is asked at every sign-in.</summary>
    public bool HasSecondFactor => TotpKey is not null;
}

/// <summary>An identity of an OpenID Connect provider that opens an account.</summary>
public sealed class CitizenLogin
{
    /// <summary>The keyed hash of the provider's issuer and its <c>sub</c>.</summary>
    public required string SubjectHash { get; init; }

    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>When it was bound.</summary>
    public DateTimeOffset BoundUtc { get; init; }
}
