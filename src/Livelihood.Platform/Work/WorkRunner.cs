using System.Collections.Concurrent;
using System.Security.Claims;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Livelihood.Platform.Work;

/// <summary>
/// Does the work that waits, one piece at a time on a node. Work whose node died is begun again after a while, three times
/// at the most.
/// </summary>
internal sealed class WorkRunner(IServiceScopeFactory scopes, ILogger<WorkRunner> log) : BackgroundService
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>Silence after which a node is taken for dead.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _wake = new(0);
    private readonly ConcurrentDictionary<Guid, (WorkRun Run, Guid AccountId)> _live = new();

    /// <summary>Tells that there is work.</summary>
    public void Wake() => _wake.Release();

    /// <summary>Brings a row up to what this node knows.</summary>
    public void Refresh(WorkItem item)
    {
        if (item.IsUnderWay && _live.TryGetValue(item.Id, out var live))
        {
            Write(item, live.Run);
        }
    }

    /// <summary>Stops a piece of work of this account, where this node is doing it.</summary>
    public void Stop(Guid id, Guid accountId)
    {
        if (_live.TryGetValue(id, out var live) && live.AccountId == accountId)
        {
            live.Run.Stop();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await ClaimAsync(stoppingToken) is { } item)
                {
                    await RunAsync(item, stoppingToken);
                }

                await _wake.WaitAsync(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The database may be away for a while; the next round tries again.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                log.LogError(fault, "Looking for work failed");
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task<WorkItem?> ClaimAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<ChinaClock>().UtcNow;
        var dead = now - Silence;
        var next = await db.Set<WorkItem>().AsNoTracking()
            .Where(w => w.State == WorkState.Waiting || (w.State == WorkState.Running && w.AliveUtc < dead))
            .OrderBy(w => w.CreatedUtc).FirstOrDefaultAsync(cancellation);
        if (next is null || _live.ContainsKey(next.Id))
        {
            return null;
        }

        // Of two nodes that see it, one counts the attempt up first.
        var claimed = await db.Set<WorkItem>().Where(w => w.Id == next.Id && w.Attempts == next.Attempts).ExecuteUpdateAsync(
            set => set.SetProperty(w => w.State, WorkState.Running).SetProperty(w => w.Attempts, next.Attempts + 1).SetProperty(w => w.AliveUtc, now),
            cancellation);
        next.Attempts++;
        return claimed == 1 ? next : null;
    }

    private async Task RunAsync(WorkItem item, CancellationToken hostStops)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var run = new WorkRun(item, await PersonAsync(scope.ServiceProvider, item), scope.ServiceProvider.GetRequiredService<IFileStore>(), hostStops);
        _live[item.Id] = (run, item.AccountId);
        using var beating = new CancellationTokenSource();
        var beat = BeatAsync(run, beating.Token);
        (WorkState State, string Message)? end;
        using (ActingActor.Begin($"account:{item.AccountId}"))
        {
            end = await DoAsync(scope.ServiceProvider, item, run, hostStops);
        }

        await beating.CancelAsync();
        await beat;
        await EndAsync(run, end);
        _live.TryRemove(item.Id, out _);
    }

    // Null where the host stops: the work goes on at its next start.
    private async Task<(WorkState State, string Message)?> DoAsync(
        IServiceProvider services, WorkItem item, WorkRun run, CancellationToken hostStops)
    {
        if (item.Attempts > MostAttempts)
        {
            return (WorkState.Failed, "这项工作几次中断，没有完成。请联系系统管理员查看日志。");
        }

        try
        {
            if (services.GetServices<IWorkHandler>().FirstOrDefault(h => h.Kind == item.Kind) is not { } handler)
            {
                throw new WorkRefusedException($"平台不认识“{item.Kind}”这种工作。");
            }

            await handler.RunAsync(run, run.Stopping);
            return (WorkState.Done, "完成");
        }
        catch (OperationCanceledException) when (run.Stopping.IsCancellationRequested)
        {
            return hostStops.IsCancellationRequested && !run.IsStopAsked ? null : (WorkState.Cancelled, "按您的要求停止了。已经完成的部分保留。");
        }
        catch (WorkRefusedException refused)
        {
            return (WorkState.Failed, refused.Message);
        }
#pragma warning disable CA1031 // Whatever a handler throws ends its work, not the runner.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogError(fault, "Work {Work} of kind {Kind} failed", item.Id, item.Kind);
            return (WorkState.Failed, $"出了意外的错误，没有完成。请重试；还不行，请把编号 {item.Id} 告诉系统管理员。");
        }
    }

    // Written down every two seconds where the database lets us; a longer transaction of the work itself may keep us waiting.
    private async Task BeatAsync(WorkRun run, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                try
                {
                    await ChangeAsync(run.Id, item => Write(item, run), timeout: 1, ended);
                }
                catch (Exception busy) when (busy is DbUpdateException or System.Data.Common.DbException)
                {
                    log.LogDebug(busy, "Progress of {Work} was not written down", run.Id);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work ended.
        }
    }

    private Task EndAsync(WorkRun run, (WorkState State, string Message)? end) => ChangeAsync(
        run.Id,
        item =>
        {
            Write(item, run);
            item.State = end?.State ?? WorkState.Waiting;
            item.Message = end?.Message ?? "平台正在重新启动，随后继续";
            item.EndedUtc = end is null ? null : item.AliveUtc;
            item.Attempts -= end is null ? 1 : 0;
        },
        timeout: 30,
        CancellationToken.None);

    private async Task ChangeAsync(Guid id, Action<WorkItem> change, int timeout, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.Database.SetCommandTimeout(timeout);
        var item = await db.Set<WorkItem>().FirstAsync(w => w.Id == id, cancellation);
        change(item);
        item.AliveUtc = scope.ServiceProvider.GetRequiredService<ChinaClock>().UtcNow;
        if (item.StopAsked)
        {
            Stop(id, item.AccountId);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static void Write(WorkItem item, WorkRun run)
    {
        (item.Done, item.Total, item.Message) = run.Progress;
        item.Lines = [.. run.Lines()];
        (item.FileHash, item.FileName, item.Next) = (run.File?.Hash, run.FileName, run.Next);
    }

    private static async Task<ClaimsPrincipal> PersonAsync(IServiceProvider services, WorkItem item)
    {
        var account = await services.GetRequiredService<UserManager<Account>>().FindByIdAsync(item.AccountId.ToString());
        return account is null ? new() : await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
    }
}
