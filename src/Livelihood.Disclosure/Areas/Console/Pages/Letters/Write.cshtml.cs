using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Pages;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Letters;

/// <summary>Writes a letter that no event makes: fill in, see it, keep it.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class WriteModel(RequestDesk desk, LetterReading reading, LetterPreview preview, HandLetterDesk letters) : PageModel
{
    private DeskRequest _desk = null!;

    /// <summary>The form's own key, so that sending it twice makes one letter.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Input { get; set; } = [];

    public string Number => _desk.Details.Request.Number;

    public HandLetter Letter { get; private set; } = null!;

    /// <summary>What the letter is called.</summary>
    public string Name => Letter.Kind.NameIn(_desk.Details.Request.Matter);

    public IReadOnlyList<EventField> Fields { get; private set; } = [];

    /// <summary>The letter as it would be; null while the form is filled in.</summary>
    public WrittenLetter? Preview { get; private set; }

    public string Typed(EventField field) => Input.TryGetValue(field.Name, out var typed) ? typed ?? "" : field.Initial ?? "";

    public Task<IActionResult> OnGetAsync(string number, int kind, CancellationToken cancellation) => OpenAsync(number, kind, () =>
    {
        Key = Guid.CreateVersion7();
        return Task.FromResult<IActionResult>(Page());
    }, cancellation);

    /// <summary>From the form to the letter, or back with what is wrong.</summary>
    public Task<IActionResult> OnPostCheckAsync(string number, int kind, CancellationToken cancellation) => OpenAsync(number, kind, async () =>
    {
        await TryAsync(async values => Preview = await preview.ByHandAsync(_desk, Letter, values, cancellation));
        return Page();
    }, cancellation);

    /// <summary>Back to the form; nothing typed is lost.</summary>
    public Task<IActionResult> OnPostEditAsync(string number, int kind, CancellationToken cancellation) => OpenAsync(number, kind, () =>
    {
        ModelState.Clear();
        return Task.FromResult<IActionResult>(Page());
    }, cancellation);

    /// <summary>Keeps the letter.</summary>
    public Task<IActionResult> OnPostMakeAsync(string number, int kind, CancellationToken cancellation) => OpenAsync(number, kind, async () =>
    {
        if (!await TryAsync(values => letters.MakeAsync(Number, Letter, values, Key, cancellation)))
        {
            return Page();
        }

        TempData["Notice"] = $"已保存：{Name}。";
        return RedirectToPage("/Disclosure/Request", new { area = "Console", number });
    }, cancellation);

    private async Task<IActionResult> OpenAsync(string number, int kind, Func<Task<IActionResult>> then, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await desk.FindAsync(User, number, cancellation) is not { } found || HandLetter.Find(kind) is not { } letter)
        {
            return NotFound();
        }

        if (!found.Sources.Contains(EventSource.Handler))
        {
            return Forbid();
        }

        if (letter.IsProof)
        {
            var sent = await reading.SentAsync(found.Details.Request.Id, found.Details.Request.Matter, cancellation);
            found = found with { Occasion = found.Occasion with { Letters = sent } };
        }

        (_desk, Letter, Fields) = (found, letter, letter.Form(found.Occasion));
        ViewData["FieldOrder"] = (IReadOnlyList<string>)[.. Fields.Select(field => $"Input[{field.Name}]")];
        return await then();
    }

    private async Task<bool> TryAsync(Func<FormValues, Task> then)
    {
        ModelState.Clear();
        var values = new FormValues(Fields, Input);
        foreach (var (field, message) in values.Mistakes)
        {
            ModelState.AddModelError($"Input[{field}]", message);
        }

        if (Key == Guid.Empty)
        {
            Key = Guid.CreateVersion7();
            ModelState.AddModelError("", "这张表的标记不完整，已经换新，请检查后再次提交。");
        }

        if (!ModelState.IsValid)
        {
            return false;
        }

        try
        {
            await then(values);
            return true;
        }
        catch (DisclosureRuleException against)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.AddModelError("", $"{against.Message}（规则{against.Rule}）");
            return false;
        }
    }
}
