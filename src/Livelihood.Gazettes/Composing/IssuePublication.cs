using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Content.Workflow;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Gazettes.Composing;

/// <summary>
/// Makes the documents of a composed issue public with it, in its transaction: by whatever way the issue becomes public,
/// at once or at its time. Where one document cannot, the issue cannot either.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="documents">Finds the versions to print.</param>
/// <param name="audit">The audit trail.</param>
/// <param name="services">Gives the printing when it is needed: it publishes, and publication calls this.</param>
internal sealed class IssuePublication(PortalDbContext db, IssueDocuments documents, IAuditTrail audit, IServiceProvider services) : IContentHandler
{
    public async Task PublishedAsync(PublishedContent content, CancellationToken cancellation)
    {
        if (content.Version.Part<GazetteIssuePart>() is not { Composed: true } issue)
        {
            return;
        }

        var entries = issue.Sections.SelectMany(s => s.Entries.Select(e => (Section: s.Name, Entry: e))).ToList();
        var found = await documents.ByIdAsync([.. entries.Select(e => e.Entry.ItemId).OfType<string>()], cancellation);
        RequireReady(entries.ConvertAll(e => e.Entry), found);
        var printing = services.GetRequiredService<IDocumentPrinting>();
        var named = $"《{issue.Gazette}》{issue.Citation()}";
        var made = 0;
        foreach (var (index, (section, entry)) in entries.Index())
        {
            var place = new PrintedInPart(content.Id, section, index + 1, entry.Page);
            var comment = $"刊登于{named}{(entry.Page is { } page ? $"，第{page}页" : "")}；文字没有改动。";
            // Where it was printed first stays on record; the contents of this issue name it all the same.
            var isReprint = found[entry.ItemId!] is { Published: true } version && version.Part<PrintedInPart>() is { } first && first.IssueId != content.Id;
            made += !isReprint && await printing.PrintAsync(entry.ItemId!, place, comment, cancellation) ? 1 : 0;
        }

        audit.Record("gazette.composed-published", IssueContent.IssueType, content.Id, new { Documents = entries.Count, PublishedWithIt = made });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>An issue that is withdrawn leaves its documents public.</summary>
    public Task WithdrawnAsync(string itemId, CancellationToken cancellation) => Task.CompletedTask;

    // All of them are named, so that nobody mends one after the other.
    private static void RequireReady(IReadOnlyList<GazetteEntry> entries, IReadOnlyDictionary<string, ContentVersion> found)
    {
        var problems = entries.Select(e => e.ItemId is not null && found.TryGetValue(e.ItemId, out var version) ? ProblemOf(version) : $"“{e.Title}”没有对应的文件").OfType<string>().ToList();
        if (problems.Count > 0)
        {
            throw new ContentRefusedException($"公报没有发布，其中的文件也都没有发布：{string.Join("；", problems)}。请先办好这些文件，或者把它们移出这一期。");
        }
    }

    private static string? ProblemOf(ContentVersion version) => version switch
    {
        { Latest: false } => $"《{version.DisplayText}》在公开的版本之后又有修改，现在是“{version.Item.Stage.Text()}”",
        { Stage: VersionStage.Published } => null,
        _ when IssueDocuments.IsApproved(version.Stage) => null,
        _ => $"《{version.DisplayText}》现在是“{version.Stage.Text()}”，没有批准",
    };
}
