using System.Text.Json;
using Livelihood.Content.Documents;
using Livelihood.Content.Media;
using Livelihood.Content.Publication;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Office;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Citizens;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>Where the requester is on the way to a receipt.</summary>
public enum FilingStep
{
    /// <summary>Filling in.</summary>
    Form,

    /// <summary>Checking what was filled in, beside what is published already.</summary>
    Check,

    /// <summary>Filed.</summary>
    Receipt,
}

/// <summary>
/// Files a request without an account and without JavaScript: form, check page, receipt, all on one address. What was
/// typed travels in the page itself and is kept nowhere before filing; files wait encrypted under the form's key. The key
/// makes sending twice harmless, so the receipt can be the plain answer to the last step and survives a reload.
/// </summary>
[TakesFiles(MostMegabytes = PaperLimits.FormMegabytes)]
[EnableRateLimiting(DisclosureLimits.Forms)]
public sealed class NewModel(
    ChannelGuide guide, IPublishedSearch published, RequestFiling filing, WaitingPapers waiting, ChinaClock clock, CitizenSession session, CitizenDrafts drafts) : PageModel
{
    /// <summary>How many published items are suggested.</summary>
    public const int Suggestions = 5;

    [BindProperty]
    public RequestForm Input { get; set; } = new();

    /// <summary>The papers that the form brought so far.</summary>
    public PaperFields Papers { get; private set; } = null!;

    public FilingStep Step { get; private set; }

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public NewRequest? Checked { get; private set; }

    public IReadOnlyList<PublishedHit> Hits { get; private set; } = [];

    public FilingReceipt? Receipt { get; private set; }

    /// <summary>Whether the form shows what was typed before signing in.</summary>
    public bool IsRestored { get; private set; }

    /// <summary>An empty form; an agency's own page names the agency, a search that found nothing brings its words. After signing in, the form that was left.</summary>
    public async Task OnGetAsync(bool organisation, string? agency, string? wanted, bool kept, bool correction, CancellationToken cancellation)
    {
        if (kept && await drafts.FindAsync(HttpContext, cancellation) is { } draft)
        {
            Response.ForbidStoring();
            (Input, IsRestored) = (JsonSerializer.Deserialize<RequestForm>(draft)!, true);
            await LoadAsync(cancellation);
            return;
        }

        var words = wanted?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, FormLimits.Subject)] : null;
        var isNumber = DocumentNumber.TryParse(words, out _);
        Input = new()
        {
            Key = SubmissionKey.New().ToString(),
            Organisation = organisation,
            Correction = correction,
            Subject = isNumber ? null : words,
            DocumentNumber = isNumber ? words : null,
        };
        await LoadAsync(cancellation);
        Input.Agency = Agencies.Count == 1 ? Agencies[0].Id : Agencies.FirstOrDefault(a => a.Id == agency)?.Id;
    }

    /// <summary>From the form to the check page, or back to the form with what is wrong.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        return Page();
    }

    /// <summary>From the check page back to the form; nothing typed is lost.</summary>
    public async Task<IActionResult> OnPostEditAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        ModelState.Clear();
        return Page();
    }

    /// <summary>Keeps the form and leads to the sign-in, which leads back to it.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellation)
    {
        var refused = SubmissionKey.Parse(Input.Key) is { } form ? await waiting.TakeAsync(form, Request.Form, cancellation) : [];
        if (refused.Count == 0 && await drafts.KeepAsync(HttpContext, JsonSerializer.Serialize(Input), cancellation))
        {
            return RedirectToPage("/Citizen/SignIn", new { returnUrl = Url.Page("/Disclosure/New", new { kept = true }) });
        }

        await LoadAsync(cancellation);
        ModelState.Clear();
        Refuse(refused);
        if (refused.Count == 0)
        {
            ModelState.AddModelError("", "填写的内容太长，登录时不能保留。请直接提交；以后可以用回执编号和查询码收进账号");
        }

        return Page();
    }

    /// <summary>Files the request and shows the receipt.</summary>
    public async Task<IActionResult> OnPostFileAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is not { } request)
        {
            return Page();
        }

        Response.ForbidStoring();
        Receipt = await filing.FileAsync(request, SubmissionKey.Parse(Input.Key)!, citizen: (await session.FindAsync(HttpContext))?.Id, cancellation: cancellation);
        await drafts.ForgetAsync(HttpContext, cancellation);
        Step = FilingStep.Receipt;
        return Page();
    }

    private async Task<NewRequest?> ReadAsync(CancellationToken cancellation)
    {
        ModelState.Clear(); // the reader says everything that binding could say, in the page's own words
        if (SubmissionKey.Parse(Input.Key) is null)
        {
            Input.Key = SubmissionKey.New().ToString();
            ModelState.AddModelError("", "这张表的标记不完整，已经换新，请检查后再次提交");
        }

        Refuse(await waiting.TakeAsync(SubmissionKey.Parse(Input.Key)!, Request.Form, cancellation));
        await LoadAsync(cancellation);

        var reader = new RequestFormReader(Input, Agencies, clock.Today);
        Checked = reader.Read();
        foreach (var (field, message) in reader.Mistakes)
        {
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        }

        if (!ModelState.IsValid)
        {
            Step = FilingStep.Form;
            return null;
        }

        Hits = Input.Correction ? [] : await published.SuggestAsync(Input.SearchText, Suggestions, cancellation);
        Step = FilingStep.Check;
        return Checked;
    }

    private void Refuse(IReadOnlyList<string> papers)
    {
        foreach (var message in papers)
        {
            ModelState.AddModelError(PaperFields.Files, message);
        }
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Agencies = await guide.OnlineAsync(cancellation);
        Papers = await waiting.FieldsAsync(
            SubmissionKey.Parse(Input.Key) ?? SubmissionKey.New(), "四、附件（选填）",
            Input.Correction
                ? "要更正的记录和能证明它不准确的材料，例如记录的照片、出生证明或者判决书的扫描件。与更正无关的证件不用附。"
                : "能帮助机关找到信息的材料，例如以前收到的答复、现场照片。不要求附身份证照片。",
            cancellation);
    }
}
