using Livelihood.Content.Access;
using Livelihood.Content.Definitions;
using Livelihood.Content.Editing;
using Livelihood.Content.Editing.Merging;
using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Content.Validation;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>Edits an item by the form of its type. Every save is a draft.</summary>
[Authorize(Policy = Permissions.EditContent)]
[TakesFiles]
public sealed class EditModel(
    ItemForms forms, ItemSubmission submission, ItemValidation validation, IContentStore store, ContentDefinitions definitions,
    ContentAccess access, IAgencyDirectory agencies, EditConflicts conflicts, ItemImport import) : PageModel
{
    /// <summary>What a file brought; null where none was read.</summary>
    public ImportedForm? Imported { get; private set; }

    public ContentVersion Version { get; private set; } = null!;

    public ContentTypeDefinition Type { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    /// <summary>The form; null while somebody is deciding on the item.</summary>
    public ItemForm? Form { get; private set; }

    /// <summary>The revision that the form was made of.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The number of the version that the form was made of.</summary>
    public int BaseVersion { get; private set; }

    /// <summary>What somebody else changed meanwhile; null where nobody did.</summary>
    public EditConflict? Conflict { get; private set; }

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

        (Revision, BaseVersion) = (Version.Item.Revision, Version.Number);
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

    /// <summary>Fills the form from a file; nothing is saved.</summary>
    public async Task<IActionResult> OnPostImportAsync(string id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is { } refusal)
        {
            return refusal;
        }

        var before = await conflicts.BaseAsync(id, Request.Form, cancellation) ?? Version;
        BaseVersion = before.Number;
        var reading = await forms.ReadAsync(Subject, Request.Form, before.Parts, cancellation);
        Imported = await this.ImportAsync(import, Subject, reading, cancellation);
        Form = Imported?.Form ?? reading.Form;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string? then, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is { } refusal)
        {
            return refusal;
        }

        var before = await conflicts.BaseAsync(id, Request.Form, cancellation) ?? Version;
        BaseVersion = before.Number;
        var reading = await forms.ReadAsync(Subject, Request.Form, before.Parts, cancellation);
        Form = reading.Form;
        if (reading.IsSearch || reading.Blocking.Count > 0)
        {
            this.Show(Form, reading.IsSearch ? [] : reading.Blocking);
            return Page();
        }

        try
        {
            if (await SaveAsync(before, reading.Data, cancellation) is not { } saved)
            {
                this.Show(Form, []);
                ModelState.AddModelError("conflict", "有几处两个人都改了，请选择保留谁的。");
                return await ShowConflictAsync(before, reading.Data, cancellation);
            }

            return await submission.FinishAsync(this, saved, reading, then, cancellation);
        }
        catch (ContentConflictException)
        {
            this.Show(Form, []);
            ModelState.AddModelError("conflict", "有人先保存了修改。您填写的内容没有丢失，请核对后合并。");
            return await ShowConflictAsync(before, reading.Data, cancellation);
        }
        catch (ContentRefusedException refused)
        {
            this.Show(Form, []);
            return this.Refused(refused);
        }
    }

    // Null where a choice between two people's texts is still to be made.
    private async Task<ContentVersion?> SaveAsync(ContentVersion before, ContentData mine, CancellationToken cancellation)
    {
        if (!Request.Form.ContainsKey(EditConflicts.MergeButton))
        {
            return await store.SaveAsync(before.ItemId, Revision, mine, cancellation);
        }

        var seen = int.TryParse(Request.Form[EditConflicts.RevisionField], out var revision) ? revision : Revision;
        return await conflicts.MergeAsync(before, mine, Request.Form, cancellation) is { } merged
            ? await store.SaveAsync(before.ItemId, seen, merged, cancellation)
            : null;
    }

    private async Task<IActionResult> ShowConflictAsync(ContentVersion before, ContentData mine, CancellationToken cancellation)
    {
        Conflict = await conflicts.OfAsync(before, mine, Request.Form, cancellation);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
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
