using System.CommandLine;
using Microsoft.Extensions.Options;

namespace Livelihood.Portal.Commands;

/// <summary>
/// The command line. Without a command the portal serves. Exit codes: 0 done, 1 an error of the program, 2 the input
/// was refused (the message says why and what to do).
/// </summary>
internal static class PortalCommandLine
{
    /// <summary>Runs the command that the arguments name.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("政府信息公开门户。不带命令时启动网站。") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction((_, cancellation) => ServeCommand.RunAsync(args, cancellation));
        root.Subcommands.Add(UserCommands.Create());
        root.Subcommands.Add(RecipeCommands.Create());
        root.Subcommands.Add(AuditCommands.Create());
        root.Subcommands.Add(SearchCommands.Create());
        root.Subcommands.Add(ReferenceCommands.Create());
        root.Subcommands.Add(GazetteCommands.Create());
        root.Subcommands.Add(DeadlinesCommand.Create());
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration
            {
                // Let tests see what failed; main prints it.
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (OptionsValidationException wrong)
        {
            Console.Error.WriteLine($"设置有误，没有启动：{string.Join('；', wrong.Failures)}。请在 appsettings.json、环境变量或者命令行里改正以后再启动。");
            return 2;
        }
    }
}
