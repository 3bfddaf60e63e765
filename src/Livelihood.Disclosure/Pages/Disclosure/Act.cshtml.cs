using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>Something that a requester does on a request: fill in, see what it does, confirm.</summary>
public sealed class ActModel(RequesterDesk desk, RequestRecording recording) : PageModel
{
    private DeskRequest _desk = null!;

    /// <summary>How many events there were when the form was opened.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Input { get; set; } = [];

    public RequestDetails Details => _desk.Details;

    public EventForm Form { get; private set; } = null!;

    public IReadOnlyList<EventField> Fields { get; private set; } = [];

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
    public Task<IActionResult> OnPostCheckAsync(string kind, CancellationToken cancellation) => OpenAsync(kind, () =>
    {
        Read();
        return Task.FromResult<IActionResult>(Page());
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
        if (!Read())
        {
            return Page();
        }

        try
        {
            await recording.RecordAsync(new(Details.Request.Number, Revision, RequesterDesk.Sources, Candidate!), cancellation);
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
        ViewData["FieldOrder"] = (IReadOnlyList<string>)[.. Fields.Select(field => $"Input[{field.Name}]")];
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

    private bool Read()
    {
        ModelState.Clear();
        var trial = EventTrial.Of(Form, Fields, Input, _desk.Occasion);
        foreach (var (field, message) in trial.Mistakes)
        {
            ModelState.AddModelError($"Input[{field}]", message);
        }

        if (trial.Refusal is { } against)
        {
            Refuse(against);
        }

        (Candidate, StateAfter, DueAfter) = (trial.Candidate, trial.After?.State, trial.DueAfter);
        return Candidate is not null;
    }

    private void Refuse(DisclosureRuleException against)
    {
        (Candidate, Response.StatusCode) = (null, StatusCodes.Status422UnprocessableEntity);
        ModelState.AddModelError("", against.Message);
    }
}
