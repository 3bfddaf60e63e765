namespace Livelihood.Platform.Accounts;

/// <summary>How staff sign in (<c>Portal:…</c>).</summary>
public sealed class StaffSignInOptions
{
    /// <summary>
    /// Whether staff must have set up a one-time password (TOTP) before the console opens. On, but for the
    /// demonstration in Development, where it can be tried from 账号安全.
    /// </summary>
    public bool RequireTwoFactor { get; set; } = true;
}
