using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Taxonomies;

/// <summary>Looks terms of a taxonomy up by their codes.</summary>
public sealed class TaxonomyTerms(PortalDbContext db)
{
    /// <summary>The address of the taxonomy 公开类别 (第二十条, 第二十一条).</summary>
    public const string Categories = "/taxonomies/categories";

    /// <summary>A term in words; the code itself where the taxonomy does not have it, null for none.</summary>
    public async Task<string?> NameOfAsync(string taxonomyPath, string? code, CancellationToken cancellation = default)
    {
        if (code is null)
        {
            return null;
        }

        var taxonomy = await db.Set<ContentVersion>().AsNoTracking()
            .FirstOrDefaultAsync(v => v.Latest && v.Item.Path == taxonomyPath, cancellation);
        return taxonomy?.Part<TaxonomyPart>()?.Terms.FirstOrDefault(t => t.Alias == code)?.DisplayText ?? code;
    }
}
