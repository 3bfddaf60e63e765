using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Taxonomies;

/// <summary>Looks terms up by their codes. A taxonomy is read once a scope, however many terms are asked for.</summary>
public sealed class TaxonomyTerms(PortalDbContext db)
{
    /// <summary>The address of the taxonomy 公开类别 (第二十条, 第二十一条).</summary>
    public const string Categories = "/taxonomies/categories";

    /// <summary>The address of the taxonomy 主题分类.</summary>
    public const string Topics = "/taxonomies/topics";

    /// <summary>The address of the taxonomy 公文种类.</summary>
    public const string DocumentTypes = "/taxonomies/document-types";

    /// <summary>The address of the taxonomy 地区.</summary>
    public const string Regions = "/taxonomies/regions";

    private readonly Dictionary<string, TaxonomyTree?> _read = new(StringComparer.Ordinal);

    /// <summary>A term in words; the code itself where the taxonomy does not have it, null for none.</summary>
    public async Task<string?> NameOfAsync(string taxonomyPath, string? code, CancellationToken cancellation = default) =>
        code is null
            ? null
            : (await TreeAsync(taxonomyPath, cancellation))?.Lines.Find(l => l.Term.Alias == code)?.Term.DisplayText ?? code;

    /// <summary>The terms that an editor may choose, in order: those not retired. Empty where there is no such taxonomy.</summary>
    public async Task<IReadOnlyList<TermLine>> ChoicesAsync(string taxonomyPath, CancellationToken cancellation = default) =>
        [.. (await TreeAsync(taxonomyPath, cancellation))?.Lines.Where(l => !l.Term.Retired) ?? []];

    /// <summary>The whole taxonomy of an id, or null.</summary>
    public async Task<TaxonomyTree?> TreeOfAsync(string taxonomyId, CancellationToken cancellation = default)
    {
        if (!_read.TryGetValue(taxonomyId, out var tree))
        {
            var taxonomy = await db.Set<ContentVersion>().AsNoTracking()
                .FirstOrDefaultAsync(v => v.Latest && v.ItemId == taxonomyId, cancellation);
            tree = taxonomy?.Part<TaxonomyPart>() is { } part ? TaxonomyTree.Of(part) : null;
            _read.Add(taxonomyId, tree);
        }

        return tree;
    }

    /// <summary>The whole taxonomy at an address, or null.</summary>
    public async Task<TaxonomyTree?> TreeAsync(string taxonomyPath, CancellationToken cancellation = default)
    {
        if (!_read.TryGetValue(taxonomyPath, out var tree))
        {
            var taxonomy = await db.Set<ContentVersion>().AsNoTracking()
                .FirstOrDefaultAsync(v => v.Latest && v.Item.Path == taxonomyPath, cancellation);
            tree = taxonomy?.Part<TaxonomyPart>() is { } part ? TaxonomyTree.Of(part) : null;
            _read.Add(taxonomyPath, tree);
        }

        return tree;
    }
}
