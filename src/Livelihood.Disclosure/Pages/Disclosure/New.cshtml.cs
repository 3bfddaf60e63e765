using System.Text.Json;
using Livelihood.Content.Documents;
using Livelihood.Content.Media;
using Livelihood.Content.Publication;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Filing;
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

    /// <summary>Not filed: what is published already was the answer.</summary>
    Answered,
}

/// <summary>A form that waits for its person to sign in.</summary>
/// <param name="Input">What was typed.</param>
/// <param name="Question">Where; null: on one page.</param>
/// <param name="Returning">Whether the check page was seen before.</param>
public sealed record FilingDraft(RequestForm Input, FilingQuestion? Question, bool Returning);

/// <summary>
/// Files a request without an account and without JavaScript: a question to a page, or all on one; check page, receipt, all
/// on one address. What was typed travels in the pages themselves and is kept nowhere before filing; files wait encrypted
/// under the form's key. The key makes sending twice harmless, so the receipt can be the plain answer to the last step and
/// survives a reload.
/// </summary>
[TakesFiles(MostMegabytes = PaperLimits.FormMegabytes)]
[EnableRateLimiting(DisclosureLimits.FormPages)]
public sealed partial class NewModel(
    ChannelGuide guide, IPublishedSearch published, RequestFiling filing, WaitingPapers waiting, ChinaClock clock, CitizenSession session, CitizenDrafts drafts,
    FilingChallenges challenges, FilingTally tally, PublishedAnswers answers) : PageModel
{
    /// <summary>How many published items are suggested.</summary>
    public const int Suggestions = 5;

    [BindProperty]
    public RequestForm Input { get; set; } = new();

    /// <summary>The question that is asked; null where all are on one page.</summary>
    [BindProperty]
    public FilingQuestion? Question { get; set; }

    /// <summary>Whether the person came from the check page and goes back to it.</summary>
    [BindProperty]
    public bool Returning { get; set; }

    /// <summary>Whether an answer about what is published was given on the check page.</summary>
    [BindProperty]
    public bool Checking { get; set; }

    /// <summary>How many papers the form was said to have, so that none is lost silently.</summary>
    [BindProperty]
    public int ShownPapers { get; set; }

    [BindProperty]
    public string? ChallengeToken { get; set; }

    /// <summary>The answer to the challenge, as typed.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>The papers that the form brought so far.</summary>
    public PaperFields Papers { get; private set; } = null!;

    public FilingStep Step { get; private set; }

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public NewRequest? Checked { get; private set; }

    public IReadOnlyList<PublishedHit> Hits { get; private set; } = [];

    /// <summary>What is to be answered before filing; null for nearly everybody.</summary>
    public AskedChallenge? Sum { get; private set; }

    public FilingReceipt? Receipt { get; private set; }

    /// <summary>Whether the form shows what was typed before signing in.</summary>
    public bool IsRestored { get; private set; }

    /// <summary>Whether the person just said that a published item is not what they want.</summary>
    public bool IsThanked { get; private set; }

    /// <summary>What brings an answer about what is published back to this page.</summary>
    public string AnswerQuery => Step == FilingStep.Check || Checking ? $"checking=true&question={Question}" : $"question={Question}";

    /// <summary>An empty form; an agency's own page names the agency, a search that found nothing brings its words. After signing in, the form that was left.</summary>
    public async Task OnGetAsync(bool organisation, string? agency, string? wanted, bool kept, bool correction, bool whole, CancellationToken cancellation)
    {
        if (kept && await drafts.FindAsync(HttpContext, cancellation) is { } draft && JsonSerializer.Deserialize<FilingDraft>(draft) is { Input: { } left } found)
        {
            Response.ForbidStoring();
            (Input, Question, Returning, IsRestored) = (left, found.Question, found.Returning, true);
            await LoadAsync(cancellation);
            return;
        }

        var words = wanted?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, FormLimits.Subject)] : null;
        var isNumber = DocumentNumber.TryParse(words, out _);
        Question = whole ? null : FilingQuestion.Matter;
        Input = new()
        {
            Key = SubmissionKey.New().ToString(),
            Opened = challenges.Open(),
            Organisation = organisation,
            Correction = correction,
            Subject = isNumber ? null : words,
            DocumentNumber = isNumber ? words : null,
        };
        await LoadAsync(cancellation);
        Input.Agency = Agencies.Count == 1 ? Agencies[0].Id : Agencies.FirstOrDefault(a => a.Id == agency)?.Id;
    }

    /// <summary>From a question to the next one, or back to it with what is wrong there; from the last one to the check page.</summary>
    public async Task<IActionResult> OnPostNextAsync(CancellationToken cancellation)
    {
        if (Question is not { } question || Returning || FilingQuestions.After(question) is not { } next)
        {
            return await OnPostCheckAsync(cancellation);
        }

        await BeginAsync(question == FilingQuestion.Papers, cancellation);
        Tell([.. MistakesOf(out _).Where(mistake => mistake.Question == question)]);
        if (ModelState.IsValid)
        {
            Question = next;
            await OfferAsync(next == FilingQuestion.Delivery, cancellation);
        }

        return Page();
    }

    /// <summary>To the question before; what was typed goes along, right or wrong.</summary>
    public async Task<IActionResult> OnPostBackAsync(CancellationToken cancellation)
    {
        await BeginAsync(Question == FilingQuestion.Papers, cancellation);
        Tell(_papers);
        Question = ModelState.IsValid && Question is { } question ? FilingQuestions.Before(question) ?? question : Question;
        return Page();
    }

    /// <summary>All questions on one page, with what was typed; for the other kind of requester if one is named.</summary>
    public async Task<IActionResult> OnPostWholeAsync([FromQuery] bool? organisation, CancellationToken cancellation)
    {
        var comesWithPapers = Question is null;
        Question = null;
        Input.Organisation = organisation ?? Input.Organisation;
        await BeginAsync(comesWithPapers, cancellation);
        Tell(_papers);
        return Page();
    }

    /// <summary>From one page to a question at a time.</summary>
    public async Task<IActionResult> OnPostStepsAsync(CancellationToken cancellation)
    {
        await BeginAsync(takesPapers: true, cancellation);
        (Question, Returning) = (FilingQuestion.Matter, false);
        Tell([.. _papers.Select(mistake => mistake with { Field = "" })]);
        return Page();
    }

    /// <summary>From the form to the check page, or back to the form with what is wrong.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        await OfferAsync(await ReadAsync(cancellation) is not null, cancellation);
        return Page();
    }

    /// <summary>From the check page back to the form, or to one question of it; nothing typed is lost.</summary>
    public async Task<IActionResult> OnPostEditAsync(CancellationToken cancellation)
    {
        await BeginAsync(takesPapers: false, cancellation);
        return Page();
    }

    /// <summary>Counts whether what is published already was what the person wanted.</summary>
    public async Task<IActionResult> OnPostAnsweredAsync(string? item, bool isAnswer, CancellationToken cancellation)
    {
        await answers.CountAsync(item, isAnswer, cancellation);
        if (!isAnswer)
        {
            IsThanked = true;
            return await OnPostResumeAsync(cancellation);
        }

        await BeginAsync(takesPapers: false, cancellation);
        Step = FilingStep.Answered;
        return Page();
    }

    /// <summary>Back to where an answer was given.</summary>
    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancellation)
    {
        if (Checking)
        {
            return await OnPostCheckAsync(cancellation);
        }

        await BeginAsync(takesPapers: false, cancellation);
        await OfferAsync(Question == FilingQuestion.Delivery, cancellation);
        return Page();
    }

    /// <summary>Keeps the form and leads to the sign-in, which leads back to it.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellation)
    {
        await BeginAsync(takesPapers: Question is null, cancellation);
        Tell(_papers);
        if (_papers.Count == 0 && await drafts.KeepAsync(HttpContext, JsonSerializer.Serialize(new FilingDraft(Input, Question, Returning)), cancellation))
        {
            return RedirectToPage("/Citizen/SignIn", new { returnUrl = Url.Page("/Disclosure/New", new { kept = true }) });
        }

        if (_papers.Count == 0)
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

        if (!await IsMeantAsync(request, cancellation))
        {
            await OfferAsync(true, cancellation);
            return Page();
        }

        Response.ForbidStoring();
        Receipt = await filing.FileAsync(request, SubmissionKey.Parse(Input.Key)!, citizen: (await session.FindAsync(HttpContext))?.Id, cancellation: cancellation);
        tally.Count(Address);
        await drafts.ForgetAsync(HttpContext, cancellation);
        Step = FilingStep.Receipt;
        return Page();
    }
}
