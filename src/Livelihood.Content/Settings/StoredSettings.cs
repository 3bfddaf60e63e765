using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Livelihood.Content.Settings;

/// <summary>Shows the settings kept in the database as configuration: after the settings files, before environment and command line.</summary>
public sealed class StoredSettings : ConfigurationProvider, IConfigurationSource
{
    /// <inheritdoc/>
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Shows these settings from now on.</summary>
    public void Show(IEnumerable<SiteSetting> settings)
    {
        Data = settings.ToDictionary(s => s.Name, string? (s) => s.Value, StringComparer.OrdinalIgnoreCase);
        OnReload();
    }
}

/// <summary>Adds the stored settings to the host's configuration.</summary>
public static class StoredSettingsRegistration
{
    /// <summary>Adds the source and what fills it when the portal starts.</summary>
    public static void AddStoredSettings(this IHostApplicationBuilder builder)
    {
        var stored = new StoredSettings();
        var sources = builder.Configuration.Sources;
        var files = sources.OfType<JsonConfigurationSource>().LastOrDefault();
        sources.Insert(files is null ? 0 : sources.IndexOf(files) + 1, stored);
        builder.Services.AddSingleton(stored);
        builder.Services.AddHostedService<LoadStoredSettings>();
    }

    private sealed class LoadStoredSettings(IServiceScopeFactory scopes, StoredSettings stored) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            stored.Show(await db.Set<SiteSetting>().AsNoTracking().ToListAsync(cancellationToken));
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
