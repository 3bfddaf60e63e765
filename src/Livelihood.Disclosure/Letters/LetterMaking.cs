using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;

namespace Livelihood.Disclosure.Letters;

/// <summary>What the audit chain keeps of a letter; the fingerprint is that of the encrypted text, which tells nothing of it.</summary>
public sealed record LetterMade(Guid Id, int Kind, string? Number, int TemplateVersion, string Sha256);

/// <summary>
/// Makes letters in the transaction of what they tell of: number, text and event commit together or not at all, so that
/// numbers have neither gaps nor doubles.
/// </summary>
public sealed class LetterMaking(
    PortalDbContext db, LetterDrafts drafts, LetterWriting writing, LetterCases cases, IAgencyDirectory agencies, PersonalData personalData, ICurrentActor actor, ChinaClock clock)
{
    /// <summary>Stages the letters of an event; to be called before the event is appended, in its unit of work.</summary>
    /// <param name="request">The request.</param>
    /// <param name="before">Its events.</param>
    /// <param name="next">The event.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="party">Who is consulted, or null.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The event, a reply with its letter's number; and what was made, for the audit entry.</returns>
    /// <exception cref="DisclosureRuleException">Something that a letter must say is missing.</exception>
    public async Task<(RequestEvent Event, IReadOnlyList<LetterMade> Made)> OfEventAsync(
        DisclosureRequest request, RequestHistory before, RequestEvent next, WorkingDayCalendar calendar, string? party = null, CancellationToken cancellation = default)
    {
        if (EventLetters.Of(before, next).Kinds.Count == 0)
        {
            return (next, []);
        }

        var of = await cases.OfAsync(request, calendar, cancellation);
        var wanted = await drafts.OfEventAsync(request.Id, before, next, of, party, isMasked: false, cancellation);
        var written = await writing.WriteAsync(
            [.. wanted.Select(one => one.Draft)], of, request.AgencyId, new([.. before.Events, next]), draft => NumberAsync(request.AgencyId, draft.On.Year, cancellation), cancellation);
        var made = written.Zip(wanted).Select(pair => Keep(request, request.Revision + 1, pair.First, Guid.CreateVersion7(), pair.Second.ReplacesId)).ToList();
        return (WithNumber(next, made[0].Number), made);
    }

    /// <summary>Stages a letter that somebody wrote by hand; the caller records the audit entry and saves.</summary>
    /// <exception cref="DisclosureRuleException">Something that the letter must say is missing.</exception>
    public async Task<LetterMade> ByHandAsync(
        DisclosureRequest request, LetterDraft draft, LetterCase of, RequestHistory history, Guid id, CancellationToken cancellation = default)
    {
        var written = await writing.WriteAsync([draft], of, request.AgencyId, history, _ => NumberAsync(request.AgencyId, draft.On.Year, cancellation), cancellation);
        return Keep(request, request.Revision, written[0], id, replaces: null);
    }

    private LetterMade Keep(DisclosureRequest request, int sequence, WrittenLetter letter, Guid id, Guid? replaces)
    {
        var row = new LetterRow
        {
            Id = id,
            RequestId = request.Id,
            AgencyId = request.AgencyId,
            Sequence = sequence,
            Kind = letter.Kind.Number,
            Number = letter.Kind.IsNumbered ? letter.Text.Number : null,
            On = letter.Text.On,
            TemplateVersion = letter.TemplateVersion,
            ReplacesId = replaces,
            MadeUtc = clock.UtcNow,
            Actor = actor.Current,
        };
        var text = new LetterTextRow { LetterId = id, Protected = personalData.ProtectText(JsonSerializer.Serialize(letter.Text)) };
        db.Add(row);
        db.Add(text);
        return new(id, row.Kind, row.Number, row.TemplateVersion, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Protected))));
    }

    private async Task<string> NumberAsync(string agencyId, int year, CancellationToken cancellation)
    {
        var agency = (await agencies.FindAsync(agencyId, cancellation))!;
        var serial = await db.NextNumberAsync($"disclosure-letters:{agencyId}:{year}", cancellation);
        return LetterNumber.Of(agency.DocumentCodes.FirstOrDefault() ?? agency.ShortName, year, serial);
    }

    private static RequestEvent WithNumber(RequestEvent next, string? number) => next switch
    {
        Replied reply when number is not null => reply with { Letter = number },
        RecordCorrected { Right: Replied reply } correction when number is not null => correction with { Right = reply with { Letter = number } },
        _ => next,
    };
}
