using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Redaction;
using Livelihood.Disclosure.Pages;
using Livelihood.Disclosure.Redaction;
using Livelihood.Disclosure.Register;
using Livelihood.Formats.Pdf;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>One file for a reply: which passages are blacked out on which ground, what is left, and the PDF .</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class ReplyFileModel(RequestDesk desk, RedactionDesk files) : PageModel
{
    /// <summary>Sentences on a page: a form of more than a thousand fields no server takes.</summary>
    public const int SentencesOfPage = 200;

    private DeskRequest _desk = null!;
    private OpenedFile _file = null!;

    [BindProperty]
    public string? Passage { get; set; }

    /// <summary>The sentences that were chosen, by their place.</summary>
    [BindProperty]
    public List<int> Sentence { get; set; } = [];

    [BindProperty]
    public string? Ground { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>Which page of sentences is shown, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int CurrentPage { get; set; } = 1;

    public RequestDetails Details => _desk.Details;

    public RedactedFile Row => _file.File;

    public RedactionSheet Sheet => _file.Sheet;

    public IReadOnlyList<string> Sentences { get; private set; } = [];

    public int Pages => Math.Max(1, (Sentences.Count + SentencesOfPage - 1) / SentencesOfPage);

    /// <summary>The sentences of the page, by their places.</summary>
    public IEnumerable<(int Place, string Text)> Shown => Sentences.Index().Skip((CurrentPage - 1) * SentencesOfPage).Take(SentencesOfPage);

    public Func<int, string> UrlOfPage => page => Url.Page("/Disclosure/ReplyFile", new { area = "Console", number = Details.Request.Number, id = Row.Id, p = Of(page) })! + "#choose-title";

    /// <summary>The page in an address; the first one needs none.</summary>
    public static int? Of(int page) => page == 1 ? null : page;

    public RedactedText Left { get; private set; } = null!;

    /// <summary>Why the file cannot be changed now; null where it can.</summary>
    public string? WhyNot => ReplyFileGate.WhyNot(_desk.Occasion.History);

    public bool MayChange => _desk.Sources.Contains(EventSource.Handler) && ReplyFileGate.MayChange(_desk.Occasion.History);

    public async Task<IActionResult> OnGetAsync(string number, Guid id, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await OpenAsync(number, id, cancellation) is { } refusal)
        {
            return refusal;
        }

        await files.RecordReadingAsync(Details.Request, id, cancellation);
        return Page();
    }

    /// <summary>The PDF, for the office.</summary>
    public async Task<IActionResult> OnGetPdfAsync(string number, Guid id, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        return await OpenAsync(number, id, cancellation) is { } refusal ? refusal
            : files.PdfOf(_file) is { } pdf ? File(pdf, "application/pdf", Left.Name + ".pdf") : NotFound();
    }

    public Task<IActionResult> OnPostMarkAsync(string number, Guid id, CancellationToken cancellation) => ChangeAsync(number, id, "已涂黑，请核对。", request =>
    {
        var passages = Sentence.Where(place => place >= 0 && place < Sentences.Count).Select(place => Sentences[place]);
        return files.MarkAsync(
            request, id, Revision, [.. passages.Concat(string.IsNullOrWhiteSpace(Passage) ? [] : [Passage]).Distinct()], Ground, Reason, cancellation);
    }, cancellation);

    public Task<IActionResult> OnPostUnmarkAsync(string number, Guid id, int mark, CancellationToken cancellation) => ChangeAsync(
        number, id, "已取消这一处涂黑。", request => files.UnmarkAsync(request, id, Revision, mark, cancellation), cancellation);

    public Task<IActionResult> OnPostPrintAsync(string number, Guid id, CancellationToken cancellation) => ChangeAsync(
        number, id, "PDF已制作。请打开核对，再选择随答复提供。", request => files.PrintAsync(request, id, Revision, cancellation), cancellation);

    public Task<IActionResult> OnPostGiveAsync(string number, Guid id, bool given, CancellationToken cancellation) => ChangeAsync(
        number, id, given ? "答复送达以后，申请人可以下载这个文件。" : "这个文件不提供给申请人。", request => files.GiveAsync(request, id, Revision, given, cancellation), cancellation);

    public async Task<IActionResult> OnPostRemoveAsync(string number, Guid id, CancellationToken cancellation)
    {
        var done = await ChangeAsync(number, id, "已删除。", request => files.RemoveAsync(request, id, Revision, cancellation), cancellation);
        return done is RedirectToPageResult ? RedirectToPage("/Disclosure/ReplyFiles", new { area = "Console", number }) : done;
    }

    private async Task<IActionResult> ChangeAsync(string number, Guid id, string done, Func<Data.DisclosureRequest, Task> change, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await OpenAsync(number, id, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (!_desk.Sources.Contains(EventSource.Handler))
        {
            return Forbid();
        }

        ModelState.Clear();
        try
        {
            await change(Details.Request);
        }
        catch (Exception refused) when (refused is RedactionRefusedException or RedactionChangedException or PdfUnavailableException)
        {
            ModelState.AddModelError((refused as RedactionRefusedException)?.Field ?? "", refused.Message);
            Response.StatusCode = refused switch
            {
                RedactionChangedException => StatusCodes.Status409Conflict,
                PdfUnavailableException => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status422UnprocessableEntity,
            };
            if (await OpenAsync(number, id, cancellation) is { } gone)
            {
                return gone;
            }

            // What was typed belongs to the file as it was; who sees it anew decides anew.
            Revision = refused is RedactionChangedException ? Row.Revision : Revision;
            return Page();
        }

        TempData["Notice"] = done;
        return RedirectToPage("/Disclosure/ReplyFile", new { area = "Console", number, id, p = Of(CurrentPage) });
    }

    private async Task<IActionResult?> OpenAsync(string number, Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(User, number, cancellation) is not { } found)
        {
            return NotFound();
        }

        if (!found.Sources.Contains(EventSource.Handler) && !found.Sources.Contains(EventSource.Head))
        {
            return Forbid();
        }

        if (await files.FindAsync(found.Details.Request.Id, id, cancellation) is not { } file)
        {
            return NotFound();
        }

        (_desk, _file, Sentences, Left) = (found, file, Redactor.Sentences(file.Sheet.Text), Redactor.Redact(file.Sheet));
        CurrentPage = Math.Clamp(CurrentPage, 1, Pages);
        Revision = HttpMethods.IsPost(Request.Method) ? Revision : file.File.Revision;
        return null;
    }
}
