using Livelihood.Platform.Data;
using Livelihood.Platform.Time;

namespace Livelihood.Platform.Audit;

/// <summary>The one place that makes audit entries.</summary>
public interface IAuditTrail
{
    /// <summary>
    /// Stages an entry; it is written, chained, in the same transaction as the next save of this scope's context.
    /// </summary>
    /// <param name="action">What is done, such as <c>content.published</c>.</param>
    /// <param name="subjectType">The kind of thing it is done to.</param>
    /// <param name="subjectId">The thing's id.</param>
    /// <param name="details">Further facts, without personal data.</param>
    void Record(string action, string subjectType, string subjectId, object? details = null);

    /// <summary>The hash of the last entry written in this scope, or null; a receipt carries it.</summary>
    string? LastHash { get; }
}

internal sealed class AuditTrail(PortalDbContext db, ICurrentActor actor, ChinaClock clock) : IAuditTrail
{
    public void Record(string action, string subjectType, string subjectId, object? details = null) =>
        db.Stage(new(clock.UtcNow, actor.Current, action, subjectType, subjectId, details));

    public string? LastHash => db.LastAuditHash;
}
