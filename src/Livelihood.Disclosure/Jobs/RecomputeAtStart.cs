using Livelihood.Disclosure.Register;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Livelihood.Disclosure.Jobs;

/// <summary>
/// Brings open requests onto the calendar in force when the portal starts: a new version may have brought another
/// calendar, and a process may have died between an amendment and its recomputation (R-C3).
/// </summary>
internal sealed class RecomputeAtStart(IServiceScopeFactory scopes, ILogger<RecomputeAtStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var count = await scope.ServiceProvider.GetRequiredService<DeadlineRecomputation>().RunAsync(stoppingToken);
            if (count > 0)
            {
                log.LogInformation("Recomputed {Count} open requests on another calendar", count);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Open requests could not be brought onto the calendar in force; it is tried again at the next start");
        }
    }
}
