using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Livelihood.IntegrationTests.Media;

/// <summary>A real clamd on a local socket, with a signature database of one line: files with the marker are infected.</summary>
internal sealed class Clamd : IDisposable
{
    /// <summary>What the one signature finds.</summary>
    public const string Marker = "LIVELIHOOD-TEST-SIGNATURE-4711";

    private readonly Process _process;
    private readonly string _folder;

    private Clamd(Process process, string folder) => (_process, _folder) = (process, folder);

    public string Address => $"unix:{Path.Combine(_folder, "clamd.ctl")}";

    /// <summary>The program, or null where it is not installed.</summary>
    public static string? Program => new[] { "/usr/sbin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd" }.FirstOrDefault(File.Exists);

    public static async Task<Clamd> StartAsync()
    {
        // A local socket's path must be short.
        var folder = Directory.CreateTempSubdirectory("clamd-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "test.ndb"), $"Test.Marker:0:*:{Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(Marker))}\n");
        var settings = Path.Combine(folder, "clamd.conf");
        await File.WriteAllTextAsync(settings, $"""
            DatabaseDirectory {folder}
            LocalSocket {Path.Combine(folder, "clamd.ctl")}
            Foreground yes
            OfficialDatabaseOnly no
            TemporaryDirectory {folder}
            """);
        var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("--config-file=" + settings);
        var clamd = new Clamd(Process.Start(start)!, folder);
        clamd._process.BeginOutputReadLine();
        clamd._process.BeginErrorReadLine();
        for (var i = 0; i < 300 && !File.Exists(Path.Combine(folder, "clamd.ctl")); i++)
        {
            await Task.Delay(100);
        }

        return clamd;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Speaks clamd's INSTREAM on a port of its own: reads a stream as the protocol says and answers with what the test wants.</summary>
internal sealed class ScriptedClamd : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ScriptedClamd()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address => $"tcp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>What it answers, without the zero at the end.</summary>
    public string Answer { get; set; } = "stream: OK";

    /// <summary>The bytes of the last stream.</summary>
    public byte[] Last { get; private set; } = [];

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await using var line = client.GetStream();
                await AnswerAsync(line);
            }
        }
        catch (Exception stopped) when (stopped is ObjectDisposedException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream line)
    {
        var command = new byte["zINSTREAM\0".Length];
        await line.ReadExactlyAsync(command);
        using var content = new MemoryStream();
        var head = new byte[4];
        while (true)
        {
            await line.ReadExactlyAsync(head);
            var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head);
            if (length == 0)
            {
                break;
            }

            var chunk = new byte[length];
            await line.ReadExactlyAsync(chunk);
            content.Write(chunk);
        }

        Last = content.ToArray();
        await line.WriteAsync(System.Text.Encoding.ASCII.GetBytes(Answer + "\0"));
    }
}
