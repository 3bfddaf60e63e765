using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Content.Taxonomies;

/// <summary>A taxonomy as the console shows it.</summary>
/// <param name="Id">The content item's id.</param>
/// <param name="Name">The Chinese name.</param>
/// <param name="Path">The address that code and recipes name it by.</param>
/// <param name="Revision">What a save must know.</param>
/// <param name="Tree">The terms.</param>
public sealed record Taxonomy(string Id, string Name, string Path, int Revision, TaxonomyTree Tree);

/// <summary>
/// Changes taxonomies: content items of the type <c>Taxonomy</c>, which are never published as pages; their latest
/// version counts. Every change makes a version and is audited.
/// </summary>
public sealed class TaxonomyEditor(PortalDbContext db, IContentStore store, IAuditTrail audit, IConfiguration configuration)
{
    internal const string TypeName = "Taxonomy";

    private readonly TermUse _use = new(db);

    /// <summary>All taxonomies by name.</summary>
    public async Task<IReadOnlyList<Taxonomy>> AllAsync(CancellationToken cancellation = default)
    {
        var versions = await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item)
            .Where(v => v.Latest && v.Item.Type == TypeName)
            .OrderBy(v => v.DisplayText)
            .ToListAsync(cancellation);
        return [.. versions.Select(Read)];
    }

    /// <summary>The taxonomy of this id, or null.</summary>
    public async Task<Taxonomy?> FindAsync(string id, CancellationToken cancellation = default) =>
        await store.LatestAsync(id, cancellation) is { Item.Type: TypeName } version ? Read(version) : null;

    /// <summary>Makes a taxonomy without terms; it belongs to the agency that runs the portal.</summary>
    /// <exception cref="ContentRefusedException">A name or address is missing, wrong or taken.</exception>
    public async Task<string> CreateAsync(string? name, string? segment, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > TaxonomyTree.LongestName)
        {
            throw new FieldRefusedException("Name", $"请填写名称，不超过{TaxonomyTree.LongestName}个字。");
        }

        if (!AddressSegment.IsValid(segment))
        {
            throw new FieldRefusedException("Segment", AddressSegment.Hint);
        }

        var agency = configuration["Portal:OperatingAgency"]
            ?? throw new ContentRefusedException("没有设置主办机关，无法新建分类法。请由运维人员设置 Portal:OperatingAgency。");
        try
        {
            var data = new ContentData(new TitlePart(name.Trim()), new AutoroutePart("taxonomies/" + segment), new TaxonomyPart([], "Term"));
            return (await store.CreateAsync(new(TypeName, agency, data), cancellation)).ItemId;
        }
        catch (ContentRefusedException taken)
        {
            throw new FieldRefusedException("Segment", taken.Message);
        }
    }

    /// <summary>Adds a term.</summary>
    /// <exception cref="ContentRefusedException">A rule is broken, or somebody else wrote meanwhile.</exception>
    public Task AddAsync(Taxonomy taxonomy, int revision, TermEdit edit, CancellationToken cancellation = default)
    {
        var id = ContentId.New();
        return SaveAsync(taxonomy, revision, taxonomy.Tree.Add(id, edit), "added", id, cancellation);
    }

    /// <summary>Changes a term; the code of one in use stays.</summary>
    /// <exception cref="ContentRefusedException">A rule is broken, or somebody else wrote meanwhile.</exception>
    public async Task ChangeAsync(Taxonomy taxonomy, int revision, string termId, TermEdit edit, CancellationToken cancellation = default)
    {
        var changed = taxonomy.Tree.Change(termId, edit);
        var (before, after) = (taxonomy.Tree.Find(termId)!.Term, changed.Find(termId)!.Term);
        var named = (before.Alias ?? before.DisplayText) == (after.Alias ?? after.DisplayText);
        if (!named && await _use.AnyAsync(before, cancellation))
        {
            throw before.Alias is null
                ? new FieldRefusedException(nameof(edit.Name), "已有内容用这个名称归类，名称不能改。可以停用它，另建一个分类项。")
                : new FieldRefusedException(nameof(edit.Code), $"已有内容用代码“{before.Alias}”归类，代码不能改；名称可以改。");
        }

        await SaveAsync(taxonomy, revision, changed, "changed", termId, cancellation);
    }

    /// <summary>Moves a term one place up or down.</summary>
    /// <exception cref="ContentRefusedException">The term is gone, or somebody else wrote meanwhile.</exception>
    public Task MoveAsync(Taxonomy taxonomy, int revision, string termId, bool up, CancellationToken cancellation = default) =>
        SaveAsync(taxonomy, revision, taxonomy.Tree.Move(termId, up), "moved", termId, cancellation);

    /// <summary>Deletes a term that nothing uses.</summary>
    /// <exception cref="ContentRefusedException">It is in use or has terms below it, or somebody else wrote meanwhile.</exception>
    public async Task DeleteAsync(Taxonomy taxonomy, int revision, string termId, CancellationToken cancellation = default)
    {
        var without = taxonomy.Tree.Remove(termId);
        if (await _use.AnyAsync(taxonomy.Tree.Find(termId)!.Term, cancellation))
        {
            throw new ContentRefusedException("已有内容归在这一项，不能删除。可以停用：编辑时不再出现，已有的内容不受影响。");
        }

        await SaveAsync(taxonomy, revision, without, "deleted", termId, cancellation);
    }

    private async Task SaveAsync(
        Taxonomy taxonomy, int revision, TaxonomyTree tree, string change, string termId, CancellationToken cancellation)
    {
        if (revision != taxonomy.Revision)
        {
            throw new ContentConflictException();
        }

        if (ReferenceEquals(tree, taxonomy.Tree))
        {
            return;
        }

        var latest = (await store.LatestAsync(taxonomy.Id, cancellation))!;
        audit.Record($"taxonomy.term-{change}", nameof(ContentItem), taxonomy.Id, new { Term = termId, Name = (tree.Find(termId) ?? taxonomy.Tree.Find(termId))?.Term.DisplayText });
        await store.SaveAsync(taxonomy.Id, revision, latest.Parts.Set(tree.ToPart()), cancellation);
    }

    private static Taxonomy Read(ContentVersion version) => new(
        version.ItemId, version.DisplayText, version.Item.Path, version.Item.Revision,
        TaxonomyTree.Of(version.Part<TaxonomyPart>() ?? new([])));
}
