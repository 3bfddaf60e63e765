using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Catalogue;

/// <summary>
/// How many catalogue lines share type, agency, category and year. Lists show exact totals from these few rows, however
/// many items there are.
/// </summary>
[Unaudited("Tallies follow from publication and withdrawal, which are audited.")]
public sealed class CatalogueTally
{
    /// <summary>The content type's name.</summary>
    public required string Type { get; init; }

    /// <summary>The agency's id.</summary>
    public required string AgencyId { get; init; }

    /// <summary>公开类别; empty for none.</summary>
    public required string Category { get; init; }

    /// <summary>The year of the lines' date.</summary>
    public int Year { get; init; }

    /// <summary>How many.</summary>
    public int Count { get; init; }
}

/// <summary>Keeps the tallies in step, in the transaction of the publication.</summary>
internal sealed class CatalogueTallies(PortalDbContext db)
{
    /// <summary>Counts a line in.</summary>
    public Task AddAsync(CatalogueEntry entry, CancellationToken cancellation) => ChangeAsync(entry, 1, cancellation);

    /// <summary>Counts a line out, with the values that it was counted in by.</summary>
    public Task RemoveAsync(CatalogueEntry entry, CancellationToken cancellation) => ChangeAsync(entry, -1, cancellation);

    private Task<int> ChangeAsync(CatalogueEntry entry, int by, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO catalogue_tallies ("Type", "AgencyId", "Category", "Year", "Count")
            VALUES ({entry.Type}, {entry.AgencyId}, {entry.Category ?? ""}, {entry.Date.Year}, {by})
            ON CONFLICT ("Type", "AgencyId", "Category", "Year") DO UPDATE SET "Count" = catalogue_tallies."Count" + {by}
            """,
            cancellation);
}
