using System.Text;
using Livelihood.Content.Media.Texts;
using Livelihood.Formats.Plain;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Import;
using Livelihood.Platform.Files;

namespace Livelihood.Gazettes.Input;

/// <summary>Reads the text layer of a PDF with poppler's <c>pdftotext</c>, as a child process within limits.</summary>
public sealed class PdfIssueReader(PdfToText program)
{
    /// <summary>An issue has more signs than this on a page that is not a picture.</summary>
    private const int FewestSigns = 12;

    private static readonly BoundedProcess Process = new()
    {
        Time = TimeSpan.FromMinutes(2), Output = GazetteText.LargestBytes, Memory = 1024L * 1024 * 1024,
    };

    /// <summary>What is missing for PDF and how to get it, in Chinese; null where nothing is.</summary>
    public string? Missing => program.Missing;

    /// <summary>Reads the file: lines as printed, gaps of tables kept, a form feed before each page but the first.</summary>
    /// <exception cref="GazetteRefusedException">No text layer, protected, broken, too large, or poppler is missing.</exception>
    public async Task<GazetteFileText> ReadAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation = default)
    {
        if (program.Program is not { } tool)
        {
            throw new GazetteRefusedException(UnreadableReason.Binary, program.Missing!);
        }

        var folder = Directory.CreateTempSubdirectory("gazette-pdf-");
        try
        {
            var path = Path.Combine(folder.FullName, "issue.pdf");
            await using (var copy = File.Create(path))
            {
                await copy.WriteAsync(file, cancellation);
            }

            var pages = PdfPages.Of(await RunAsync(tool, path, file, ["-layout"], cancellation));
            if (pages.Count == 0 || pages.Sum(p => p.Signs) < FewestSigns * pages.Count)
            {
                throw new GazetteRefusedException(UnreadableReason.Empty, NoTextLayer(pages));
            }

            // Pages set in columns are read column by column; with the layout kept, lines of both would be one line.
            if (pages.Exists(p => p.IsInColumns))
            {
                var flowing = PdfPages.Of(await RunAsync(tool, path, file, [], cancellation));
                pages = flowing.Count != pages.Count ? pages : [.. pages.Zip(flowing, (laid, flow) => laid.IsInColumns ? flow with { IsInColumns = true } : laid)];
            }

            return new(GazetteFormat.Pdf, string.Join("\n\f", pages.Select(p => p.Text)), Notes(pages));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(
        string tool, string path, ReadOnlyMemory<byte> file, string[] options, CancellationToken cancellation)
    {
        ProgramAnswer answer;
        try
        {
            answer = await Process.RunAsync(tool, Path.GetDirectoryName(path)!, [.. options, "-enc", "UTF-8", "-eol", "unix", path, "-"], cancellation);
        }
        catch (TimeoutException)
        {
            throw new GazetteRefusedException(UnreadableReason.TooLarge, "读PDF的文字超过了两分钟，停止了。请把PDF按期分开，或者用“打印成PDF”重新生成，再导入。");
        }

        if (answer.IsCut)
        {
            throw new GazetteRefusedException(UnreadableReason.TooLarge, "PDF里的文字太多，不像一期公报。请一期一个文件导入。");
        }

        return answer.ExitCode == 0 ? Encoding.UTF8.GetString(answer.Output) : throw new GazetteRefusedException(UnreadableReason.Binary, Refusal(answer.ExitCode, file.Span));
    }

    /// <summary>Exit codes of pdftotext: 1 cannot be opened, 3 copying is not permitted.</summary>
    private static string Refusal(int exitCode, ReadOnlySpan<byte> file) => exitCode switch
    {
        3 => "PDF不允许复制文字。请在制作PDF的软件里解除限制，或者用“打印成PDF”重新生成，再导入。",
        1 when file.IndexOf("/Encrypt"u8) >= 0 => "PDF设有打开密码。请取消密码，保存后再导入。",
        _ => "PDF已经损坏，或者不完整，读不出来。请重新下载或者重新生成，再导入。",
    };

    private static string NoTextLayer(List<PdfPage> pages) =>
        $"PDF没有文字层（{pages.Count}页里只有{pages.Sum(p => p.Signs)}个字），大概是扫描的图片。请先做文字识别（OCR），存为带文字层的PDF、.docx或者.txt，再导入。";

    private static string[] Notes(List<PdfPage> pages)
    {
        var notes = new List<string>();
        var empty = pages.Index().Where(p => p.Item.Signs == 0).Select(p => p.Index + 1).ToList();
        if (empty.Count > 0)
        {
            notes.Add($"PDF的第{string.Join('、', empty.Take(20))}{(empty.Count > 20 ? "……" : "")}页没有文字，可能是空白页、图片或者扫描件。请对照原件补上。");
        }

        if (pages.Exists(p => p.IsInColumns))
        {
            notes.Add($"PDF有{pages.Count(p => p.IsInColumns)}页分栏排版，已按栏读出。请核对次序。");
        }

        var unknown = pages.Sum(p => p.Text.Count(c => c is >= '\ue000' and <= '\uf8ff' or '\ufffd'));
        if (unknown > 0)
        {
            notes.Add($"PDF里有{unknown}个字的字体没有说明是什么字，读成了乱码。请对照原件改正。");
        }

        return [.. notes];
    }
}
