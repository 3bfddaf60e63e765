using Livelihood.Content.Media;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Pages;
using Livelihood.Disclosure.Pages.Components;
using Livelihood.Disclosure.Redaction;
using Livelihood.Disclosure.Register;
using Livelihood.Formats;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>The files for a reply: those that are given as they are, those that are begun, and a new one from a file or from text that is pasted .</summary>
[Authorize(Policy = Permissions.OpenConsole)]
[TakesFiles]
public sealed class ReplyFilesModel(RequestDesk desk, RedactionDesk files, OriginalDesk originals, ReplyFileReader reader, IOptions<DisclosureOptions> options) : PageModel
{
    private DeskRequest _desk = null!;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public RequestDetails Details => _desk.Details;

    public ReplyFilesShown Files { get; private set; } = null!;

    /// <summary>How large an original may be.</summary>
    public int MostMegabytes => options.Value.PaperMegabytes;

    /// <summary>Why files cannot be changed now; null where they can.</summary>
    public string? WhyNot => ReplyFileGate.WhyNot(_desk.Occasion.History);

    public bool MayChange => _desk.Sources.Contains(EventSource.Handler) && ReplyFileGate.MayChange(_desk.Occasion.History);

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellation) => await OpenAsync(number, cancellation) ?? Page();

    /// <summary>Begins a file: the text of the one that was chosen, else what was pasted.</summary>
    public async Task<IActionResult> OnPostAsync(string number, IFormFile? file, CancellationToken cancellation)
    {
        if (await OpenAsync(number, cancellation) is { } refusal)
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
            IReadOnlyList<string> remarks = [];
            if (file is { Length: > 0 })
            {
                await using var content = file.OpenReadStream();
                (Text, remarks) = await reader.ReadAsync(content, cancellation);
                Name = string.IsNullOrWhiteSpace(Name) ? Path.GetFileNameWithoutExtension(file.FileName) : Name;
            }

            return RedirectToPage("/Disclosure/ReplyFile", new { area = "Console", number, id = await files.AddAsync(Details.Request, Name, Text, remarks, cancellation) });
        }
        catch (UnreadableDocumentException refused)
        {
            ModelState.AddModelError("file", refused.Message);
        }
        catch (RedactionRefusedException refused)
        {
            ModelState.AddModelError(refused.Field, refused.Message);
        }
        catch (RedactionChangedException changed)
        {
            ModelState.AddModelError("", changed.Message);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Gives a file as it is, once the handler says that nothing in it is to be withheld.</summary>
    public Task<IActionResult> OnPostOriginalAsync(string number, IFormFile? original, bool @checked, CancellationToken cancellation) => ChangeAsync(number, async request =>
    {
        await originals.AddAsync(request, original, @checked, cancellation);
        return "已选择。答复送达以后，申请人可以下载这个文件。";
    }, cancellation);

    /// <summary>Takes back a file that was to be given as it is.</summary>
    public Task<IActionResult> OnPostKeepAsync(string number, Guid id, CancellationToken cancellation) => ChangeAsync(
        number, async request => await originals.TakeBackAsync(request, id, cancellation) ? "已取消，这个文件不提供给申请人。" : "这个文件已经不在了。", cancellation);

    private async Task<IActionResult> ChangeAsync(string number, Func<Data.DisclosureRequest, Task<string>> change, CancellationToken cancellation)
    {
        if (await OpenAsync(number, cancellation) is { } refusal)
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
            TempData["Notice"] = await change(Details.Request);
            return RedirectToPage("/Disclosure/ReplyFiles", new { area = "Console", number });
        }
        catch (Exception refused) when (refused is RedactionRefusedException or RedactionChangedException)
        {
            ModelState.AddModelError((refused as RedactionRefusedException)?.Field ?? "", refused.Message);
            Response.StatusCode = refused is RedactionChangedException ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
            return await OpenAsync(number, cancellation) ?? Page();
        }
    }

    private async Task<IActionResult?> OpenAsync(string number, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await desk.FindAsync(User, number, cancellation) is not { } found)
        {
            return NotFound();
        }

        var id = found.Details.Request.Id;
        (_desk, Files) = (found, new(found.Details.Request.Number, await files.ListAsync(id, cancellation), await originals.ListAsync(id, cancellation)));
        return found.Sources.Contains(EventSource.Handler) || found.Sources.Contains(EventSource.Head) ? null : Forbid();
    }
}
