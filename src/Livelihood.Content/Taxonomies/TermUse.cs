using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Taxonomies;

/// <summary>
/// Tells whether items carry a term. Asked only when a term is to be deleted or given another code; it looks into the
/// data of the versions that count, so that no part or field can be forgotten.
/// </summary>
internal sealed class TermUse(PortalDbContext db)
{
    /// <summary>Whether a latest or published version names the term by its id or its code, or by its name where it has no code.</summary>
    public Task<bool> AnyAsync(TaxonomyTerm term, CancellationToken cancellation)
    {
        var (id, word) = ($"\"{term.ContentItemId}\"", $"\"{term.Alias ?? term.DisplayText}\"");
        return db.Set<ContentVersion>().AnyAsync(
            v => (v.Latest || v.Published) && v.Item.Type != TaxonomyEditor.TypeName && (v.Data.Contains(id) || v.Data.Contains(word)),
            cancellation);
    }
}
