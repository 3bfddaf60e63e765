using Livelihood.Content.Access;
using Livelihood.Content.Definitions;
using Livelihood.Content.Editing;
using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Content.Validation;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>Edits an item by the form of its type. Every save is a draft.</summary>
[Authorize(Policy = Permissions.EditContent)]
[TakesFiles]
public sealed class EditModel(
    ItemForms forms, ItemSubmission submission, ItemValidation validation, IContentStore store, ContentDefinitions definitions,
    ContentAccess access, IAgencyDirectory agencies) : PageModel
{
    public ContentVersion Version { get; private set; } = null!;

    public ContentTypeDefinition Type { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    /// <summary>The form; null while somebody is deciding on the item.</summary>
    public ItemForm? Form { get; private set; }

    /// <summary>The revision that the form was made of.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>Shows the item's form.</summary>
    /// <param name="id">The item.</param>
    /// <param name="check">Whether to say what is missing for review.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<IActionResult> OnGetAsync(string id, bool check, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is { } refusal)
        {
            return refusal;
        }

        Revision = Version.Item.Revision;
        if (WorkflowTable.IsEditable(Version.Stage))
        {
            Form = await forms.OpenAsync(Subject, Version.Parts, cancellation);
            if (check)
            {
                this.Show(Form, await validation.ProblemsAsync(new(Type, Version.Parts, Version.Item.AgencyId, id), cancellation));
            }
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string? then, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is { } refusal)
        {
            return refusal;
        }

        var reading = await forms.ReadAsync(Subject, Request.Form, Version.Parts, cancellation);
        Form = reading.Form;
        if (reading.IsSearch || reading.Blocking.Count > 0)
        {
            this.Show(Form, reading.IsSearch ? [] : reading.Blocking);
            return Page();
        }

        try
        {
            var saved = await store.SaveAsync(id, Revision, reading.Data, cancellation);
            return await submission.FinishAsync(this, saved, reading, then, cancellation);
        }
        catch (ContentRefusedException refused)
        {
            this.Show(Form, []);
            return this.Refused(refused);
        }
    }

    private EditorSubject Subject => new(Type, Version.Item.AgencyId, Version.ItemId, Version.Item.IndexNumber, User);

    // What others write is not there for whoever may not see it; who may see but not write is told so.
    private async Task<IActionResult?> LoadAsync(string id, CancellationToken cancellation)
    {
        if (await store.LatestAsync(id, cancellation) is not { } version
            || !await access.MaySeeUnpublishedAsync(User, version.Item.AgencyId, cancellation)
            || await definitions.TypeAsync(version.Item.Type, cancellation) is not { IsCreatable: true } type)
        {
            return NotFound();
        }

        (Version, Type) = (version, type);
        AgencyName = (await agencies.FindAsync(version.Item.AgencyId, cancellation))?.Name ?? version.Item.AgencyId;
        return await access.MayEditAsync(User, version.Item.AgencyId, cancellation) ? null : Forbid();
    }
}
