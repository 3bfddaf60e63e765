using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Livelihood.Platform.Audit;

/// <summary>An entry that waits for its place in the chain.</summary>
internal sealed record AuditDraft(
    DateTimeOffset AtUtc, string Actor, string Action, string SubjectType, string SubjectId, object? Details);

/// <summary>
/// One link of the audit chain: who did what to which subject, when, and the hash of the link before. Rows are only
/// ever added; the database refuses to change or delete them.
/// </summary>
public sealed class AuditEntry
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The place in the chain, from 1, without gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>When, to the millisecond.</summary>
    public DateTimeOffset AtUtc { get; init; }

    /// <summary>See <see cref="ICurrentActor"/>.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, such as <c>content.published</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The kind of thing it was done to.</summary>
    public required string SubjectType { get; init; }

    /// <summary>The thing's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Further facts as JSON, without personal data.</summary>
    public required string Details { get; init; }

    /// <summary>The predecessor's hash; 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over the canonical entry, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The hash that stands before the first entry.</summary>
    public static readonly string Genesis = new('0', 64);

    internal static AuditEntry After(AuditEntry? previous, AuditDraft draft)
    {
        var sequence = (previous?.Sequence ?? 0) + 1;
        var before = previous?.Hash ?? Genesis;
        var details = draft.Details is null ? "{}" : JsonSerializer.Serialize(draft.Details, Json);
        return new()
        {
            Sequence = sequence,
            AtUtc = draft.AtUtc,
            Actor = draft.Actor,
            Action = draft.Action,
            SubjectType = draft.SubjectType,
            SubjectId = draft.SubjectId,
            Details = details,
            PreviousHash = before,
            Hash = HashOf(sequence, draft.AtUtc, draft.Actor, draft.Action, draft.SubjectType, draft.SubjectId, details, before),
        };
    }

    /// <summary>The hash that this entry ought to have.</summary>
    public string ComputeHash() =>
        HashOf(Sequence, AtUtc, Actor, Action, SubjectType, SubjectId, Details, PreviousHash);

    // The canonical entry: a JSON array of strings, so that no two different entries can be written the same way.
    private static string HashOf(long sequence, DateTimeOffset at, params string[] rest)
    {
        string[] canonical = [sequence.ToString(), at.ToUnixTimeMilliseconds().ToString(), .. rest];
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(canonical, Json)));
    }
}
