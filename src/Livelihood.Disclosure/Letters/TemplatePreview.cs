using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Time;

namespace Livelihood.Disclosure.Letters;

/// <summary>Shows a text of the letters as it would print, with a real request, masked, or with made-up facts.</summary>
public sealed class TemplatePreview(LetterCases cases, RemedyTexts remedies, Wordings wordings, IAgencyDirectory agencies, IWorkingDayCalendars calendars, ChinaClock clock)
{
    /// <summary>A letter by the text that is being edited.</summary>
    /// <param name="key">Which text: a template or a remedy.</param>
    /// <param name="text">What was typed, without objections.</param>
    /// <param name="desk">A request that the person may see; null: made-up facts.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<LetterText> OfAsync(WordingKey key, string text, DeskRequest? desk, CancellationToken cancellation = default)
    {
        var (today, calendar) = (clock.Today, await calendars.CurrentAsync(cancellation));
        var kind = key.Letter ?? LetterKinds.Get(key.Remedy == Remedy.Choice ? 12 : 14);
        var history = desk?.Occasion.History ?? new([new Submitted(today, Channel.Internet), new Confirmed(today)]);
        var agency = desk?.Details.Agency ?? (await agencies.AllAsync(cancellation)).First(agency => agency.AcceptsRequests);
        var of = desk is null ? Sample(agency, calendar) : await cases.MaskedAsync(desk.Details.Request, calendar, cancellation);
        var values = LetterValues.OfCase(of, history, today);
        foreach (var (field, value) in Told(kind, history, of).Where(told => !string.IsNullOrWhiteSpace(told.Value)))
        {
            values[field] = value;
        }

        values[LetterFields.RemedyText] = key.Remedy is null
            ? (await remedies.OfAsync(agency.Id, LetterValues.OutcomeBehind(kind, history), today, cancellation: cancellation)).Text
            : await remedies.FillAsync(text, agency.Id, today, cancellation);
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
