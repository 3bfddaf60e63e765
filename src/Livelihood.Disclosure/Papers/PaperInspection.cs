using Livelihood.Content.Media;
using Livelihood.Content.Media.Inspection;
using Livelihood.Platform.Files.Scanning;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Livelihood.Disclosure.Papers;

/// <summary>A paper that was read and is what it says.</summary>
public sealed record InspectedPaper(string Name, MediaKind Kind, byte[] Bytes);

/// <summary>Reads a file that somebody sends with a request: by its content, as uploads of the editors are, and scanned at once where there is a scanner.</summary>
public sealed class PaperInspection(IOptions<DisclosureOptions> options, IOptions<UploadOptions> uploads, ILogger<PaperInspection> log)
{
    private int MostMegabytes => options.Value.PaperMegabytes;

    /// <summary>The file, checked.</summary>
    /// <exception cref="UploadRefusedException">It is not taken; the message is Chinese and says what to do.</exception>
    public Task<InspectedPaper> ReadAsync(Stream content, string fileName, CancellationToken cancellation = default) =>
        ReadAsync(content, fileName, PaperKinds.Attached, cancellation);

    /// <summary>The file, checked, where other kinds are taken.</summary>
    /// <exception cref="UploadRefusedException">It is not taken; the message is Chinese and says what to do.</exception>
    public async Task<InspectedPaper> ReadAsync(Stream content, string fileName, TakenKinds taken, CancellationToken cancellation = default)
    {
        var bytes = await ReadBytesAsync(content, cancellation);
        var name = UploadName.Clean(fileName);
        var kind = KindOf(bytes, name, taken);
        await ScanAsync(bytes, cancellation);
        return new(UploadName.Extension(name).Length > 0 ? name : (name.Length > 0 ? name : "文件") + kind.Extensions[0], kind, bytes);
    }

    private async Task<byte[]> ReadBytesAsync(Stream content, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > MostMegabytes * 1024L * 1024)
            {
                throw new UploadRefusedException($"超过{MostMegabytes}MB。请压缩、降低扫描的分辨率，或者分成几份。");
            }
        }

        return kept.ToArray();
    }

    private static MediaKind KindOf(byte[] bytes, string name, TakenKinds taken)
    {
        // Anybody can send one, so it may unfold to less than an editor's.
        using var content = new MemoryStream(bytes, writable: false);
        var kind = FileInspector.Inspect(content, name, new() { Accepted = taken.Names, Entries = 2_000, Unpacked = 256L * 1024 * 1024 });
        return taken.Kinds.Contains(kind) ? kind : throw new UploadRefusedException($"这是{kind.Label}，这里不收。可以附：{taken.Names}。");
    }

    private async Task ScanAsync(byte[] bytes, CancellationToken cancellation)
    {
        if (!uploads.Value.IsScanned)
        {
            return;
        }

        string? finding;
        try
        {
            using var content = new MemoryStream(bytes, writable: false);
            finding = (await new VirusScanner(uploads.Value.Clamd).ScanAsync(content, cancellation)).Finding;
        }
        catch (IOException unreachable)
        {
            log.LogWarning(unreachable, "A paper could not be scanned");
            throw new UploadRefusedException("病毒扫描暂时不可用，附件没有收下。请过几分钟再试；着急的，可以先不带附件提交。", unreachable);
        }

        if (finding is not null)
        {
            throw new UploadRefusedException($"扫描出病毒（{finding}）。请清除病毒后再附上。");
        }
    }
}
