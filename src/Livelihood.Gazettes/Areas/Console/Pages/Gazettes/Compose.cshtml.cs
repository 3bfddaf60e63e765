using System.Globalization;
using Livelihood.Content.Items;
using Livelihood.Gazettes.Composing;
using Livelihood.Gazettes.Domain.Composing;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>Composes an issue: its sections and entries, pages, checks. Each button is one edit, saved at once.</summary>
public sealed class ComposeModel(IssueComposer composer, IssueBeginning beginning, IssueFindings findings, IssueDocuments documents, IAgencyDirectory agencies) : GazettePageModel
{
    public Composition Composition { get; private set; } = null!;

    public GazetteIssuePart Issue => Composition.Issue;

    /// <summary>The versions that are printed, by item.</summary>
    public IReadOnlyDictionary<string, ContentVersion> Documents { get; private set; } = new Dictionary<string, ContentVersion>();

    public IReadOnlyList<FindingLine> Findings { get; private set; } = [];

    /// <summary>Names of sections to choose from, without those that are there.</summary>
    public IReadOnlyList<string> SectionNames { get; private set; } = [];

    /// <summary>What was just done and where it stands now.</summary>
    public string? Said { get; private set; }

    /// <summary>The control that is to have the focus, such as <c>entry-1-3-up</c>.</summary>
    public string? Focus { get; private set; }

    /// <summary>What was typed for the section, where it was refused.</summary>
    public string? TypedName { get; private set; }

    public int Blocking => Findings.Count(f => f.Finding.Severity == FindingSeverity.Blocking);

    public int Open => Findings.Count(f => f.IsOpen);

    public async Task<IActionResult> OnGetAsync(int year, int number, CancellationToken cancellation)
    {
        if (!await FindAsync(year, number, cancellation))
        {
            return NotFound();
        }

        (Said, Focus) = (TempData["Said"] as string, TempData["Focus"] as string);
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>One place up or down.</summary>
    public Task<IActionResult> OnPostStepAsync(int year, int number, int revision, string? at, string? step, CancellationToken cancellation) => EditAsync(
        year, number, revision, issue => ContentsEdit.Step(issue, Place(at), step == "up"), e => $"entry-{Anchor(e.Entry)}-{(step == "up" ? "up" : "down")}", cancellation);

    /// <summary>To another section, or to a place in one.</summary>
    public Task<IActionResult> OnPostMoveAsync(int year, int number, int revision, string? at, int section, int? position, CancellationToken cancellation) => EditAsync(
        year, number, revision, issue => ContentsEdit.Move(issue, Place(at), new(section, position ?? int.MaxValue)), e => $"entry-{Anchor(e.Entry)}-handle", cancellation);

    public Task<IActionResult> OnPostRemoveAsync(int year, int number, int revision, string? at, CancellationToken cancellation) => EditAsync(
        year, number, revision, issue => ContentsEdit.Remove(issue, Place(at)), e => e.Entry is null ? $"section-{e.Section}" : $"entry-{Anchor(e.Entry)}-remove", cancellation);

    /// <summary>The title in the contents, and the page.</summary>
    public Task<IActionResult> OnPostDescribeAsync(int year, int number, int revision, string? at, string? title, string? page, CancellationToken cancellation) => EditAsync(
        year, number, revision, issue => ContentsEdit.Describe(issue, Place(at), title ?? "", Page(page)), e => $"entry-{Anchor(e.Entry)}-details", cancellation);

    public Task<IActionResult> OnPostAddSectionAsync(int year, int number, int revision, string? name, CancellationToken cancellation)
    {
        TypedName = name;
        return EditAsync(year, number, revision, issue => SectionsEdit.Add(issue, name), _ => "new-section", cancellation);
    }

    public Task<IActionResult> OnPostRenameSectionAsync(int year, int number, int revision, int section, string? name, CancellationToken cancellation) => EditAsync(
        year, number, revision, issue => SectionsEdit.Rename(issue, section, name), e => $"section-{e.Section}-details", cancellation);

    public Task<IActionResult> OnPostStepSectionAsync(int year, int number, int revision, int section, string? step, CancellationToken cancellation) => EditAsync(
        year, number, revision, issue => SectionsEdit.Step(issue, section, step == "up"), e => $"section-{e.Section}-{(step == "up" ? "up" : "down")}", cancellation);

    public Task<IActionResult> OnPostRemoveSectionAsync(int year, int number, int revision, int section, CancellationToken cancellation) => EditAsync(
        year, number, revision, issue => SectionsEdit.Remove(issue, section), e => e.Section is { } left ? $"section-{left}" : "new-section", cancellation);

    public Task<IActionResult> OnPostPaginateAsync(int year, int number, int revision, CancellationToken cancellation) => ActAsync(
        year, number, async () => ((await composer.PaginateAsync(Composition, revision, cancellation)).Said, "paginate"), cancellation);

    public Task<IActionResult> OnPostUndoAsync(int year, int number, int revision, CancellationToken cancellation) => ActAsync(
        year, number, async () =>
        {
            await composer.UndoAsync(Composition, revision, cancellation);
            return ("已撤销上一步。再撤销一次，就恢复那一步。", "undo");
        }, cancellation);

    /// <summary>Says that warnings are meant.</summary>
    public Task<IActionResult> OnPostAcceptAsync(int year, int number, string[] keys, string? word, CancellationToken cancellation) => ActAsync(
        year, number, async () =>
        {
            if (!await composer.MayAnswerAsync(User, Composition, cancellation))
            {
                throw new Livelihood.Content.Workflow.StepForbiddenException("您没有编排或者发布这一期的权限，不能确认提醒。");
            }

            return ($"已确认{await findings.AcceptAsync(Composition.Version, keys, word, cancellation)}处提醒，连同说明记入审计。", "checks");
        }, cancellation);

    /// <summary>The agency's short name.</summary>
    public async Task<string> AgencyAsync(string id) => (await agencies.FindAsync(id, HttpContext.RequestAborted))?.ShortName ?? id;

    /// <summary>A place as part of an id.</summary>
    public static string Anchor(EntryPlace? place) => string.Create(CultureInfo.InvariantCulture, $"{place?.Section}-{place?.Entry}");

    /// <summary>Where a finding is mended; null where this page is not the place, and the person may not see the other.</summary>
    public string? MendUrl(IssueFinding finding) => finding.Mend switch
    {
        MendAt.Masthead => Url.Content($"~/console/gazettes/{Issue.Year}/{Issue.Number}/masthead"),
        MendAt.Pages => "#pages",
        MendAt.Document => Url.Content($"~/console/content/{finding.ItemId}"),
        _ => finding.Place is { } place ? $"#entry-{Anchor(place)}" : finding.Section is { } section ? $"#section-{section}" : "#contents",
    };

    private Task<IActionResult> EditAsync(
        int year, int number, int revision, Func<GazetteIssuePart, EditedContents> edit, Func<EditedContents, string> focus, CancellationToken cancellation) => ActAsync(
        year, number, async () =>
        {
            var edited = await composer.EditAsync(Composition, revision, edit, cancellation);
            return (edited.Said, focus(edited));
        }, cancellation);

    private async Task<IActionResult> ActAsync(int year, int number, Func<Task<(string Said, string Focus)>> act, CancellationToken cancellation)
    {
        if (!await FindAsync(year, number, cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        try
        {
            (var said, var focus) = await act();
            (TempData["Said"], TempData["Focus"]) = (said, focus);
            return RedirectToPage(new { year, number });
        }
        catch (ContentRefusedException refused)
        {
            await FindAsync(year, number, cancellation);
            await LoadAsync(cancellation);
            var message = refused is ContentConflictException ? "您打开这一页以后，别人改动过这一期，所以您刚才的操作没有生效。下面是现在的样子，请核对后再做一次。" : refused.Message;
            ModelState.AddModelError((refused as FieldRefusedException)?.Field ?? "", message);
            Response.StatusCode = refused.StatusOf();
            return Page();
        }
    }

    private async Task<bool> FindAsync(int year, int number, CancellationToken cancellation)
    {
        if (await composer.FindAsync(User, year, number, cancellation) is not { } found)
        {
            return false;
        }

        Composition = found;
        return true;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var there = Issue.Sections.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        SectionNames = [.. (await beginning.SectionNamesAsync(cancellation)).Where(n => !there.Contains(n))];
        Documents = await documents.ByIdAsync([.. Issue.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId).OfType<string>()], cancellation);
        Findings = await findings.OfAsync(Composition.Version, cancellation);
    }

    private static EntryPlace Place(string? at) => EntryPlace.Parse(at) ?? throw new CompositionRefusedException("没有说明是哪一篇。请重新打开这一页。");

    private static int? Page(string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : throw new CompositionRefusedException($"“{typed.Trim()}”不是页码。页码是1到9999的整数；还没有排版的，请留空。");
}
