using System.Security.Cryptography;
using System.Text;
using Livelihood.Content.Items;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Editing.Previews;

/// <summary>A link in the list of an item's.</summary>
public sealed record PreviewLine(Guid Id, int Version, string MadeBy, DateTimeOffset MadeUtc, DateTimeOffset EndsUtc, DateTimeOffset? OpenedUtc, bool IsOpen);

/// <summary>What a secret address leads to.</summary>
/// <param name="Link">The link, with its version and item.</param>
/// <param name="IsOpen">Whether it has not ended.</param>
public sealed record OpenedPreview(PreviewLink Link, bool IsOpen);

/// <summary>Makes, lists, opens and ends secret addresses of versions. Who makes and ends them is audited.</summary>
public sealed class PreviewLinks(PortalDbContext db, IAuditTrail audit, ICurrentActor actor, ActorNames names, ChinaClock clock)
{
    /// <summary>For how many days a link may be made.</summary>
    public static readonly IReadOnlyList<int> Lifetimes = [1, 3, 7];

    /// <summary>How many characters a token has: 256 bits in base64url.</summary>
    public const int TokenLength = 43;

    private const int Listed = 20;

    /// <summary>Makes a link to a version.</summary>
    /// <returns>The token, which is shown this once.</returns>
    /// <exception cref="ContentRefusedException">Not one of <see cref="Lifetimes"/>.</exception>
    public async Task<string> MakeAsync(ContentVersion version, int days, CancellationToken cancellation = default)
    {
        if (!Lifetimes.Contains(days))
        {
            throw new ContentRefusedException($"预览链接的有效期是{string.Join("、", Lifetimes)}天之一，请选择。");
        }

        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var now = clock.UtcNow;
        var link = new PreviewLink
        {
            ItemId = version.ItemId,
            VersionId = version.Id,
            TokenHash = HashOf(token),
            MadeBy = actor.Current,
            MadeUtc = now,
            EndsUtc = now.AddDays(days),
        };
        db.Add(link);
        audit.Record("content.preview-made", nameof(ContentItem), version.ItemId, new { Version = version.Number, Link = link.Id, link.EndsUtc });
        await db.SaveChangesAsync(cancellation);
        return token;
    }

    /// <summary>An item's newest links.</summary>
    public async Task<IReadOnlyList<PreviewLine>> OfAsync(string itemId, CancellationToken cancellation = default)
    {
        var links = await db.Set<PreviewLink>().AsNoTracking().Where(l => l.ItemId == itemId).OrderByDescending(l => l.MadeUtc).ThenByDescending(l => l.Id).Take(Listed)
            .Select(l => new { l.Id, l.Version.Number, l.MadeBy, l.MadeUtc, l.EndsUtc, l.OpenedUtc }).ToListAsync(cancellation);
        var of = await names.OfAsync(links.Select(l => l.MadeBy), cancellation);
        var now = clock.UtcNow;
        return [.. links.Select(l => new PreviewLine(l.Id, l.Number, of[l.MadeBy], l.MadeUtc, l.EndsUtc, l.OpenedUtc, l.EndsUtc > now))];
    }

    /// <summary>Ends a link of an item at once; nothing happens to one that has ended.</summary>
    public async Task EndAsync(string itemId, Guid id, CancellationToken cancellation = default)
    {
        var now = clock.UtcNow;
        var link = await db.Set<PreviewLink>().Include(l => l.Version).FirstOrDefaultAsync(l => l.Id == id && l.ItemId == itemId, cancellation);
        if (link is not null && link.EndsUtc > now)
        {
            link.EndsUtc = now;
            audit.Record("content.preview-ended", nameof(ContentItem), itemId, new { Version = link.Version.Number, Link = id });
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>What a token leads to; null where it was never given out. Notes that it was opened.</summary>
    public async Task<OpenedPreview?> OpenAsync(string token, CancellationToken cancellation = default)
    {
        var hash = HashOf(token);
        var link = await db.Set<PreviewLink>().AsNoTracking().Include(l => l.Version.Item).FirstOrDefaultAsync(l => l.TokenHash == hash, cancellation);
        var now = clock.UtcNow;
        if (link?.EndsUtc > now)
        {
            await db.Set<PreviewLink>().Where(l => l.Id == link.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.OpenedUtc, now), cancellation);
        }

        return link is null ? null : new(link, link.EndsUtc > now);
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
