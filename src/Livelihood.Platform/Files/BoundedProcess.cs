using System.ComponentModel;
using System.Diagnostics;

namespace Livelihood.Platform.Files;

/// <summary>What a program said.</summary>
/// <param name="ExitCode">0 where it succeeded.</param>
/// <param name="Output">What it wrote to its standard output, at most as much as was allowed.</param>
/// <param name="IsCut">Whether it wrote more than that.</param>
public sealed record ProgramAnswer(int ExitCode, byte[] Output, bool IsCut);

/// <summary>
/// Runs a program of the machine on a file that somebody sent: never through a shell, with an almost empty environment,
/// in a folder of its own, within limits of time, memory, files and output. What breaks a limit is killed.
/// </summary>
public sealed class BoundedProcess
{
    private static readonly string? PrLimit = Find("prlimit");

    /// <summary>How long it may run.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of memory, where the machine has <c>prlimit</c> (util-linux).</summary>
    public long Memory { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes of output that are read.</summary>
    public int Output { get; init; } = 64 * 1024;

    /// <summary>The full path of the first program of that name on PATH, or null.</summary>
    public static string? Find(string name) => FindAll(name).FirstOrDefault();

    /// <summary>The full paths of all programs of that name on PATH.</summary>
    public static IEnumerable<string> FindAll(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).Where(File.Exists);

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">The full path.</param>
    /// <param name="folder">Where it works; what it may write.</param>
    /// <param name="arguments">One by one, never quoted.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="TimeoutException">It took too long.</exception>
    /// <exception cref="IOException">It cannot be started.</exception>
    public Task<ProgramAnswer> RunAsync(string program, string folder, IEnumerable<string> arguments, CancellationToken cancellation = default) =>
        FeedAsync(program, folder, arguments, ReadOnlyMemory<byte>.Empty, cancellation);

    /// <summary>Runs it to its end on what it reads from its standard input: nothing of that is ever written to a disk.</summary>
    /// <param name="program">The full path.</param>
    /// <param name="folder">Where it works; what it may write.</param>
    /// <param name="arguments">One by one, never quoted.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="TimeoutException">It took too long.</exception>
    /// <exception cref="IOException">It cannot be started.</exception>
    public async Task<ProgramAnswer> FeedAsync(
        string program, string folder, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellation = default)
    {
        using var process = Start(program, folder, arguments);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(Time);
        try
        {
            var fed = WriteAsync(process.StandardInput.BaseStream, input, timer.Token);
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, timer.Token);
            var (output, isCut) = await ReadAsync(process.StandardOutput.BaseStream, timer.Token);
            if (isCut)
            {
                process.Kill(entireProcessTree: true);
                return new(0, output, IsCut: true);
            }

            await Task.WhenAll(errors, fed);
            await process.WaitForExitAsync(timer.Token);
            return new(process.ExitCode, output, IsCut: false);
        }
        catch (OperationCanceledException problem) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"{Path.GetFileName(program)} took longer than {Time.TotalSeconds} s.", problem);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Start(string program, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(PrLimit ?? program)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in new[]
        {
            ("PATH", "/usr/bin:/bin"), ("LC_ALL", "C.UTF-8"), ("HOME", folder), ("TMPDIR", folder),
            ("VIPS_BLOCK_UNTRUSTED", "1"), ("VIPS_CONCURRENCY", "1"),
        })
        {
            start.Environment[name] = value;
        }

        string[] limits =
            [$"--as={Memory}", $"--cpu={(int)Math.Ceiling(Time.TotalSeconds)}", "--nofile=256", $"--fsize={512 * 1024 * 1024}", "--core=0", program];
        foreach (var argument in PrLimit is null ? arguments : limits.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new IOException($"{program} cannot be started.", problem);
        }
    }

    private static async Task WriteAsync(Stream to, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        try
        {
            await using (to)
            {
                await to.WriteAsync(input, cancellation);
            }
        }
        catch (IOException)
        {
            // It has read what it wanted; its exit code tells the rest.
        }
    }

    private async Task<(byte[] Output, bool IsCut)> ReadAsync(Stream output, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16384];
        for (int read; (read = await output.ReadAsync(buffer, cancellation)) > 0;)
        {
            kept.Write(buffer, 0, (int)Math.Min(read, Output - kept.Length));
            if (kept.Length == Output)
            {
                return (kept.ToArray(), true);
            }
        }

        return (kept.ToArray(), false);
    }
}
