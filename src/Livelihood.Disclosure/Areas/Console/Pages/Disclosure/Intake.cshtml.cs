using Livelihood.Content.Editing;
using Livelihood.Content.Media;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Office;
using Livelihood.Disclosure.Pages;
using Livelihood.Disclosure.Pages.Disclosure;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Persons;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>
/// Enters a request that came over the counter, by post or by fax (R-29b): the citizen's own form, with how and when it came
/// before it, and a check page that shows the day of receipt and the deadline before anything is entered.
/// </summary>
[Authorize(Policy = Permissions.HandleRequests)]
[TakesFiles(MostMegabytes = PaperLimits.FormMegabytes)]
public sealed class IntakeModel(
    IAgencyDirectory agencies, RequestAccess access, RequestFiling filing, RelatedRequests related, WaitingPapers waiting, ChannelGuide guide, IWorkingDayCalendars calendars, ChinaClock clock) : PageModel
{
    [BindProperty]
    public RequestForm Input { get; set; } = new();

    [BindProperty]
    public Channel? Channel { get; set; }

    /// <summary>The day it arrived, as typed.</summary>
    [BindProperty]
    public string? Arrived { get; set; }

    public FilingStep Step { get; private set; }

    /// <summary>The channels that the agencies declare, by their codes (R-CH).</summary>
    private IReadOnlyDictionary<string, GuideChannels> _declared = new Dictionary<string, GuideChannels>();

    /// <summary>The channels that one of the agencies takes; visits and post always.</summary>
    public IEnumerable<(Channel Channel, string Name, string When)> Offered =>
        Channels.Intake.Where(known => Agencies.Any(agency => _declared[agency.Id].Takes(known.Channel)));

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public NewRequest? Checked { get; private set; }

    public Arrival? Arrival { get; private set; }

    /// <summary>The day of receipt; null while the office has to confirm.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>The deadline from the day of receipt.</summary>
    public KeptDeadline? Deadline { get; private set; }

    public DeadlineStanding? Standing { get; private set; }

    /// <summary>The same person's earlier requests, and others' for the same (R-36-6, R-44).</summary>
    public Related Related { get; private set; } = Related.None;

    /// <summary>The scans that the form brought so far.</summary>
    public PaperFields Papers { get; private set; } = null!;

    public FilingReceipt? Receipt { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool organisation, bool correction, CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return Forbid();
        }

        Input = new() { Key = SubmissionKey.New().ToString(), Organisation = organisation, Correction = correction, Agency = Agencies.Count == 1 ? Agencies[0].Id : null };
        Arrived = clock.Today.ToString("yyyy-MM-dd");
        await LoadPapersAsync(cancellation);
        return Page();
    }

    /// <summary>From the form to the check page, or back to the form with what is wrong.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return Forbid();
        }

        await ReadAsync(cancellation);
        return Page();
    }

    /// <summary>Back to the form; nothing typed is lost.</summary>
    public async Task<IActionResult> OnPostEditAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        await LoadPapersAsync(cancellation);
        return await LoadAsync(cancellation) ? Page() : Forbid();
    }

    /// <summary>Enters the request and shows the receipt, which is printed or sent with the first letter.</summary>
    public async Task<IActionResult> OnPostFileAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return Forbid();
        }

        if (!await ReadAsync(cancellation))
        {
            return Page();
        }

        Response.ForbidStoring();
        Receipt = await filing.FileAsync(Checked!, SubmissionKey.Parse(Input.Key)!, Arrival, cancellation: cancellation);
        Step = FilingStep.Receipt;
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        if (SubmissionKey.Parse(Input.Key) is null)
        {
            Input.Key = SubmissionKey.New().ToString();
            ModelState.AddModelError("", "这张表的标记不完整，已经换新，请检查后再次提交");
        }

        foreach (var refused in await waiting.TakeAsync(SubmissionKey.Parse(Input.Key)!, Request.Form, cancellation))
        {
            ModelState.AddModelError(PaperFields.Files, refused);
        }

        await LoadPapersAsync(cancellation);
        ReadArrival();
        var reader = new RequestFormReader(Input, Agencies, clock.Today, isForStaff: true);
        Checked = reader.Read();
        foreach (var (field, message) in reader.Mistakes)
        {
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        }

        ViewData["FieldOrder"] = (IReadOnlyList<string>)[nameof(Channel), nameof(Arrived), .. reader.Mistakes.Select(mistake => $"{nameof(Input)}.{mistake.Field}"), PaperFields.Files];
        if (!ModelState.IsValid)
        {
            return false;
        }

        var calendar = await calendars.CurrentAsync(cancellation);
        try
        {
            var submitted = new RequestHistory([]).With(new Submitted(Arrival!.On, Arrival.Channel), clock.Today, calendar);
            ReceivedOn = submitted.ReceivedOn;
            if (submitted.ReplyDeadline(calendar) is { } due)
            {
                Deadline = new(due.Due, due.IsProvisional, due.CalendarVersion, due.Steps);
                Standing = DeadlineStanding.Counting(due.Due, clock.Today, calendar);
            }
        }
        catch (DisclosureRuleException against)
        {
            ModelState.AddModelError(nameof(Arrived), against.Message);
            return false;
        }

        Related = await related.OfAsync(Checked!, await access.VisibleAsync(User, cancellation), clock.Today, cancellation);
        Step = FilingStep.Check;
        return true;
    }

    private async Task LoadPapersAsync(CancellationToken cancellation) => Papers = await waiting.FieldsAsync(
        SubmissionKey.Parse(Input.Key) ?? SubmissionKey.New(), "五、扫描件（选填）",
        Input.Correction
            ? "来信、传真或者当面填写的申请表，要更正的记录和申请人提供的证据，扫描或者拍照。申请人查询时也能看到。"
            : "来信、传真或者当面填写的申请表，扫描或者拍照。申请人查询时也能看到。",
        cancellation);

    private void ReadArrival()
    {
        if (Channel is not { } channel || Channels.Intake.All(known => known.Channel != channel))
        {
            ModelState.AddModelError(nameof(Channel), "请选择申请是怎样来的");
            return;
        }

        if (Input.Agency is { } agency && _declared.TryGetValue(agency, out var declared) && !declared.Takes(channel))
        {
            ModelState.AddModelError(nameof(Channel), $"这个机关的公开指南里没有开通“{Channels.NameOf(channel)}”。请先在“申请渠道”里登记，或者请申请人改用当面、邮寄");
            return;
        }

        if (!DateText.TryRead(Arrived?.Trim() ?? "", out var on))
        {
            ModelState.AddModelError(nameof(Arrived), $"日期{DateText.Problem}");
            return;
        }

        Arrival = new(channel, on);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var own = await access.HandledAsync(User, cancellation);
        Agencies = [.. (await agencies.AllAsync(cancellation)).Where(agency => own.Covers(agency.Id))];
        _declared = await guide.AllAsync(cancellation);
        return Agencies.Count > 0;
    }
}
