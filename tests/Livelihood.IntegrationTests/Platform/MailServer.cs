using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Livelihood.IntegrationTests.Platform;

/// <summary>A mail server on loopback that speaks as much SMTP (RFC 5321) as a delivery needs, and keeps what it took.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();

    public MailServer()
    {
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>While set, every message is refused for now.</summary>
    public bool Refuses { get; set; }

    /// <summary>How long it takes for a message before it says yes.</summary>
    public TimeSpan Takes { get; set; }

    public System.Collections.Concurrent.ConcurrentQueue<string> Taken { get; } = new();

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = Task.Run(() => TalkAsync(client));
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            await TalkAsync(client.GetStream());
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && Refuses)
            {
                await writer.WriteLineAsync($"451 later, {line[(line.IndexOf(':') + 1)..].Trim()}");
            }
            else if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var message = new StringBuilder();
                while (await reader.ReadLineAsync() is { } text and not ".")
                {
                    message.AppendLine(text);
                }

                await Task.Delay(Takes, _end.Token);
                Taken.Enqueue(message.ToString());
                await writer.WriteLineAsync("250 taken");
            }
            else
            {
                await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 ok");
            }
        }
    }
}
