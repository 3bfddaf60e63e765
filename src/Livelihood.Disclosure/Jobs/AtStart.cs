using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Livelihood.Disclosure.Jobs;

/// <summary>Brings requests of before up to date when the portal starts; where nothing is missing, that is one look at the register.</summary>
/// <typeparam name="T">What does it; made for this in a scope of its own.</typeparam>
/// <param name="what">What is brought up to date, for the operator's log.</param>
/// <param name="run">Does it; it can be stopped and run again at any time, and returns of how many requests.</param>
/// <param name="scopes">Gives it its scope.</param>
/// <param name="log">Tells the operator how many there were, or why it failed.</param>
internal sealed class AtStart<T>(string what, Func<T, CancellationToken, Task<int>> run, IServiceScopeFactory scopes, ILogger<T> log) : BackgroundService
    where T : notnull
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var count = await run(scope.ServiceProvider.GetRequiredService<T>(), stoppingToken);
            if (count > 0)
            {
                log.LogInformation("Brought {Count} requests up to date: {What}", count, what);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Requests could not be brought up to date ({What}); it is tried again at the next start", what);
        }
    }
}

/// <summary>Registers what runs when the portal starts.</summary>
internal static class AtStartRegistration
{
    public static IServiceCollection AddAtStart<T>(this IServiceCollection services, string what, Func<T, CancellationToken, Task<int>> run)
        where T : notnull =>
        services.AddHostedService(s => new AtStart<T>(what, run, s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<ILogger<T>>()));
}
