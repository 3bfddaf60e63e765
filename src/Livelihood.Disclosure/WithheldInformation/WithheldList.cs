using Livelihood.Content.Items;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.WithheldInformation;

/// <summary>A page of the register.</summary>
/// <param name="Entries">Those to be reviewed by their day, the nearest first; others with the newest first.</param>
/// <param name="Total">How many there are on all pages that can be turned to.</param>
/// <param name="IsAtLeast">Whether there are more than that.</param>
public sealed record WithheldPage(IReadOnlyList<WithheldEntry> Entries, int Total, bool IsAtLeast = false)
{
    /// <summary>The total as people read it.</summary>
    public string TotalText => WorkList.CountText(IsAtLeast ? WorkList.MostCounted + 1 : Total);
}

/// <summary>The register by what is due .</summary>
public sealed class WithheldList(PortalDbContext db, IWorkingDayCalendars calendars, ChinaClock clock)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The longest text that is looked for, in characters.</summary>
    public const int LongestText = 100;

    /// <summary>The days by which reviews are late, due or due soon today.</summary>
    public async Task<ReviewDays> DaysAsync(CancellationToken cancellation = default) => ReviewDays.Of(clock.Today, await calendars.CurrentAsync(cancellation));

    /// <summary>A page of what is looked for.</summary>
    /// <param name="reach">The agencies that the reader may see.</param>
    /// <param name="view">A part of the register.</param>
    /// <param name="agency">One of the agencies; null: all.</param>
    /// <param name="text">In the title or the document number; null: anything.</param>
    /// <param name="days">The days of today.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<WithheldPage> PageAsync(AgencyReach reach, WithheldView view, string? agency, string? text, ReviewDays days, int page, CancellationToken cancellation = default)
    {
        var ordered = Found(reach, view, days);
        ordered = agency is null ? ordered : ordered.Where(e => e.AgencyId == agency);
        ordered = text is null ? ordered : ordered.Where(e => e.Title.Contains(text) || e.DocumentNumber!.Contains(text));
        var total = await ordered.Select(e => e.Id).Take(WorkList.MostCounted + 1).CountAsync(cancellation);
        return new(
            await ordered.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation),
            Math.Min(total, WorkList.MostCounted), total > WorkList.MostCounted);
    }

    /// <summary>How many entries are in each part; none is counted beyond <see cref="WorkList.MostCounted"/>, where one more is given.</summary>
    /// <param name="reach">The agencies that the reader may see.</param>
    /// <param name="days">The days of today.</param>
    /// <param name="views">The parts.</param>
    /// <param name="cancellation">Ends the queries early.</param>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(AgencyReach reach, ReviewDays days, IReadOnlyList<WithheldView> views, CancellationToken cancellation = default)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var view in views)
        {
            counts[view.Key] = await Found(reach, view, days).Select(e => e.Id).Take(WorkList.MostCounted + 1).CountAsync(cancellation);
        }

        return counts;
    }

    /// <summary>All of a part, in its order.</summary>
    internal IQueryable<WithheldEntry> Found(AgencyReach reach, WithheldView view, ReviewDays days) => Where(Visible(reach), view, days) is var entries && view.IsByDay
        ? entries.OrderBy(e => e.DueOn).ThenBy(e => e.Id)
        : entries.OrderByDescending(e => e.Id);

    private IQueryable<WithheldEntry> Visible(AgencyReach reach)
    {
        var entries = db.Set<WithheldEntry>().AsNoTracking();
        return reach.Everything ? entries
            : reach.Ids is { Count: 1 } one && one.Single() is var only ? entries.Where(e => e.AgencyId == only)
            : entries.Where(e => reach.Ids.Contains(e.AgencyId));
    }

    private IQueryable<WithheldEntry> Where(IQueryable<WithheldEntry> entries, WithheldView view, ReviewDays days)
    {
        var (today, late, soon) = (days.Today, days.LateThrough, days.SoonThrough);
        return view.Key switch
        {
            "late" => entries.Where(e => e.DueOn != null && e.DueOn <= late),
            "due" => entries.Where(e => e.DueOn != null && e.DueOn > late && e.DueOn <= today),
            "soon" => entries.Where(e => e.DueOn != null && e.DueOn > today && e.DueOn <= soon),
            "decision" => entries.Where(e => e.ProposedUtc != null),
            "unpublished" => entries.Where(e => e.PublishableUtc != null
                && !db.Set<ContentVersion>().Any(v => v.ItemId == e.ItemId && v.Published && v.PublishedUtc >= e.PublishableUtc)),
            "disclosed" => entries.Where(e => e.Standing == WithheldStanding.Disclosable || e.Standing == WithheldStanding.Disclosed),
            "ended" => entries.Where(e => e.Standing == WithheldStanding.Ended),
            _ => entries.Where(e => e.DueOn != null),
        };
    }
}
