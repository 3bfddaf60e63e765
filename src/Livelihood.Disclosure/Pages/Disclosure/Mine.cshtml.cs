using Livelihood.Content.Feeds;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>A request as its requester follows it: where it stands, which days matter, what can be done.</summary>
public sealed class MineModel(RequesterDesk desk, RequestPass pass, RemedyTexts remedyTexts, PublicAddresses addresses) : PageModel
{
    private DeskRequest _desk = null!;

    public DeskRequest Desk => _desk;

    public RequestDetails Details => _desk.Details;

    /// <summary>What is to be said of the deadline; null before receipt.</summary>
    public DeadlineStanding? Standing { get; private set; }

    public DateOnly ConfirmationDue { get; private set; }

    /// <summary>The day of confirmation that the estimate supposes: the one on which it is due, or the next that is left.</summary>
    public DateOnly EstimatedFrom { get; private set; }

    public Deadline? Estimate { get; private set; }

    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    public IReadOnlyList<RequestDate> Dates { get; private set; } = [];

    public IReadOnlyList<RemedyLimit> Remedies { get; private set; } = [];

    /// <summary>What can be done where the office did nothing in time.</summary>
    public IReadOnlyList<RemedyLimit> AgainstSilence { get; private set; } = [];

    /// <summary>The request as its events tell it.</summary>
    public RequestHistory Record => _desk.Occasion.History;

    /// <summary>What can be done about the outcome, in the words of its letter; null while there is none.</summary>
    public RemedyInForce? Remedy { get; private set; }

    /// <summary>The fee that is to be paid, or null.</summary>
    public FeeNoticed? Fee => Details.Request.State == RequestState.AwaitsPayment ? Record.Latest<FeeNoticed>() : null;

    /// <summary>How it ended, or null.</summary>
    public Outcome? Outcome => Record.Outcome;

    /// <summary>The history without what is the office's own; members of staff are named by their agency only.</summary>
    public IReadOnlyList<(HistoryEntry Entry, string? By)> History => [.. Details.History.Where(entry => !IsInternal(entry.Event)).Select(entry =>
        (entry, (string?)(entry.Actor == HttpActor.Public ? "申请人" : entry.Actor == HttpActor.System ? "系统" : Details.Agency.ShortName)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await desk.FindAsync(HttpContext, cancellation) is not { } found)
        {
            return RedirectToPage("/Disclosure/Status");
        }

        _desk = found;
        var (history, today, calendar) = (found.Occasion.History, found.Occasion.Today, found.Occasion.Calendar);
        Offers = RequesterDesk.OffersOf(found);
        Remedy = await RemedyAsync(cancellation);
        Dates = RequestDates.Of(history, today, calendar, Remedy?.Remedy);
        Remedies = Domain.Outcomes.Remedies.Of(history, calendar, Remedy?.Remedy);
        AgainstSilence = Silence.Of(history, today, calendar) is { Count: > 0 } ways
            ? (await remedyTexts.AgainstSilenceAsync(Details.Request.AgencyId, today, cancellation)).On(ways)
            : [];
        if (Details.Deadline is { } deadline)
        {
            Standing = DeadlineStanding.Of(history, deadline.Due, today, calendar);
        }
        else
        {
            ConfirmationDue = Receipt.ConfirmationDue(Details.Request.ArrivedOn, calendar);
            EstimatedFrom = ConfirmationDue >= today ? ConfirmationDue : Receipt.ConfirmationDue(today, calendar);
            Estimate = ReplyClock.Read(EstimatedFrom, [], calendar);
        }

        return Page();
    }

    /// <summary>The days as iCalendar; an entry that moves keeps its name, so that a calendar program moves it too.</summary>
    public async Task<IActionResult> OnGetDatesAsync(CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await desk.FindAsync(HttpContext, cancellation) is not { } found)
        {
            return RedirectToPage("/Disclosure/Status");
        }

        _desk = found;
        var number = found.Details.Request.Number;
        var address = addresses.Of("/disclosure/requests/status");
        var matter = RequestMatters.Of(found.Details.Request.Matter);
        var stamp = found.Details.History[^1].RecordedUtc;
        var events = RequestDates.Of(found.Occasion.History, found.Occasion.Today, found.Occasion.Calendar, (await RemedyAsync(cancellation))?.Remedy).Select(date => new CalendarEvent(
            $"{number}-{date.Key}@{Request.Host.Host}", date.Day, stamp, $"{date.Name}{(date.IsProvisional ? "（暂定）" : "")}",
            $"{matter}申请 {number}。以查询页面显示的为准。", address, "依申请公开"));
        return File(CalendarText.Write($"{matter}申请 {number}", events), "text/calendar; charset=utf-8", $"{number}.ics");
    }

    /// <summary>Ends the visit, for those who sit at somebody else's computer.</summary>
    public IActionResult OnPostLeave()
    {
        pass.Take(HttpContext);
        return RedirectToPage("/Disclosure/Status");
    }

    /// <summary>By the texts that the letter of the outcome was made from: those of its day that were saved before it.</summary>
    private async Task<RemedyInForce?> RemedyAsync(CancellationToken cancellation) => Outcome is { } outcome
        && Details.History.LastOrDefault(entry => (entry.Event is RecordCorrected corrected ? corrected.Right : entry.Event) is Replied or CorrectionLapsed or FeeLapsed) is { } decided
            ? await remedyTexts.OfAsync(Details.Request.AgencyId, outcome, decided.Event.On, EventLetters.DecisionOf(_desk.Occasion.History).Itself, decided.RecordedUtc, cancellation)
            : null;

    private static bool IsInternal(RequestEvent happened) => Workflow.IsInternal(happened is RecordCorrected corrected ? corrected.Right : happened);
}
