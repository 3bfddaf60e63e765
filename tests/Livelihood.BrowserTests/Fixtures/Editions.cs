using Livelihood.Gazettes.Edition;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Xunit;

namespace Livelihood.BrowserTests.Fixtures;

/// <summary>Lets a portal's job make the editions of the gazette.</summary>
internal static class Editions
{
    /// <summary>Waits until the demonstration's issue has been made; some seconds of the portal's time pass.</summary>
    public static async Task MakeEditionsAsync(this PortalHost host)
    {
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        for (var i = 0; i < 120; i++)
        {
            host.Clock.Advance(EditionQueue.Settling);
            await scheduler.TriggerJob(new JobKey("make-gazette-editions"));
            if (await host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<GazetteEdition>().AnyAsync(e => e.State == EditionState.Done)))
            {
                return;
            }

            await Task.Delay(500);
        }

        Assert.Fail("No edition was made within a minute.");
    }
}
