using Livelihood.Content.Media;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Redaction;
using Livelihood.Disclosure.Register;
using Livelihood.Formats;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>The files for a reply: those that are begun, and a new one from a file or from text that is pasted .</summary>
[Authorize(Policy = Permissions.OpenConsole)]
[TakesFiles]
public sealed class ReplyFilesModel(RequestDesk desk, RedactionDesk files, ReplyFileReader reader) : PageModel
{
    private DeskRequest _desk = null!;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public RequestDetails Details => _desk.Details;

    public IReadOnlyList<OpenedFile> Files { get; private set; } = [];

    /// <summary>Why files cannot be changed now; null where they can.</summary>
    public string? WhyNot => RedactionDesk.WhyNot(_desk.Occasion.History);

    public bool MayChange => _desk.Sources.Contains(EventSource.Handler) && RedactionDesk.MayChange(_desk.Occasion.History);

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

    private async Task<IActionResult?> OpenAsync(string number, CancellationToken cancellation)
    {
        if (await desk.FindAsync(User, number, cancellation) is not { } found)
        {
            return NotFound();
        }

        (_desk, Files) = (found, await files.ListAsync(found.Details.Request.Id, cancellation));
        return found.Sources.Contains(EventSource.Handler) || found.Sources.Contains(EventSource.Head) ? null : Forbid();
    }
}
