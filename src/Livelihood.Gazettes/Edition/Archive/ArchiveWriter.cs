using System.IO.Compression;
using System.Text;
using Livelihood.Content.Parts;

namespace Livelihood.Gazettes.Edition.Archive;

/// <summary>
/// Writes the zip for archives and libraries: each document as text, Markdown and record, the hand-over list, the issue's
/// record, the PDF, an explanation, and the hash of every file. The same content gives the same bytes.
/// </summary>
internal static class ArchiveWriter
{
    /// <summary>The name of the list of hashes, in the form of <c>sha256sum</c>.</summary>
    public const string Manifest = "校验值.sha256";

    /// <summary>The name of the hand-over list.</summary>
    public const string List = "移交清单.csv";

    private static readonly DateOnly NoDay = new(1980, 1, 1);

    /// <summary>Writes the zip file by file; only one document's files are in memory at a time.</summary>
    public static async Task WriteAsync(ArchiveContent archive, Stream zip, CancellationToken cancellation = default)
    {
        var day = archive.Issue.Issue.PublishedOn is { Year: >= 1980 } on ? on : NoDay;
        using var container = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var (hashes, texts) = (new StringBuilder(), new Dictionary<int, ArchiveFile>());
        await AddAsync(new("说明.txt", Encoding.UTF8.GetBytes(Explanation(archive))), counted: true);
        await AddAsync(new("公报.json", ArchiveRecord.Of(archive)), counted: true);
        foreach (var document in archive.Issue.Documents)
        {
            var name = $"文件/{document.Order:000}";
            var text = new ArchiveFile($"{name}.txt", Encoding.UTF8.GetBytes(PlainText.Of(document.Layout)));
            var markdown = new ArchiveFile($"{name}.md", Encoding.UTF8.GetBytes(document.Version.Part<MarkdownBodyPart>()?.Markdown ?? ""));
            texts[document.Order] = text with { Content = [] };
            await AddAsync(text, counted: true);
            await AddAsync(markdown, counted: true);
            await AddAsync(new($"{name}.json", ArchiveRecord.Of(document, archive, text, markdown)), counted: true);
        }

        await AddAsync(new(List, HandOverList.Of(archive, texts)), counted: true);
        if (archive.Pdf is not null)
        {
            await AddAsync(new("公报.pdf", archive.Pdf), counted: true);
        }

        await AddAsync(new(Manifest, Encoding.UTF8.GetBytes(hashes.ToString())), counted: false);

        async Task AddAsync(ArchiveFile file, bool counted)
        {
            var entry = container.CreateEntry(file.Path, CompressionLevel.Optimal);
            entry.LastWriteTime = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
            await using var content = await entry.OpenAsync(cancellation);
            await content.WriteAsync(file.Content, cancellation);
            hashes.Append(counted ? $"{file.Hash}  {file.Path}\n" : "");
        }
    }

    private static string Explanation(ArchiveContent archive) => $"""
        {archive.Issue.Layout.Name} 归档包

        本包供档案馆、图书馆接收和保存，内容与平台公开发布的一致。

        移交清单.csv  每份文件一行：题名、文号、责任者、日期、页次、索引号、文件名和校验值。
        公报.json    本期的年份、期号、日期、主办、编委会和目录。
        文件/         每份文件三个：.txt 是纯文本（UTF-8，行尾 CR LF，表格各栏以制表符分开）；.md 是带格式的原文（Markdown）；.json 是著录信息。
        {(archive.Pdf is null ? "公报.pdf      本包没有：制作时平台不能生成 PDF。" : "公报.pdf      整期的 PDF。")}
        校验值.sha256  各文件的 SHA-256，可以用 sha256sum -c 校验。

        页次：{(archive.Issue.Layout.HasOlderPages ? "纸质版目录所载的页码；没有载明的，是公报.pdf的页码。" : "公报的页码。")}
        """.ReplaceLineEndings("\r\n") + "\r\n";
}
