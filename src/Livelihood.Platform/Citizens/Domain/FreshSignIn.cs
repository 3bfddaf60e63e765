namespace Livelihood.Platform.Citizens.Domain;

/// <summary>
/// How long ago somebody may have signed in who changes how an account is opened, or deletes it: a session that was left
/// open on somebody else's computer can read, and give nothing away for good.
/// </summary>
public static class FreshSignIn
{
    /// <summary>For opening such a page.</summary>
    public static readonly TimeSpan ToOpen = TimeSpan.FromMinutes(10);

    /// <summary>For sending its form: who opened it in time has time to fill it in.</summary>
    public static readonly TimeSpan ToSend = TimeSpan.FromMinutes(20);

    /// <summary>Whether a sign-in is fresh enough.</summary>
    /// <param name="signedIn">When the person proved who it is; null: it is not known.</param>
    /// <param name="now">Now.</param>
    /// <param name="isSending">Whether a form is sent.</param>
    public static bool Is(DateTimeOffset? signedIn, DateTimeOffset now, bool isSending) =>
        signedIn is { } then && then <= now && now - then <= (isSending ? ToSend : ToOpen);
}
