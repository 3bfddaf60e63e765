using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Keeping;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Letters;

/// <summary>A draft with the letter that it would take the place of.</summary>
public sealed record EventDraft(LetterDraft Draft, Guid? ReplacesId);

/// <summary>The drafts of an event's letters, with what they take the place of after a correction of the record.</summary>
public sealed class LetterDrafts(PortalDbContext db, PersonalData personalData)
{
    /// <summary>The drafts; none where the event makes no letter.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="before">Its events.</param>
    /// <param name="next">The event.</param>
    /// <param name="of">What letters of the request are made from.</param>
    /// <param name="party">Who is consulted, or null.</param>
    /// <param name="isMasked">Whether the name of who was consulted earlier is masked.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<IReadOnlyList<EventDraft>> OfEventAsync(
        Guid requestId, RequestHistory before, RequestEvent next, LetterCase of, string? party, bool isMasked, CancellationToken cancellation = default)
    {
        var (about, corrects, kinds) = EventLetters.Of(before, next);
        var after = new RequestHistory([.. before.Events, next]);
        if (kinds.Count == 0 || corrects is not { } sequence)
        {
            return [.. kinds.Select(kind => new EventDraft(LetterComposition.Of(kind, next.On, about, after, of, party), null))];
        }

        var (earlier, consulted) = (await EarlierAsync(requestId, before, sequence, cancellation), await PartyAsync(requestId, sequence, cancellation));
        var name = consulted is not null && isMasked ? Mask.Name(consulted) : consulted;
        return
        [
            .. kinds.Select(kind =>
            {
                var row = earlier.FirstOrDefault(row => row.Kind == kind.Number || (row.Kind is 6 or 8 && kind.Number is 6 or 8));
                return new EventDraft(
                    LetterComposition.Of(kind, next.On, about, after, of, name) with { Replaces = row is null ? Unkept(kind.NameIn(before.Matter), before.Effective[sequence - 1]) : new(LetterKinds.Get(row.Kind).NameIn(before.Matter), row.Number ?? of.Number, row.On) },
                    row?.Id);
            }),
        ];
    }

    /// <summary>A letter from before letters were kept.</summary>
    private static ReplacedLetter Unkept(string name, RequestEvent corrected) => new(name, (corrected as Replied)?.Letter, corrected.On);

    /// <summary>The letters of an entry and of its earlier corrections, the last first.</summary>
    private async Task<IReadOnlyList<LetterRow>> EarlierAsync(Guid requestId, RequestHistory before, int sequence, CancellationToken cancellation)
    {
        var entries = before.Events.Index().Where(entry => entry.Item is RecordCorrected correction && correction.Sequence == sequence)
            .Select(entry => entry.Index + 1).Append(sequence).ToList();
        return await db.Set<LetterRow>().AsNoTracking().Where(row => row.RequestId == requestId && entries.Contains(row.Sequence))
            .OrderByDescending(row => row.Sequence).ToListAsync(cancellation);
    }

    private async Task<string?> PartyAsync(Guid requestId, int sequence, CancellationToken cancellation) =>
        (await db.Set<EventPartyRow>().Where(row => row.RequestId == requestId && row.Sequence == sequence).Select(row => row.Protected).FirstOrDefaultAsync(cancellation)
            ?? await db.Set<RequestEventRow>().Where(row => row.RequestId == requestId && row.Sequence == sequence).Select(row => row.Protected).SingleAsync(cancellation)) is { } kept
            ? personalData.UnprotectText(kept)
            : null;
}
