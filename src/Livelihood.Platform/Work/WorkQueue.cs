using System.Security.Claims;
using System.Text.Json;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Work;

/// <summary>Where pages leave long work, and ask how far it is.</summary>
public interface IWorkQueue
{
    /// <summary>Leaves a piece of work. Its page is <c>/console/long-work/{id}</c>.</summary>
    /// <param name="person">Who asks; a member of staff.</param>
    /// <param name="kind">Which handler does it.</param>
    /// <param name="title">What it is, in Chinese.</param>
    /// <param name="input">What the handler needs to know.</param>
    /// <param name="cancellation">Ends it early; nothing is left then.</param>
    Task<Guid> StartAsync(ClaimsPrincipal person, string kind, string title, object input, CancellationToken cancellation = default);

    /// <summary>The person's own work, newest first, at most fifty.</summary>
    Task<IReadOnlyList<WorkItem>> OwnAsync(ClaimsPrincipal person, CancellationToken cancellation = default);

    /// <summary>One of the person's own, as far as it is now; null where it is not theirs.</summary>
    Task<WorkItem?> FindAsync(ClaimsPrincipal person, Guid id, CancellationToken cancellation = default);

    /// <summary>Asks one of the person's own to stop. What it has finished stays.</summary>
    Task StopAsync(ClaimsPrincipal person, Guid id, CancellationToken cancellation = default);
}

internal sealed class WorkQueue(PortalDbContext db, IAuditTrail audit, ChinaClock clock, WorkRunner runner) : IWorkQueue
{
    private const int Shown = 50;

    public async Task<Guid> StartAsync(
        ClaimsPrincipal person, string kind, string title, object input, CancellationToken cancellation = default)
    {
        var item = new WorkItem
        {
            Kind = kind,
            Title = title,
            AccountId = AccountOf(person),
            Input = JsonSerializer.Serialize(input, input.GetType()),
            CreatedUtc = clock.UtcNow,
        };
        db.Add(item);
        audit.Record("work.started", nameof(WorkItem), item.Id.ToString(), new { Kind = kind, Title = title });
        await db.SaveChangesAsync(cancellation);
        runner.Wake();
        return item.Id;
    }

    public async Task<IReadOnlyList<WorkItem>> OwnAsync(ClaimsPrincipal person, CancellationToken cancellation = default)
    {
        var account = AccountOf(person);
        var items = await db.Set<WorkItem>().AsNoTracking().Where(w => w.AccountId == account)
            .OrderByDescending(w => w.CreatedUtc).Take(Shown).ToListAsync(cancellation);
        items.ForEach(runner.Refresh);
        return items;
    }

    public async Task<WorkItem?> FindAsync(ClaimsPrincipal person, Guid id, CancellationToken cancellation = default)
    {
        var account = AccountOf(person);
        var item = await db.Set<WorkItem>().AsNoTracking().FirstOrDefaultAsync(w => w.Id == id && w.AccountId == account, cancellation);
        if (item is not null)
        {
            runner.Refresh(item);
        }

        return item;
    }

    public async Task StopAsync(ClaimsPrincipal person, Guid id, CancellationToken cancellation = default)
    {
        var account = AccountOf(person);
        runner.Stop(id, account);
        await db.Set<WorkItem>().Where(w => w.Id == id && w.AccountId == account)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.StopAsked, true), cancellation);
    }

    private static Guid AccountOf(ClaimsPrincipal person) => Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!);
}
