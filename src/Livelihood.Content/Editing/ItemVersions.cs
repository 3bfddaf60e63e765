using System.Security.Claims;
using Livelihood.Content.Access;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Editing;

/// <summary>A version in the list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="ModifiedUtc">When it was written.</param>
/// <param name="Author">Who wrote it, by name.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Steps">The steps it took, in words, oldest first.</param>
public sealed record VersionLine(int Number, DateTimeOffset ModifiedUtc, string Author, VersionStage Stage, IReadOnlyList<string> Steps);

/// <summary>A page of the list of versions, newest first.</summary>
public sealed record VersionPage(IReadOnlyList<VersionLine> Lines, int Current, int PageCount);

/// <summary>Reads an item's versions, for staff who see what is not published of its agency.</summary>
public sealed class ItemVersions(PortalDbContext db, ContentAccess access, ActorNames names)
{
    /// <summary>How many versions a page lists.</summary>
    public const int PageSize = 50;

    /// <summary>A version with its item; null where there is none, or it is not for this person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="itemId">The item.</param>
    /// <param name="number">The version's number; null for the latest.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<ContentVersion?> FindAsync(
        ClaimsPrincipal person, string itemId, int? number = null, CancellationToken cancellation = default)
    {
        var version = await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item)
            .FirstOrDefaultAsync(v => v.ItemId == itemId && (number == null ? v.Latest : v.Number == number), cancellation);
        return version is not null && await access.MaySeeUnpublishedAsync(person, version.Item.AgencyId, cancellation) ? version : null;
    }

    /// <summary>The number of the version that the public sees, or null.</summary>
    public Task<int?> PublishedNumberAsync(string itemId, CancellationToken cancellation = default) =>
        db.Set<ContentVersion>().Where(v => v.ItemId == itemId && v.Published).Select(v => (int?)v.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>A page of an item's versions; a page that is not there is the nearest one that is.</summary>
    public async Task<VersionPage> PageAsync(string itemId, int page, CancellationToken cancellation = default)
    {
        var versions = db.Set<ContentVersion>().AsNoTracking().Where(v => v.ItemId == itemId);
        var pages = Math.Max(1, (await versions.CountAsync(cancellation) + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        // Without the texts, which can be long.
        var rows = await versions.OrderByDescending(v => v.Number).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(v => new { v.Number, v.ModifiedUtc, v.Author, v.Stage }).ToListAsync(cancellation);
        var numbers = rows.ConvertAll(r => r.Number);
        var steps = (await db.Set<WorkflowStep>().AsNoTracking().Where(s => s.ItemId == itemId && numbers.Contains(s.VersionNumber))
                .OrderBy(s => s.AtUtc).ThenBy(s => s.Id).ToListAsync(cancellation))
            .ToLookup(s => s.VersionNumber, ItemHistory.TitleOf);
        var of = await names.OfAsync(rows.Select(r => r.Author), cancellation);
        return new([.. rows.Select(r => new VersionLine(r.Number, r.ModifiedUtc, of[r.Author], r.Stage, [.. steps[r.Number]]))], page, pages);
    }
}
