using Livelihood.Content.Publication;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.References;

/// <summary>Keeps what the texts of published items refer to, in the transaction of their publication.</summary>
internal sealed class ReferenceIndex(PortalDbContext db) : IContentHandler
{
    /// <summary>Of one text so many different references are kept; a whole year's collection of documents has fewer.</summary>
    public const int MostOfOneItem = 2000;

    public async Task PublishedAsync(PublishedContent content, CancellationToken cancellation)
    {
        await WriteAsync(content, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    public Task WithdrawnAsync(string itemId, CancellationToken cancellation) =>
        db.Set<ContentReference>().Where(r => r.FromId == itemId).ExecuteDeleteAsync(cancellation);

    public Task TextChangedAsync(PublishedContent content, CancellationToken cancellation) => PublishedAsync(content, cancellation);

    /// <summary>Replaces what is kept of the item; the caller saves.</summary>
    public async Task WriteAsync(PublishedContent content, CancellationToken cancellation)
    {
        var named = KeysOf(content);
        var kept = await db.Set<ContentReference>().Where(r => r.FromId == content.Id).ToListAsync(cancellation);
        db.RemoveRange(kept.Where(r => !named.Contains(r.Key)));
        foreach (var same in kept.Where(r => named.Contains(r.Key)))
        {
            same.Date = content.Date;
        }

        db.AddRange(named.Except(kept.Select(r => r.Key)).Select(key => new ContentReference { FromId = content.Id, Key = key, Date = content.Date }));
    }

    /// <summary>What title and text name, each once, without the item itself.</summary>
    public static HashSet<string> KeysOf(PublishedContent content)
    {
        var keys = content.Sections.SelectMany(s => TextReferences.In(s.Text)).Concat(content.Sections.SelectMany(s => TextReferences.In(s.Heading)))
            .Concat(TextReferences.In(content.Title))
            .Select(r => r.Key)
            .Where(key => key != content.Number && key != ReferenceKey.OfTitle(content.Title));
        return keys.Distinct(StringComparer.Ordinal).Take(MostOfOneItem).ToHashSet(StringComparer.Ordinal);
    }
}
