using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Livelihood.Disclosure.Office;

/// <summary>Writes what is due for requests of before it was kept, when the portal starts; where nothing is missing, that is one look at the register.</summary>
internal sealed class FillLimitsAtStart(IServiceScopeFactory scopes, ILogger<FillLimitsAtStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var count = await scope.ServiceProvider.GetRequiredService<LimitKeeping>().FillAsync(stoppingToken);
            if (count > 0)
            {
                log.LogInformation("Wrote what is due for {Count} open requests", count);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "What is due for open requests could not be written; it is tried again at the next start");
        }
    }
}
