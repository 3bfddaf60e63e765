using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Livelihood.Content.Media.Inspection;
using Livelihood.Platform.Files;

namespace Livelihood.Content.Media.Texts;

/// <summary>Reads the plain text of a file, for search.</summary>
public sealed class FileTextReader(PdfToText pdfToText)
{
    private static readonly BoundedProcess Process = new() { Time = TimeSpan.FromMinutes(1), Output = FileText.MaxLength * 4 };

    /// <summary>Whether a program is installed that reads PDF.</summary>
    public bool ReadsPdf => pdfToText.Program is not null;

    /// <summary>Reads it.</summary>
    /// <param name="kind">What it is; it has text.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>At most <see cref="FileText.MaxLength"/> characters; empty for scanned pages.</returns>
    /// <exception cref="IOException">It cannot be read, now or ever; the message is Chinese.</exception>
    public async Task<string> ReadAsync(MediaKind kind, string path, CancellationToken cancellation)
    {
        var text = new FileText();
        try
        {
            if (kind == MediaKind.Pdf)
            {
                text.Add(await PdfAsync(Path.GetDirectoryName(path)!, path, ReadOnlyMemory<byte>.Empty, cancellation));
            }
            else if (kind == MediaKind.Text || kind == MediaKind.Csv)
            {
                text.Add(TextInspector.Read(await File.ReadAllBytesAsync(path, cancellation)));
            }
            else
            {
                await Task.Run(() => ReadOffice(kind, path, text), cancellation);
            }
        }
        catch (Exception problem) when (problem is OpenXmlPackageException or XmlException or InvalidDataException or FormatException or InvalidOperationException)
        {
            throw new IOException("文件的结构有误，读不出文字", problem);
        }

        return text.ToString();
    }

    /// <summary>Reads the text of a PDF that lies in memory. It is piped: what must not be seen lies on no disk.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>At most <see cref="FileText.MaxLength"/> characters; empty for scanned pages.</returns>
    /// <exception cref="IOException">It cannot be read, now or ever; the message is Chinese.</exception>
    public async Task<string> ReadPdfAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        var text = new FileText();
        var folder = Directory.CreateTempSubdirectory("pdf-");
        try
        {
            text.Add(await PdfAsync(folder.FullName, "-", file, cancellation));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return text.ToString();
    }

    private static void ReadOffice(MediaKind kind, string path, FileText text)
    {
        using var content = File.OpenRead(path);
        Action<Stream, FileText> read = kind.Name switch
        {
            "docx" => OfficeText.ReadDocument,
            "xlsx" => OfficeText.ReadWorkbook,
            _ => OfficeText.ReadPresentation,
        };
        read(content, text);
    }

    private async Task<string> PdfAsync(string folder, string file, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        if (pdfToText.Program is not { } program)
        {
            throw new IOException("服务器没有安装 pdftotext（poppler-utils），读不出 PDF 的文字");
        }

        try
        {
            var answer = await Process.FeedAsync(program, folder, ["-enc", "UTF-8", "-eol", "unix", file, "-"], input, cancellation);
            return answer.ExitCode == 0
                ? Encoding.UTF8.GetString(answer.Output).Replace('\f', '\n')
                : throw new IOException($"pdftotext 读不出文字（{answer.ExitCode}）");
        }
        catch (TimeoutException problem)
        {
            throw new IOException("读 PDF 的文字用时太长", problem);
        }
    }
}
