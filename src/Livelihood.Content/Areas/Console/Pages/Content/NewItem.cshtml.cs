using Livelihood.Content.Access;
using Livelihood.Content.Definitions;
using Livelihood.Content.Editing;
using Livelihood.Content.Editing.Autosaving;
using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>A new item: the form of its type.</summary>
[Authorize(Policy = Permissions.EditContent)]
[TakesFiles]
public sealed class NewItemModel(
    ItemForms forms, ItemSubmission submission, IContentStore store, ContentDefinitions definitions, ContentAccess access,
    StaffAccess staff, IAgencyDirectory agencies, ItemImport import) : PageModel
{
    /// <summary>What a file brought; null where none was read.</summary>
    public ImportedForm? Imported { get; private set; }

    public ItemForm Form { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    /// <summary>Names this form among those that are filled in, for autosaves.</summary>
    public string FormKey { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string type, string? agency, CancellationToken cancellation)
    {
        var (subject, refusal) = await SubjectAsync(type, agency, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        FormKey = AutosaveKey.New(type);
        Form = await forms.OpenAsync(subject!, null, cancellation);
        return Page();
    }

    /// <summary>Fills the form from a file; nothing is saved.</summary>
    public async Task<IActionResult> OnPostImportAsync(string type, string? agency, CancellationToken cancellation)
    {
        var (subject, refusal) = await SubjectAsync(type, agency, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        FormKey = PostedKey(type);
        var reading = await forms.ReadAsync(subject!, Request.Form, null, cancellation);
        Imported = await this.ImportAsync(import, subject!, reading, cancellation);
        Form = Imported?.Form ?? reading.Form;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string type, string? agency, string? then, CancellationToken cancellation)
    {
        var (subject, refusal) = await SubjectAsync(type, agency, cancellation);
        if (refusal is not null)
        {
            return refusal;
        }

        FormKey = PostedKey(type);
        var reading = await forms.ReadAsync(subject!, Request.Form, null, cancellation);
        Form = reading.Form;
        if (reading.IsSearch || reading.Blocking.Count > 0)
        {
            this.Show(Form, reading.IsSearch ? [] : reading.Blocking);
            return Page();
        }

        try
        {
            var created = await store.CreateAsync(new(type, subject!.AgencyId, reading.Data), cancellation);
            return await submission.FinishAsync(this, created, reading, then, cancellation);
        }
        catch (ContentRefusedException refused)
        {
            this.Show(Form, []);
            return this.Refused(refused);
        }
    }

    private string PostedKey(string type) =>
        Request.Form[Autosaves.KeyField] is [{ } key] && AutosaveKey.IsKey(key) ? key : AutosaveKey.New(type);

    private async Task<(EditorSubject? Subject, IActionResult? Refusal)> SubjectAsync(string typeName, string? agencyId, CancellationToken cancellation)
    {
        if (await definitions.TypeAsync(typeName, cancellation) is not { IsCreatable: true } type)
        {
            return (null, NotFound());
        }

        if (string.IsNullOrEmpty(agencyId))
        {
            var reach = await staff.AgenciesAsync(User, Permissions.EditContent, cancellation);
            if (reach.Everything || reach.Ids.Count != 1)
            {
                return (null, RedirectToPage("New"));
            }

            agencyId = reach.Ids.Single();
        }

        if (!await access.MayEditAsync(User, agencyId, cancellation) || await agencies.FindAsync(agencyId, cancellation) is not { } agency)
        {
            return (null, Forbid());
        }

        AgencyName = agency.Name;
        return (new(type, agencyId, null, null, User), null);
    }
}
