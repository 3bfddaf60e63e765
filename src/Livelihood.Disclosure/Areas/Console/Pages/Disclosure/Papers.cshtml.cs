using Livelihood.Content.Media;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Pages;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>The papers of a request: what is there, and scans that the office adds or takes back.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
[TakesFiles(MostMegabytes = PaperLimits.FormMegabytes)]
public sealed class PapersModel(RequestDesk desk, PaperDesk papers, IOptions<DisclosureOptions> options) : PageModel
{
    private DeskRequest _desk = null!;

    /// <summary>Whose the new ones are.</summary>
    [BindProperty]
    public PaperOf? Whose { get; set; }

    public RequestDetails Details => _desk.Details;

    public IReadOnlyList<KeptPaper> Papers { get; private set; } = [];

    public bool MayAdd => _desk.Sources.Contains(EventSource.Handler) && Details.ErasedOn is null;

    /// <summary>How many at once.</summary>
    public int Most => options.Value.PapersAtOnce;

    /// <summary>How large each may be.</summary>
    public int MostMegabytes => options.Value.PaperMegabytes;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellation) => await OpenAsync(number, cancellation) ?? Page();

    /// <summary>Adds what was scanned; all of it or nothing.</summary>
    public async Task<IActionResult> OnPostAddAsync(string number, CancellationToken cancellation)
    {
        if (await OpenAsync(number, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (!MayAdd)
        {
            return Forbid();
        }

        ModelState.Clear();
        List<IFormFile> files = [.. Request.Form.Files.GetFiles(PaperFields.Files).Where(file => file.FileName.Length > 0)];
        Require(Whose is PaperOf.Requester or PaperOf.Office, nameof(Whose), "请选择是谁的材料：它决定申请人能不能看到");
        Require(files.Count > 0, PaperFields.Files, "请选择文件");
        Require(files.Count <= Most, PaperFields.Files, $"一次最多{Most}份，您选了{files.Count}份。请分几次添加，或者合并成一个PDF");
        if (ModelState.IsValid)
        {
            try
            {
                await papers.AddAsync(Details.Request, files, Whose!.Value, cancellation);
                TempData["Notice"] = $"已添加{files.Count}份材料。";
                return RedirectToPage("/Disclosure/Papers", new { area = "Console", number });
            }
            catch (UploadRefusedException refused)
            {
                ModelState.AddModelError(PaperFields.Files, refused.Message);
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Takes back what the office added by mistake.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string number, Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(number, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (!MayAdd)
        {
            return Forbid();
        }

        TempData["Notice"] = await papers.RemoveAsync(Details.Request, id, cancellation) ? "已移除。" : "没有移除：这份材料已经不在，或者是申请人自己提交的。";
        return RedirectToPage("/Disclosure/Papers", new { area = "Console", number });
    }

    private async Task<IActionResult?> OpenAsync(string number, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await desk.FindAsync(User, number, cancellation) is not { } found)
        {
            return NotFound();
        }

        (_desk, Papers) = (found, await papers.ListAsync(found.Details.Request.Id, cancellation));
        return PaperDesk.MayRead(found.Sources) ? null : Forbid();
    }

    private void Require(bool holds, string field, string otherwise)
    {
        if (!holds)
        {
            ModelState.AddModelError(field, otherwise);
        }
    }
}
