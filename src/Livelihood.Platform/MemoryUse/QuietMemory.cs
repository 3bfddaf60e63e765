using Microsoft.Extensions.Hosting;

namespace Livelihood.Platform.MemoryUse;

/// <summary>
/// Gives memory back to the system when nobody has asked for anything for a while: the collector keeps room for the next rush,
/// which on a small server others could use meanwhile. It takes some tens of milliseconds in which the portal stands still.
/// </summary>
internal sealed class QuietMemory(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var quiet = new QuietTime();
        using var timer = new PeriodicTimer(Between, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (quiet.HasCome(GC.GetTotalAllocatedBytes()))
                {
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The portal stops.
        }
    }
}
