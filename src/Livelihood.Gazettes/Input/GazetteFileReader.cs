using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Import;

namespace Livelihood.Gazettes.Input;

/// <summary>The one place where a file becomes the text of issues, whatever kind of file it is.</summary>
public sealed class GazetteFileReader(PdfIssueReader pdf)
{
    /// <summary>Reads the issues in a file: one, or those of a volume in order.</summary>
    /// <exception cref="GazetteRefusedException">It cannot be read; the message says why and what to do.</exception>
    public async Task<IReadOnlyList<IssueText>> ReadAsync(GazetteFile file, CancellationToken cancellation = default)
    {
        var (format, text, notes) = await TextAsync(file, cancellation);
        var parts = Volume.Split(text, out var refusal);
        return refusal is not null
            ? throw new GazetteRefusedException(refusal.Reason, refusal.Message)
            : [.. parts.Select((part, i) => new IssueText(
                part.Text, file, format, parts.Count == 1 ? notes : [$"取自“{file.Name}”的第{part.Lines.First}—{part.Lines.Last}行。", .. notes], i + 1, parts.Count))];
    }

    /// <summary>Reads a file that must hold one issue.</summary>
    /// <exception cref="GazetteRefusedException">It cannot be read, or holds several issues.</exception>
    public async Task<IssueText> ReadOneAsync(GazetteFile file, CancellationToken cancellation = default) => await ReadAsync(file, cancellation) switch
    {
        [var one] => one,
        var several => throw new GazetteRefusedException(
            UnreadableReason.NotAGazette, $"文件里有{several.Count}期公报。请用“导入公报”页面或者命令gazette import导入，它们会一期一期地分开。"),
    };

    /// <summary>The text of a file.</summary>
    /// <exception cref="GazetteRefusedException">It cannot be read.</exception>
    public async Task<GazetteFileText> TextAsync(GazetteFile file, CancellationToken cancellation = default)
    {
        if (file.Bytes.Length > GazetteFile.LargestBytes)
        {
            throw new GazetteRefusedException(
                UnreadableReason.TooLarge, $"文件超过{GazetteFile.LargestBytes / 1024 / 1024}兆字节，不像一期公报。请一期一个文件导入。");
        }

        var start = file.Bytes.Span;
        var read = IsPdf(start) ? await pdf.ReadAsync(file.Bytes, cancellation)
            : IsOffice(start) ? WordIssueReader.Read(file.Bytes.ToArray())
            : Plain(start);
        var text = UsualSigns.In(read.Text, out var replaced);
        return read with { Text = text, Notes = replaced == 0 ? read.Notes : [.. read.Notes, $"{replaced}个字用了部首或者兼容的编码（如“⼀”），已换成通常的字。"] };
    }

    // A PDF may begin with a few bytes of something else; readers of PDF look at the first kilobyte.
    private static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    private static bool IsOffice(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    private static GazetteFileText Plain(ReadOnlySpan<byte> bytes) => GazetteText.TryDecode(bytes, out var text, out var refusal)
        ? new(GazetteFormat.Text, text, [])
        : throw new GazetteRefusedException(refusal.Reason, refusal.Message);
}
