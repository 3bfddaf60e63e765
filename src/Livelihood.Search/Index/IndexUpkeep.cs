using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Livelihood.Search.Index;

/// <summary>Rebuilds the index when the portal starts with another analyser than the one that made it. The portal serves meanwhile.</summary>
internal sealed class IndexUpkeep(IServiceScopeFactory scopes, ILogger<IndexUpkeep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            if (await db.Set<SearchState>().AnyAsync(s => s.AnalyserVersion == Analyser.Version, stoppingToken))
            {
                return;
            }

            var done = await scope.ServiceProvider.GetRequiredService<IndexRebuild>().RunAsync(progress: null, stoppingToken);
            log.LogInformation("The search index was made by another version of the analyser; {Count} items were entered anew.", done);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start begins anew.
        }
        catch (Exception e)
        {
            log.LogError(e, "The search index could not be renewed. Run “search rebuild”.");
        }
    }
}
