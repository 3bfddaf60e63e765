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
            // Sent twice, or the office recorded something meanwhile: the present state decides what comes now.
            TempData["Notice"] = changed.Message;
            return RedirectToPage("/Disclosure/Mine");
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

    private bool Read()
    {
        ModelState.Clear();
        var values = new FormValues(Fields, Input);
        foreach (var (field, message) in values.Mistakes)
        {
            ModelState.AddModelError($"Input[{field}]", message);
        }

        if (values.Mistakes.Count > 0)
        {
            return false;
        }

        try
        {
            var occasion = _desk.Occasion;
            var candidate = Form.Make(values, occasion);
            var after = occasion.History.With(candidate, occasion.Today, occasion.Calendar);
            (Candidate, StateAfter, DueAfter) = (candidate, after.State, after.ReplyDeadline(occasion.Calendar));
            return true;
        }
        catch (DisclosureRuleException against)
        {
            Refuse(against);
            return false;
        }
    }

    private void Refuse(DisclosureRuleException against)
    {
        (Candidate, Response.StatusCode) = (null, StatusCodes.Status422UnprocessableEntity);
        ModelState.AddModelError("", against.Message);
    }
}
