using System.Security.Claims;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;

namespace Livelihood.Disclosure.Letters;

/// <summary>Shows a text of the letters as it would print, with a real request, masked, or with made-up facts.</summary>
public sealed class TemplatePreview(
    PortalDbContext db, RequestQueries queries, RequestAccess access, LetterCases cases, RemedyTexts remedies, Wordings wordings, IAgencyDirectory agencies,
    IWorkingDayCalendars calendars, IAuditTrail audit, ChinaClock clock)
{
    /// <summary>The action of looking at a request in a preview: what is asked for is readable, who asks is not.</summary>
    public const string ReadAction = "request.letter-previewed";

    /// <summary>A request that the person may preview letters with; null where there is none.</summary>
    public async Task<RequestDetails?> FindAsync(ClaimsPrincipal person, string number, CancellationToken cancellation = default) =>
        await queries.FindAsync(number, cancellation) is { } details && (await access.PreviewedAsync(person, cancellation)).Covers(details.Request.AgencyId) ? details : null;

    /// <summary>A letter by the text that is being edited; a look at a request is put on record.</summary>
    /// <param name="key">Which text: a template or a remedy.</param>
    /// <param name="text">What was typed, without objections.</param>
    /// <param name="shown">A request that <see cref="FindAsync"/> found; null: made-up facts.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<LetterText> OfAsync(WordingKey key, string text, RequestDetails? shown, CancellationToken cancellation = default)
    {
        if (shown is not null)
        {
            audit.Record(ReadAction, nameof(DisclosureRequest), shown.Request.Number, new { key.Key });
            await db.SaveChangesAsync(cancellation);
        }

        var (today, calendar) = (clock.Today, await calendars.CurrentAsync(cancellation));
        var kind = key.Letter ?? LetterKinds.Get(key.Remedy == Remedy.Choice ? 12 : 14);
        var history = shown is not null ? new RequestHistory([.. shown.History.Select(entry => entry.Event)]) : new([new Submitted(today, Channel.Internet), new Confirmed(today)]);
        var agency = shown?.Agency ?? (await agencies.AllAsync(cancellation)).First(agency => agency.AcceptsRequests);
        var of = shown is null ? Sample(agency, calendar) : await cases.MaskedAsync(shown.Request, calendar, cancellation);
        var values = LetterValues.OfCase(kind, of, history, today);
        foreach (var (field, value) in Told(kind, history, of).Where(told => !string.IsNullOrWhiteSpace(told.Value)))
        {
            values[field] = value;
        }

        values[LetterFields.RemedyText] = key.Remedy is null
            ? (await remedies.OfAsync(agency.Id, LetterValues.OutcomeBehind(kind, history), today, kind.Itself, cancellation: cancellation)).Text
            : await remedies.FillAsync(text, agency.Id, today, kind.Itself, cancellation);
        foreach (var field in kind.Fields.Where(field => field.Only is null && string.IsNullOrWhiteSpace(values.GetValueOrDefault(field.Name))))
        {
            values[field.Name] = $"（{field.Name}）";
        }

        var draft = new LetterDraft(kind, today, values, kind is { To: LetterTo.Office, Number: not 9 } ? null : LetterComposition.Addressee(kind, of, "（收件人）"));
        return draft.Write(of, key.Letter is null ? (await wordings.InForceAsync([WordingKey.Of(kind)], today, cancellation: cancellation))[WordingKey.Of(kind).Key].Text : text, kind.IsNumbered ? LetterWriting.NoNumberYet : of.Number);
    }

    /// <summary>What the request's own events say in this letter, the last of them.</summary>
    private static IReadOnlyList<(string Field, string? Value)> Told(LetterKind kind, RequestHistory history, LetterCase of)
    {
        for (var i = history.Events.Count - 1; i >= 0; i--)
        {
            var (about, _, kinds) = EventLetters.Of(new(history.Events.Take(i).ToList()), history.Events[i]);
            if (kinds.Contains(kind))
            {
                return LetterValues.OfEvent(about, history, of);
            }
        }

        return [];
    }

    private LetterCase Sample(Agency agency, WorkingDayCalendar calendar) => new(
        RequestNumber.Of(agency.Id, clock.Today.Year, 0), agency.Name, LetterCase.ContactOf(agency.RequestPhone, agency.RequestAddress), Channel.Internet,
        ChinaClock.Local(clock.UtcNow), new("（申请内容）", null, null, WantedForm.Electronic, DeliveryWay.PickUp),
        new(RequesterKind.Natural, "（申请人）", null, IdentityDocumentKind.ResidentCard, "（号码）", "（电话）", null, null, null, null), calendar);
}
