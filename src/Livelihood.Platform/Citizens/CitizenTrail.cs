using Livelihood.Platform.Audit;
using Livelihood.Platform.Citizens.Data;

namespace Livelihood.Platform.Citizens;

/// <summary>
/// Enters what is done with citizens' accounts in the audit chain: the account's id and nothing else of the person. The
/// actor is the account, also where somebody of staff is signed in with the same browser.
/// </summary>
public sealed class CitizenTrail(IAuditTrail audit)
{
    /// <summary>What stands before the account's id in the name of the actor.</summary>
    public const string ActorPrefix = "citizen:";

    /// <summary>Stages an entry on an account.</summary>
    public void Record(string action, Guid account, object? details = null)
    {
        using var acting = ActingActor.Begin(ActorPrefix + account);
        audit.Record(action, nameof(CitizenAccount), account.ToString(), details);
    }

    /// <summary>Stages an entry on a code, which nobody has used yet.</summary>
    public void Record(string action, CitizenCode code)
    {
        using var acting = ActingActor.Begin(HttpActor.Public);
        audit.Record(action, nameof(CitizenCode), code.Id.ToString(), new { Purpose = code.Purpose.ToString() });
    }
}
