using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Livelihood.Platform.Files.Scanning;

/// <summary>What a scanner found.</summary>
/// <param name="Finding">The name of what was found; null: clean.</param>
public sealed record ScanResult(string? Finding);

/// <summary>
/// Asks clamd (ClamAV) whether a file is clean, by its INSTREAM command, over TCP or a local socket. The file need not
/// be readable by clamd.
/// </summary>
/// <param name="address"><c>tcp://127.0.0.1:3310</c> or <c>unix:/run/clamav/clamd.ctl</c>.</param>
public sealed class VirusScanner(string address)
{
    private const int ChunkSize = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly (EndPoint EndPoint, AddressFamily Family, ProtocolType Protocol) _place = PlaceOf(address);

    /// <summary>Scans a stream from where it stands.</summary>
    /// <exception cref="IOException">clamd cannot be reached, breaks off, or refuses; try again later.</exception>
    public async Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellation = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var socket = new Socket(_place.Family, SocketType.Stream, _place.Protocol);
            await socket.ConnectAsync(_place.EndPoint, limit.Token);
            await using var line = new NetworkStream(socket);
            try
            {
                await SendAsync(content, line, limit.Token);
            }
            catch (IOException)
            {
                // clamd says why it hung up, for example that the file is larger than it takes.
            }

            return Read(await AnswerAsync(line, limit.Token));
        }
        catch (SocketException problem)
        {
            throw new IOException($"clamd at {address} cannot be reached.", problem);
        }
        catch (OperationCanceledException problem) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException($"clamd at {address} does not answer.", problem);
        }
    }

    private static async Task SendAsync(Stream content, NetworkStream line, CancellationToken cancellation)
    {
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var chunk = new byte[4 + ChunkSize];
        for (int read; (read = await content.ReadAsync(chunk.AsMemory(4), cancellation)) > 0;)
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            await line.WriteAsync(chunk.AsMemory(0, 4 + read), cancellation);
        }

        await line.WriteAsync(new byte[4], cancellation);
    }

    private static async Task<string> AnswerAsync(NetworkStream line, CancellationToken cancellation)
    {
        var answer = new byte[4096];
        var length = 0;
        for (int read; length < answer.Length && (read = await line.ReadAsync(answer.AsMemory(length), cancellation)) > 0;)
        {
            length += read;
        }

        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n');
    }

    private static ScanResult Read(string answer)
    {
        const string prefix = "stream: ";
        if (answer == prefix + "OK")
        {
            return new(Finding: null);
        }

        return answer.StartsWith(prefix, StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal)
            ? new(answer[prefix.Length..^" FOUND".Length])
            : throw new IOException($"clamd answered “{answer}”.");
    }

    private static (EndPoint, AddressFamily, ProtocolType) PlaceOf(string address)
    {
        if (address.StartsWith("unix:", StringComparison.Ordinal))
        {
            return (new UnixDomainSocketEndPoint(address["unix:".Length..]), AddressFamily.Unix, ProtocolType.Unspecified);
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "tcp", Port: > 0 }
            ? (new DnsEndPoint(uri.Host, uri.Port, AddressFamily.InterNetwork), AddressFamily.InterNetwork, ProtocolType.Tcp)
            : throw new InvalidOperationException($"Portal:Uploads:Clamd is “{address}”; write tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl.");
    }
}
