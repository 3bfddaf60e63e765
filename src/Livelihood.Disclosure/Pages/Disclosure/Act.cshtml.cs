using Livelihood.Content.Media;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>Something that a requester does on a request: fill in, see what it does, confirm.</summary>
[TakesFiles(MostMegabytes = PaperLimits.FormMegabytes)]
public sealed class ActModel(RequesterDesk desk, RequestRecording recording, WaitingPapers waiting) : PageModel
{
    private DeskRequest _desk = null!;
    private SubmissionKey _secret = null!;

    /// <summary>How many events there were when the form was opened.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The form's secret, under which its papers wait.</summary>
    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Input { get; set; } = [];

    public RequestDetails Details => _desk.Details;

    public EventForm Form { get; private set; } = null!;

    public IReadOnlyList<EventField> Fields { get; private set; } = [];

    /// <summary>The papers that the form brought so far; null where it takes none.</summary>
    public PaperFields? Papers { get; private set; }

    /// <summary>What would be recorded; null while the form is filled in.</summary>
    public RequestEvent? Candidate { get; private set; }

    public RequestState? StateAfter { get; private set; }

    public Deadline? DueAfter { get; private set; }

    public string Typed(EventField field) => Input.GetValueOrDefault(field.Name) ?? "";

    public Task<IActionResult> OnGetAsync(string kind, CancellationToken cancellation) => OpenAsync(kind, () =>
    {
        Revision = Details.Request.Revision;
        return Task.FromResult<IActionResult>(Page());
    }, cancellation);

    /// <summary>From the form to what it does, or back with what is wrong.</summary>
    public Task<IActionResult> OnPostCheckAsync(string kind, CancellationToken cancellation) => OpenAsync(kind, async () =>
    {
        await ReadAsync(cancellation);
        return Page();
    }, cancellation);

    /// <summary>Back to the form; nothing typed is lost.</summary>
    public Task<IActionResult> OnPostEditAsync(string kind, CancellationToken cancellation) => OpenAsync(kind, () =>
    {
        ModelState.Clear();
        return Task.FromResult<IActionResult>(Page());
    }, cancellation);

    /// <summary>Records it.</summary>
    public Task<IActionResult> OnPostRecordAsync(string kind, CancellationToken cancellation) => OpenAsync(kind, async () =>
    {
        if (!await ReadAsync(cancellation))
        {
            return Page();
        }

        try
        {
            await recording.RecordAsync(new(Details.Request.Number, Revision, RequesterDesk.Sources, Candidate!) { Papers = Papers is null ? null : _secret }, cancellation);
        }
        catch (RequestChangedException changed)
        {
            return await StaleAsync(changed, cancellation);
        }
        catch (DisclosureRuleException against)
        {
            Refuse(against);
            return Page();
        }

        TempData["Notice"] = $"已登记：{Form.Button}。";
        return RedirectToPage("/Disclosure/Mine");
    }, cancellation);

    private async Task<IActionResult> OpenAsync(string kind, Func<Task<IActionResult>> then, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (RequesterForms.Find(kind) is not { } form)
        {
            return NotFound();
        }

        if (await desk.FindAsync(HttpContext, cancellation) is not { } found)
        {
            return RedirectToPage("/Disclosure/Status");
        }

        (_desk, Form) = (found, form);
        Fields = form.Fields(found.Occasion);
        ViewData["FieldOrder"] = (IReadOnlyList<string>)[.. Fields.Select(field => $"Input[{field.Name}]"), PaperFields.Files];
        _secret = SubmissionKey.Parse(Key) ?? SubmissionKey.New();
        Key = _secret.ToString();
        await LoadPapersAsync(cancellation);
        return await then();
    }

    /// <summary>The form with what was typed, over what the office recorded meanwhile.</summary>
    private async Task<IActionResult> StaleAsync(RequestChangedException changed, CancellationToken cancellation)
    {
        _desk = await desk.FindAsync(HttpContext, cancellation) ?? _desk;
        ModelState.Clear();
        ModelState.AddModelError("", changed.Message);
        (Candidate, Revision, Response.StatusCode) = (null, Details.Request.Revision, StatusCodes.Status409Conflict);
        return Page();
    }

    private async Task LoadPapersAsync(CancellationToken cancellation) => Papers = Form.Event == typeof(CorrectionArrived)
        ? await waiting.FieldsAsync(_secret, "附件（选填）", "机关要求的材料，拍照或者扫描。", cancellation)
        : null;

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        if (Papers is not null)
        {
            foreach (var refused in await waiting.TakeAsync(_secret, Request.Form, cancellation))
            {
                ModelState.AddModelError(PaperFields.Files, refused);
            }

            await LoadPapersAsync(cancellation);
        }

        var trial = EventTrial.Of(Form, Fields, Input, _desk.Occasion);
        foreach (var (field, message) in trial.Mistakes)
        {
            ModelState.AddModelError($"Input[{field}]", message);
        }

        if (trial.Refusal is { } against)
        {
            Refuse(against);
        }

        (Candidate, StateAfter, DueAfter) = (ModelState.IsValid ? trial.Candidate : null, trial.After?.State, trial.DueAfter);
        return Candidate is not null;
    }

    private void Refuse(DisclosureRuleException against)
    {
        (Candidate, Response.StatusCode) = (null, StatusCodes.Status422UnprocessableEntity);
        ModelState.AddModelError("", against.Message);
    }
}
