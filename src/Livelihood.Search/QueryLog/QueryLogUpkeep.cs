using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Livelihood.Search.QueryLog;

/// <summary>Writes the query log now and then, so that no search waits for it, and once more when the portal stops.</summary>
internal sealed class QueryLogUpkeep(IServiceScopeFactory scopes, ILogger<QueryLogUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private const int WritesPerCleaning = 120;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            for (var round = 1; await timer.WaitForNextTickAsync(stoppingToken); round++)
            {
                await WriteAsync(isCleaning: round % WritesPerCleaning == 1, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The portal stops.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(isCleaning: false, cancellationToken);
    }

    private async Task WriteAsync(bool isCleaning, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<QueryLogStore>();
            await store.WriteAsync(cancellation);
            if (isCleaning)
            {
                await store.ForgetAsync(cancellation);
            }
        }
        catch (ObjectDisposedException)
        {
            // The portal has stopped already.
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning(fault, "The query log could not be written; it is tried again");
        }
    }
}
