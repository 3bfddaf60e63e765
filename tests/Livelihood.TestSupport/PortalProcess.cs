using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Livelihood.TestSupport;

/// <summary>The portal as a process of its own, as an operator runs it, which can be killed.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task _output;

    private PortalProcess(Process process, Task output) => (_process, _output) = (process, output);

    /// <summary>A port that nobody listens on; a portal that is started again keeps it.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Starts it and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended before it answered; the message holds what it printed.</exception>
    public static async Task<PortalProcess> StartAsync(string dataFolder, TestDatabase database, Uri address)
    {
        var process = Process.Start(PortalCommand.StartInfo(dataFolder, database, "--urls", address.ToString()))!;
        var (printed, answers) = (new List<string>(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var output = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
        if (await Task.WhenAny(answers.Task, output, Task.Delay(Longest)) != answers.Task)
        {
            process.Kill(entireProcessTree: true);
            await output;
            throw new InvalidOperationException($"The portal did not start. It printed:\n{string.Join('\n', printed)}");
        }

        return new(process, output);

        async Task ReadAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                lock (printed)
                {
                    printed.Add(line);
                }

                if (line.StartsWith("门户已启动", StringComparison.Ordinal))
                {
                    answers.TrySetResult();
                }
            }
        }
    }

    /// <summary>Ends it in the middle of whatever it does (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _output;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
