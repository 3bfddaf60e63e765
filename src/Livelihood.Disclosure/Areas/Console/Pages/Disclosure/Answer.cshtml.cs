using Livelihood.Content.Items;
using Livelihood.Content.Taxonomies;
using Livelihood.Content.Workflow;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.PublicLog;
using Livelihood.Disclosure.PublicLog;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>The public answer of a request: a handler drafts it, the head agrees or returns it .</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class AnswerModel(RequestDesk desk, AnswerDesk answers, AnswerStandings standings, TaxonomyTerms taxonomies, ICurrentActor actor) : PageModel
{
    private DeskRequest _desk = null!;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Whether the handler has looked at what looks like numbers of people.</summary>
    [BindProperty]
    public bool AreNumbersChecked { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public RequestDetails Details => _desk.Details;

    public AnswerStanding Standing { get; private set; } = null!;

    /// <summary>The categories that can be chosen.</summary>
    public IReadOnlyList<TermLine> Categories { get; private set; } = [];

    /// <summary>What looks like numbers of people in what was typed.</summary>
    public IReadOnlyList<string> Numbers { get; private set; } = [];

    public bool MayWrite => _desk.Sources.Contains(EventSource.Handler) && Standing.IsWritable;

    /// <summary>Whether the person decides on it: a head who wrote nothing of it.</summary>
    public bool MayDecide => _desk.Sources.Contains(EventSource.Head) && Standing.AwaitsHead && !IsOwn;

    /// <summary>Whether a head looks at what he wrote himself.</summary>
    public bool IsOwnDraft => _desk.Sources.Contains(EventSource.Head) && Standing.AwaitsHead && IsOwn;

    private bool IsOwn => Standing.Latest!.Authors.Contains(actor.Current);

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellation)
    {
        if (await OpenAsync(number, cancellation) is { } refusal)
        {
            return refusal;
        }

        var draft = Standing.Latest is { } latest ? AnswerContent.Read(latest) : AnswerDraft.Of(Details.Request.Wanted, _desk.Occasion.History);
        Fill(draft);
        Revision = Standing.Answer?.Revision ?? 0;
        return Page();
    }

    /// <summary>Saves the draft for the head.</summary>
    public Task<IActionResult> OnPostDraftAsync(string number, CancellationToken cancellation) => DoAsync(number, EventSource.Handler, "已保存，等待负责人同意。", async () =>
    {
        var draft = new AnswerDraft(
            Title ?? "", Summary ?? "", (Text ?? "").ReplaceLineEndings("\n"), Categories.Any(line => line.Term.Alias == Category) ? Category : null);
        Numbers = draft.Numbers();
        await answers.DraftAsync(Details.Request, Revision, draft, AreNumbersChecked, cancellation);
    }, cancellation);

    /// <summary>The head agrees.</summary>
    public Task<IActionResult> OnPostApproveAsync(string number, CancellationToken cancellation) => DoAsync(
        number, EventSource.Head, "已同意公开，送保密审查。", () => answers.ApproveAsync(Details.Request, Revision, cancellation), cancellation);

    /// <summary>The head returns it.</summary>
    public Task<IActionResult> OnPostReturnAsync(string number, CancellationToken cancellation) => DoAsync(
        number, EventSource.Head, "已退回修改。", () => answers.ReturnAsync(Details.Request, Revision, Reason, cancellation), cancellation);

    private async Task<IActionResult> DoAsync(string number, EventSource source, string done, Func<Task> act, CancellationToken cancellation)
    {
        if (await OpenAsync(number, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (!_desk.Sources.Contains(source))
        {
            return Forbid();
        }

        ModelState.Clear();
        try
        {
            await act();
        }
        catch (Exception refused) when (refused is ContentRefusedException or DisclosureRuleException)
        {
            return await RefusedAsync(number, refused, cancellation);
        }

        TempData["Notice"] = done;
        return RedirectToPage("/Disclosure/Answer", new { area = "Console", number });
    }

    /// <summary>The page again with what was typed.</summary>
    private async Task<IActionResult> RefusedAsync(string number, Exception refused, CancellationToken cancellation)
    {
        foreach (var (field, problem) in refused is AnswerRefusedException several ? several.Problems : [("", refused.Message)])
        {
            ModelState.AddModelError(field, problem);
        }

        Response.StatusCode = refused switch
        {
            ContentConflictException => StatusCodes.Status409Conflict,
            StepForbiddenException => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        await OpenAsync(number, cancellation);
        if (refused is ContentConflictException)
        {
            Revision = Standing.Answer?.Revision ?? 0;
        }

        if (Text is null && Standing.Latest is { } latest)
        {
            Fill(AnswerContent.Read(latest));
        }

        return Page();
    }

    private void Fill(AnswerDraft draft) => (Title, Category, Summary, Text) = (draft.Title, draft.Category, draft.Summary, draft.Text);

    private async Task<IActionResult?> OpenAsync(string number, CancellationToken cancellation)
    {
        if (await desk.FindAsync(User, number, cancellation) is not { } found || found.Details.Request.ServedOn is null)
        {
            return NotFound();
        }

        (_desk, Standing) = (found, await standings.OfAsync(found.Details.Request, cancellation));
        Categories = await taxonomies.ChoicesAsync(TaxonomyTerms.Categories, cancellation);
        return found.Sources.Contains(EventSource.Handler) || found.Sources.Contains(EventSource.Head) ? null : Forbid();
    }
}
