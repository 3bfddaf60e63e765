using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Filing;

/// <summary>What people said of the published items that were offered to them before they filed.</summary>
/// <param name="Answered">How often an item was what they wanted.</param>
/// <param name="Not">How often not.</param>
public sealed record PublishedAnswerSum(int Answered, int Not);

/// <summary>Counts whether what is published already answered those who were about to ask for it.</summary>
public sealed class PublishedAnswers(PortalDbContext db, IContentStore store, ChinaClock clock)
{
    /// <summary>How many days are summed up.</summary>
    public const int Days = 365;

    /// <summary>Counts an answer; nothing is counted where there is no published item.</summary>
    /// <param name="path">The item's address.</param>
    /// <param name="isAnswer">Whether it was what the person wanted.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task CountAsync(string? path, bool isAnswer, CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(path) || await store.PublishedAtAsync(path, cancellation) is not { } version)
        {
            return;
        }

        var (day, item) = (clock.Today, version.ItemId);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO disclosure_published_answers ("Day", "ItemId", "IsAnswer", "Times") VALUES ({day}, {item}, {isAnswer}, 1)
            ON CONFLICT ("Day", "ItemId", "IsAnswer") DO UPDATE SET "Times" = disclosure_published_answers."Times" + 1
            """,
            cancellation);
    }

    /// <summary>The sum of the last <see cref="Days"/> days.</summary>
    public async Task<PublishedAnswerSum> SumAsync(CancellationToken cancellation = default)
    {
        var since = clock.Today.AddDays(-Days);
        var sums = await db.Set<PublishedAnswerRow>().Where(a => a.Day > since)
            .GroupBy(a => a.IsAnswer).Select(group => new { group.Key, Times = group.Sum(a => a.Times) }).ToListAsync(cancellation);
        return new(sums.Where(s => s.Key).Sum(s => s.Times), sums.Where(s => !s.Key).Sum(s => s.Times));
    }
}
