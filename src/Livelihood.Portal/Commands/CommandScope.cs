using System.Text;
using Livelihood.Content.Items;
using Livelihood.Platform.Accounts;
using Livelihood.Portal.SetUp;
using Spectre.Console;

namespace Livelihood.Portal.Commands;

/// <summary>What every command needs: the modules without the web server, a prepared data folder, errors told plainly.</summary>
internal static class CommandScope
{
    /// <summary>The input was refused.</summary>
    public const int Refused = 2;

    /// <summary>Runs a command's work; a refusal becomes its message on standard error and exit code 2.</summary>
    public static async Task<int> RunAsync(Func<IServiceProvider, Task<int>> work, CancellationToken cancellation)
    {
        Console.OutputEncoding = Encoding.UTF8;
        var builder = PortalComposition.CreateBuilder([]);
        builder.Logging.AddFilter<Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider>(null, LogLevel.Error);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<PortalSetUp>()
                .PrepareAsync(new Progress(), cancellation);
            return await work(scope.ServiceProvider);
        }
        catch (Exception refusal) when (refusal is ContentRefusedException or AccountRefusedException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return Refused;
        }
    }

    /// <summary>Prints what happens, line by line.</summary>
    internal sealed class Progress : IProgress<string>
    {
        public void Report(string value) => AnsiConsole.WriteLine(value);
    }
}
