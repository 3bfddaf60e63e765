using System.Text.Json;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Keeping;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Letters;

/// <summary>A letter in a list; nothing of what it says.</summary>
/// <param name="Row">The letter.</param>
/// <param name="ReplacedOn">The day on which another took its place, or null.</param>
public sealed record ListedLetter(LetterRow Row, DateOnly? ReplacedOn)
{
    /// <summary>Which of the 25.</summary>
    public LetterKind Kind => LetterKinds.Get(Row.Kind);
}

/// <summary>Lists and reads letters that were made.</summary>
public sealed class LetterReading(PortalDbContext db, IAuditTrail audit, PersonalData personalData)
{
    /// <summary>The most letters that a list shows.</summary>
    public const int Most = 200;

    /// <summary>Whether people with these roles may read a letter: those that do not go to the requester are for the office alone.</summary>
    public static bool MayRead(IReadOnlySet<EventSource> sources, LetterKind kind) =>
        sources.Contains(EventSource.Handler) || sources.Contains(EventSource.Head) || (sources.Contains(EventSource.Supervisor) && kind.To == LetterTo.Requester);

    /// <summary>The letters of a request, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<ListedLetter>> ListAsync(Guid requestId, CancellationToken cancellation = default)
    {
        var rows = await db.Set<LetterRow>().AsNoTracking().Where(row => row.RequestId == requestId)
            .OrderBy(row => row.Sequence).ThenBy(row => row.MadeUtc).ThenBy(row => row.Kind).Take(Most).ToListAsync(cancellation);
        return [.. rows.Select(row => new ListedLetter(row, rows.FirstOrDefault(later => later.ReplacesId == row.Id)?.On))];
    }

    /// <summary>The letters of a request that left the office and were no reply; of one that was made anew, the new one.</summary>
    public async Task<IReadOnlyList<SentLetter>> SentAsync(Guid requestId, RequestMatter matter, CancellationToken cancellation = default) =>
        SentOf(await ListAsync(requestId, cancellation), matter);

    /// <inheritdoc cref="SentAsync"/>
    public static IReadOnlyList<SentLetter> SentOf(IReadOnlyList<ListedLetter> letters, RequestMatter matter) =>
    [
        .. letters.Where(letter => letter.ReplacedOn is null && letter.Kind.To != LetterTo.Office && !ServiceProof.IsReply(letter.Kind.Number, matter))
            .Select(letter => new SentLetter($"《{letter.Kind.NameIn(matter)}》{(letter.Row.Number is { } number ? $"（{number}）" : "")}", letter.Kind.To, letter.Row.On)),
    ];

    /// <summary>A letter of a request, or null.</summary>
    public Task<LetterRow?> FindAsync(Guid requestId, Guid id, CancellationToken cancellation = default) =>
        db.Set<LetterRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.RequestId == requestId, cancellation);

    /// <summary>What a letter says; null where its text was deleted after its time.</summary>
    public async Task<LetterText?> ReadAsync(LetterRow letter, CancellationToken cancellation = default) =>
        await db.Set<LetterTextRow>().AsNoTracking().Where(text => text.LetterId == letter.Id).Select(text => text.Protected).SingleOrDefaultAsync(cancellation) is { } kept
            ? JsonSerializer.Deserialize<LetterText>(personalData.UnprotectText(kept))
            : null;

    /// <summary>What a letter says, for staff: an audited reading of personal data.</summary>
    public async Task<LetterText?> ReadByStaffAsync(string number, LetterRow letter, CancellationToken cancellation = default)
    {
        audit.Record(ReadingLog.Letter, nameof(DisclosureRequest), number, new { letter.Id, letter.Kind, letter.Number });
        await db.SaveChangesAsync(cancellation);
        return await ReadAsync(letter, cancellation);
    }

    /// <summary>The entries of a history whose letters were not kept, as they were recorded before letters were.</summary>
    public static IReadOnlyList<(int Sequence, RequestEvent Event)> Missing(IReadOnlyList<RequestEvent> events, IReadOnlyList<ListedLetter> letters)
    {
        var kept = letters.Select(letter => letter.Row.Sequence).ToHashSet();
        return
        [
            .. events.Select((happened, index) => (Sequence: index + 1, Event: happened))
                .Where(entry => !kept.Contains(entry.Sequence) && EventLetters.Of(new(events.Take(entry.Sequence - 1).ToList()), entry.Event).Kinds.Count > 0),
        ];
    }
}
