using Livelihood.Content;
using Livelihood.Disclosure;
using Livelihood.Gazettes;
using Livelihood.Platform;
using Livelihood.Portal.SetUp;
using Livelihood.Search;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Livelihood.Portal.Commands;

/// <summary>Serves the portal.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        var builder = PortalComposition.CreateBuilder(args);
        builder.Services.AddPlatformJobs();
        builder.Services.AddContentJobs();
        builder.Services.AddGazetteJobs();
        builder.Services.AddSearchJobs();
        builder.Services.AddDisclosureJobs();
        await using var app = builder.Build();
        app.UsePortal();
        var accounts = await PrepareAsync(app, cancellation);
        await app.StartAsync(cancellation);
        Announce(app, accounts);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static async Task<IReadOnlyList<DemonstrationAccounts.Line>> PrepareAsync(
        WebApplication app, CancellationToken cancellation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalSetUp>()
            .PrepareAsync(new CommandScope.Progress(), cancellation);
        return app.Environment.IsDevelopment()
            ? await scope.ServiceProvider.GetRequiredService<DemonstrationAccounts>().EnsureAsync(cancellation)
            : [];
    }

    private static void Announce(WebApplication app, IReadOnlyList<DemonstrationAccounts.Line> accounts)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var prefix = app.Configuration["Portal:PathBase"];
        foreach (var address in addresses)
        {
            Console.WriteLine($"门户已启动：{address}{prefix}");
        }

        if (accounts.Count > 0)
        {
            Console.WriteLine("演示账号（仅开发环境；密码在首次启动时随机生成）：");
            foreach (var line in accounts)
            {
                Console.WriteLine($"  {line.UserName,-14} {line.Password}  {line.Role}，{line.Agency}");
            }
        }
    }
}
