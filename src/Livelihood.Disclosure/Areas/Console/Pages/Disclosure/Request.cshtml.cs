using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Pages;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>One request: masked details, deadline with derivation, history, and what the person can record.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class RequestModel(
    RequestDesk desk, RequestQueries queries, RequestRecording recording, RequesterReading reading, NewsOfRequests news, StaffNames names, ChinaClock clock) : PageModel
{
    private DeskRequest _desk = null!;

    public DeskRequest Desk => _desk;

    public RequestDetails Details => _desk.Details;

    /// <summary>Who asks; null where it was deleted after its time.</summary>
    public Requester? Requester { get; private set; }

    public bool IsUnmasked { get; private set; }

    public bool MayHandle => _desk.Sources.Contains(EventSource.Handler);

    public DeadlineStanding? Standing { get; private set; }

    public IReadOnlyList<(HistoryEntry Entry, string? By)> History { get; private set; } = [];

    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    public string? AssignedTo { get; private set; }

    /// <summary>The day on which receipt is to be confirmed.</summary>
    public DateOnly ConfirmationDue => Receipt.ConfirmationDue(Details.Request.ArrivedOn, _desk.Occasion.Calendar);

    public RequestHistory Record => _desk.Occasion.History;

    public IReadOnlyList<(string Name, Deadline Limit)> OtherLimits { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string number, CancellationToken cancellation) => ShowAsync(number, unmask: false, cancellation);

    /// <summary>Shows who asks; the reading is audited.</summary>
    public async Task<IActionResult> OnPostUnmaskAsync(string number, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        return await ShowAsync(number, unmask: true, cancellation);
    }

    /// <summary>Confirms the request as of today: the reply clock starts (R-31c).</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string number, CancellationToken cancellation)
    {
        if (await desk.FindAsync(User, number, cancellation) is not { } found)
        {
            return NotFound();
        }

        if (!found.Sources.Contains(EventSource.Handler))
        {
            return Forbid();
        }

        try
        {
            await recording.RecordAsync(new(number, BasedOn: null, found.Sources, new Confirmed(clock.Today)), cancellation);
        }
        catch (Exception problem) when (problem is DisclosureRuleException or RequestChangedException)
        {
            ModelState.AddModelError("", problem.Message);
            return await ShowAsync(number, unmask: false, cancellation);
        }

        TempData["Notice"] = "已确认收到申请，答复期限已经起算。";
        return RedirectToPage("/Disclosure/Request", new { area = "Console", number });
    }

    private async Task<IActionResult> ShowAsync(string number, bool unmask, CancellationToken cancellation)
    {
        if (await desk.FindAsync(User, number, cancellation) is not { } found)
        {
            return NotFound();
        }

        (_desk, IsUnmasked) = (found, unmask);
        if (unmask && !MayHandle)
        {
            return Forbid();
        }

        Requester = unmask ? await reading.ReadAsync(number, cancellation) : await queries.MaskedRequesterAsync(Details.Request.Id, cancellation);
        History = await names.NameAsync(Details.History, cancellation);
        Offers = found.Offers();
        AssignedTo = found.Occasion.Colleagues.FirstOrDefault(choice => choice.Value == Details.Request.AssignedTo)?.Name;
        var calendar = found.Occasion.Calendar;
        OtherLimits = Workflow.IsRunning(Details.Request.State) ? [.. LimitsOf(found.Occasion)] : [];
        if (Details.Deadline is { } deadline)
        {
            Standing = DeadlineStanding.Of(Record, deadline.Due, clock.Today, calendar);
        }

        await news.OpenedAsync(found, cancellation);
        return Page();
    }

    private static IEnumerable<(string Name, Deadline Limit)> LimitsOf(FormOccasion occasion)
    {
        var (history, calendar) = (occasion.History, occasion.Calendar);
        if (history.State == RequestState.Open && history.Latest<CorrectionAsked>() is null && history.ReceivedOn is { } received
            && Limits.Correction(received, calendar) is var correction && correction.Due >= occasion.Today)
        {
            yield return ("告知补正的最后一天", correction);
        }

        foreach (var sent in history.OpenConsultations)
        {
            yield return ($"第{sent.Id}封征求意见书的最后一天", Limits.Consultation(sent, calendar));
        }

        if (history.State == RequestState.AwaitsPayment && history.Latest<FeeNoticed>() is { } noticed)
        {
            yield return ("缴费的最后一天", Limits.Payment(noticed, calendar));
        }
    }
}
