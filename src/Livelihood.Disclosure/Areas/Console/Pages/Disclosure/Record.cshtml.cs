using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Redaction;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>Where a person is on the way to a recorded event.</summary>
public enum RecordStep
{
    /// <summary>Choosing which kind of reply, or which entry.</summary>
    Choose,

    /// <summary>Filling in.</summary>
    Form,

    /// <summary>Seeing what it does, before it is recorded.</summary>
    Check,
}

/// <summary>Records one event of a request: the form that the event needs, what it does to the deadline, and then the record.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class RecordModel(RequestDesk desk, RequestRecording recording, RedactionDesk redacted, ReplyFileList files, LetterPreview preview) : PageModel
{
    private DeskRequest _desk = null!;

    [BindProperty(SupportsGet = true)]
    public string? Option { get; set; }

    /// <summary>How many events there were when the form was opened.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Input { get; set; } = [];

    public RecordStep Step { get; private set; }

    public RequestDetails Details => _desk.Details;

    public EventForm Form { get; private set; } = null!;

    public Transition Line { get; private set; } = null!;

    public IReadOnlyList<EventField> Fields { get; private set; } = [];

    public IReadOnlyList<FieldChoice> Options { get; private set; } = [];

    public RequestEvent? Candidate { get; private set; }

    public RequestHistory? After { get; private set; }

    public Deadline? DueAfter { get; private set; }

    public DeadlineStanding? Standing { get; private set; }

    /// <summary>The letters that the event would make.</summary>
    public IReadOnlyList<WrittenLetter> Letters { get; private set; } = [];

    public string Typed(EventField field) => Input.TryGetValue(field.Name, out var typed) ? typed ?? "" : field.Initial ?? "";

    /// <summary>The choice, or the form.</summary>
    public async Task<IActionResult> OnGetAsync(string number, string kind, CancellationToken cancellation)
    {
        if (await OpenAsync(number, kind, cancellation) is { } refusal)
        {
            return refusal;
        }

        Revision = Details.Request.Revision;
        return Page();
    }

    /// <summary>From the form to what it does, or back with what is wrong.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string number, string kind, CancellationToken cancellation)
    {
        if (await OpenAsync(number, kind, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (IsStale())
        {
            return Stale();
        }

        if (Read())
        {
            await ShowLettersAsync(cancellation);
        }

        return Page();
    }

    /// <summary>Back to the form; nothing typed is lost.</summary>
    public async Task<IActionResult> OnPostEditAsync(string number, string kind, CancellationToken cancellation)
    {
        if (await OpenAsync(number, kind, cancellation) is { } refusal)
        {
            return refusal;
        }

        ModelState.Clear();
        return Page();
    }

    /// <summary>Records the event.</summary>
    public async Task<IActionResult> OnPostRecordAsync(string number, string kind, CancellationToken cancellation)
    {
        if (await OpenAsync(number, kind, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (IsStale())
        {
            return Stale();
        }

        if (!Read())
        {
            return Page();
        }

        try
        {
            await recording.RecordAsync(new(number, Revision, _desk.Sources, Candidate!) { Secret = Secret() }, cancellation);
        }
        catch (RequestChangedException)
        {
            await OpenAsync(number, kind, cancellation);
            return Stale();
        }
        catch (DisclosureRuleException against)
        {
            Refuse(against);
            return Page();
        }

        TempData["Notice"] = $"已登记：{Line.Name}。";
        return RedirectToPage("/Disclosure/Request", new { area = "Console", number });
    }

    private async Task<IActionResult?> OpenAsync(string number, string kind, CancellationToken cancellation)
    {
        if (await desk.FindAsync(User, number, cancellation) is not { } found || EventForms.Find(kind) is not { } form)
        {
            return NotFound();
        }

        (_desk, Form) = (found, form);
        if (Workflow.Table.FirstOrDefault(line => line.Event == form.Event && line.By.Any(found.Sources.Contains)) is not { } any)
        {
            return Forbid();
        }

        Line = Workflow.Table.FirstOrDefault(line => line.Event == form.Event && line.From == found.Details.Request.State) ?? any;
        Options = form.Options?.Invoke(found.Occasion) ?? [];
        if (form.Options is not null && Options.All(choice => choice.Value != Option))
        {
            Step = RecordStep.Choose;
            return HttpMethods.IsPost(Request.Method) ? NotFound() : null;
        }

        var occasion = found.Occasion with { Option = Option };
        if (form.Event == typeof(RecordCorrected))
        {
            occasion = occasion with { Original = occasion.History.Effective[int.Parse(Option!) - 1] };
        }

        if (form.Event == typeof(ReplyProposed))
        {
            var id = found.Details.Request.Id;
            occasion = occasion with { Withheld = await redacted.WithheldAsync(id, cancellation), Files = await files.TextAsync(id, cancellation) };
        }

        _desk = found with { Occasion = occasion };
        Fields = form.Fields(occasion);
        ViewData["FieldOrder"] = (IReadOnlyList<string>)[.. Fields.Select(field => $"Input[{field.Name}]")];
        Step = RecordStep.Form;
        return null;
    }

    private bool Read()
    {
        ModelState.Clear();
        var occasion = _desk.Occasion;
        var trial = EventTrial.Of(Form, Fields, Input, occasion);
        foreach (var (field, message) in trial.Mistakes)
        {
            ModelState.AddModelError($"Input[{field}]", message);
        }

        if (trial.Refusal is { } against)
        {
            Refuse(against);
        }

        if (trial.Candidate is null)
        {
            return false;
        }

        (Candidate, After, DueAfter) = (trial.Candidate, trial.After, trial.DueAfter);
        Standing = DueAfter is null ? null : DeadlineStanding.Of(After!, DueAfter.Due, occasion.Today, occasion.Calendar);
        Step = RecordStep.Check;
        return true;
    }

    private async Task ShowLettersAsync(CancellationToken cancellation)
    {
        try
        {
            Letters = await preview.OfEventAsync(_desk, Candidate!, Secret(), cancellation);
        }
        catch (DisclosureRuleException against)
        {
            Refuse(against);
        }
    }

    private void Refuse(DisclosureRuleException against)
    {
        Step = RecordStep.Form;
        ModelState.AddModelError("", $"{against.Message}（规则{against.Rule}）");
    }

    private bool IsStale() => Revision != Details.Request.Revision;

    /// <summary>The form with what was typed, and what happened meanwhile.</summary>
    private PageResult Stale()
    {
        ModelState.Clear();
        ModelState.AddModelError("", new RequestChangedException().Message);
        (Step, Revision) = (RecordStep.Form, Details.Request.Revision);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private string? Secret() => Candidate is ConsultationSent && Input.TryGetValue(ConsultationForms.Party, out var party) ? party?.Trim() : null;
}
