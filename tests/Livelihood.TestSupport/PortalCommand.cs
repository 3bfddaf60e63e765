using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Livelihood.TestSupport;

/// <summary>What a command of the portal printed, and how it ended.</summary>
public sealed record CommandResult(int ExitCode, string Output, string Errors);

/// <summary>Runs the portal's command line as a process of its own, as an operator does.</summary>
public static class PortalCommand
{
    private const int InterruptSignal = 2;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Runs a command in Production on a data folder and a database.</summary>
    /// <exception cref="TimeoutException">It took longer than two minutes.</exception>
    public static Task<CommandResult> RunAsync(string dataFolder, TestDatabase database, params string[] arguments) =>
        RunWithInputAsync(dataFolder, database, "", arguments);

    /// <summary>The same, with something to read on its standard input.</summary>
    /// <exception cref="TimeoutException">It took longer than two minutes.</exception>
    public static Task<CommandResult> RunWithInputAsync(string dataFolder, TestDatabase database, string input, params string[] arguments) =>
        RunAsync(dataFolder, database, input, (_, _) => { }, arguments);

    /// <summary>The same, and does something to the process when it prints a line.</summary>
    /// <exception cref="TimeoutException">It took longer than two minutes.</exception>
    public static Task<CommandResult> RunWatchedAsync(string dataFolder, TestDatabase database, Action<Process, string> printed, params string[] arguments) =>
        RunAsync(dataFolder, database, "", printed, arguments);

    /// <summary>The portal as a process in Production, with its output to be read.</summary>
    internal static ProcessStartInfo StartInfo(string dataFolder, TestDatabase database, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = dataFolder,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Livelihood.Portal.dll") },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Portal__DataFolder"] = dataFolder;
        start.Environment["ConnectionStrings__Portal"] = database.ConnectionString;
        return start;
    }

    private static async Task<CommandResult> RunAsync(
        string dataFolder, TestDatabase database, string input, Action<Process, string> printed, string[] arguments)
    {
        var start = StartInfo(dataFolder, database, arguments);
        start.RedirectStandardInput = true;
        start.StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var process = Process.Start(start)!;
        var output = ReadAsync(process, printed);
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException slow)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{string.Join(' ', arguments)}' did not end within {Longest.TotalMinutes} minutes. It printed:\n{await output}", slow);
        }

        return new CommandResult(process.ExitCode, await output, await errors);
    }

    /// <summary>Ctrl+C, as a terminal sends it; not on Windows. At once: another process to send it would have to wait for its turn.</summary>
    /// <exception cref="InvalidOperationException">The process has ended already.</exception>
    public static void Interrupt(Process process)
    {
        if (Signal(process.Id, InterruptSignal) != 0)
        {
            throw new InvalidOperationException("The process has ended already.");
        }
    }

    /// <summary>Reads on a thread of its own: those of the pool may all be busy while many tests run, and the process goes on meanwhile.</summary>
    private static Task<string> ReadAsync(Process process, Action<Process, string> printed) => Task.Factory.StartNew(
        () =>
        {
            var output = new StringBuilder();
            while (process.StandardOutput.ReadLine() is { } line)
            {
                output.Append(line).Append('\n');
                printed(process, line);
            }

            return output.ToString();
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
