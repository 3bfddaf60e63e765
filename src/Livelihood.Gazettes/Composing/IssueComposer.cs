using System.Security.Claims;
using Livelihood.Content.Access;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Gazettes.Domain.Composing;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Composing;

/// <summary>An issue that is composed here, as a member of staff sees it.</summary>
/// <param name="Version">Its latest version, with its item.</param>
/// <param name="Issue">The issue.</param>
/// <param name="MayEdit">Whether the person may edit it, and it may be edited now.</param>
public sealed record Composition(ContentVersion Version, GazetteIssuePart Issue, bool MayEdit)
{
    /// <summary>The revision that the person sees; an edit names it.</summary>
    public int Revision => Version.Item.Revision;

    /// <summary>Whether there is a change to take back.</summary>
    public bool MayUndo => MayEdit && Version is { Stage: VersionStage.Draft, Number: > 1 };
}

/// <summary>
/// Composes issues. Every edit is saved at once as a version, on the revision that the editor saw: what a second editor
/// wrote meanwhile is never lost, and the last change can be taken back.
/// </summary>
public sealed class IssueComposer(
    PortalDbContext db, IContentStore store, ContentAccess access, StaffAccess staff, IssueDocuments documents, PrintableDocuments printable, IEnumerable<IIssuePages> printers, PageNumbering numbering)
{
    /// <summary>The composed issue of a year and number; null where there is none, or it is not for this person.</summary>
    public async Task<Composition?> FindAsync(ClaimsPrincipal person, int year, int number, CancellationToken cancellation = default)
    {
        var path = GazetteIssuePart.PathOf(year, number);
        var latest = await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).FirstOrDefaultAsync(v => v.Latest && v.Item.Path == path, cancellation);
        if (latest?.Part<GazetteIssuePart>() is not { Composed: true } issue || !await access.MaySeeUnpublishedAsync(person, latest.Item.AgencyId, cancellation))
        {
            return null;
        }

        var mayEdit = WorkflowTable.IsEditable(latest.Stage) && await access.MayEditAsync(person, latest.Item.AgencyId, cancellation);
        return new(latest, issue, mayEdit);
    }

    /// <summary>Whether the person may say that warnings are meant: who edits the issue, and who publishes it.</summary>
    public async Task<bool> MayAnswerAsync(ClaimsPrincipal person, Composition composition, CancellationToken cancellation = default) =>
        await staff.MayAsync(person, Permissions.EditContent, composition.Version.Item.AgencyId, cancellation)
        || await staff.MayAsync(person, Permissions.PublishContent, composition.Version.Item.AgencyId, cancellation);

    /// <summary>Edits the contents.</summary>
    /// <exception cref="ContentConflictException">Somebody else edited meanwhile.</exception>
    /// <exception cref="ContentRefusedException">It cannot be done.</exception>
    public async Task<EditedContents> EditAsync(
        Composition composition, int revision, Func<GazetteIssuePart, EditedContents> edit, CancellationToken cancellation = default)
    {
        RequireTurn(composition, revision);
        var edited = edit(composition.Issue);
        await SaveAsync(composition, edited.Issue, cancellation);
        return edited;
    }

    /// <summary>Adds documents to a section, among those that the person may choose.</summary>
    public async Task<EditedContents> AddAsync(
        ClaimsPrincipal person, Composition composition, int revision, int section, IReadOnlyList<string> itemIds, CancellationToken cancellation = default)
    {
        RequireTurn(composition, revision);
        var allowed = await printable.AllowedAsync(person, itemIds, cancellation);
        var found = await documents.ByIdAsync([.. itemIds.Where(allowed.Contains)], cancellation);
        var entries = itemIds.Where(found.ContainsKey).Select(id => new GazetteEntry(id, found[id].DisplayText, null)).ToList();
        return entries.Count == 0
            ? throw new CompositionRefusedException("请勾选要加入的文件。")
            : await EditAsync(composition, revision, issue => ContentsEdit.Add(issue, section, entries), cancellation);
    }

    /// <summary>Changes the masthead; year and number are the issue's key and stay.</summary>
    public Task SaveMastheadAsync(Composition composition, int revision, IssueMasthead masthead, CancellationToken cancellation = default)
    {
        RequireTurn(composition, revision);
        return store.SaveAsync(composition.Version.ItemId, revision, masthead.Into(ContentData.Parse(composition.Version.Data)), cancellation);
    }

    /// <summary>Takes the last change back; once more, and it is there again.</summary>
    public async Task UndoAsync(Composition composition, int revision, CancellationToken cancellation = default)
    {
        RequireTurn(composition, revision);
        var number = composition.Version.Number - 1;
        var before = await db.Set<ContentVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.ItemId == composition.Version.ItemId && v.Number == number, cancellation);
        if (before is null || !composition.MayUndo)
        {
            throw new CompositionRefusedException("没有可以撤销的改动。");
        }

        await store.SaveAsync(composition.Version.ItemId, revision, ContentData.Parse(before.Data), cancellation);
    }

    /// <summary>Sets the issue as it will be printed, and writes the pages into the contents.</summary>
    public async Task<EditedContents> PaginateAsync(Composition composition, int revision, CancellationToken cancellation = default)
    {
        RequireTurn(composition, revision);
        var versions = await documents.InOrderAsync(composition.Issue, cancellation);
        foreach (var printer in printers)
        {
            if (await printer.MeasureAsync(composition.Version, versions, cancellation) is { } measured)
            {
                return await EditAsync(
                    composition, revision, issue => new(PageAssignment.Assign(issue, measured, numbering), $"已经排版，{measured.Starts.Count}篇的页码写进了目录。"), cancellation);
            }
        }

        throw new CompositionRefusedException("这台服务器上没有用来排版的浏览器（Chromium），不能自动排页码。请在每一篇的“题名和页码”里按印刷本填写，或者请系统管理员安装。");
    }

    private static void RequireTurn(Composition composition, int revision)
    {
        if (!composition.MayEdit)
        {
            throw new StepForbiddenException(WorkflowTable.IsEditable(composition.Version.Stage)
                ? "您没有编排这一期的权限。"
                : $"这一期现在的状态是“{composition.Version.Stage.Text()}”，不能改动。要改的话，请先撤回修改。");
        }

        if (composition.Revision != revision)
        {
            throw new ContentConflictException();
        }
    }

    private Task<ContentVersion> SaveAsync(Composition composition, GazetteIssuePart issue, CancellationToken cancellation) => store.SaveAsync(
        composition.Version.ItemId, composition.Revision, ContentData.Parse(composition.Version.Data).Set(issue), cancellation);
}
