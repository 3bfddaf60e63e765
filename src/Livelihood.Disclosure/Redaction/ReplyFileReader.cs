using Livelihood.Content.Media.Texts;
using Livelihood.Formats;
using Livelihood.Formats.Plain;
using Livelihood.Formats.Word;

namespace Livelihood.Disclosure.Redaction;

/// <summary>What was read of a file for the reply.</summary>
/// <param name="Text">The text, a paragraph a line.</param>
/// <param name="Remarks">What the handler should know: what was left out, and what nobody sees who opens the file.</param>
public sealed record ReadReplyFile(string Text, IReadOnlyList<string> Remarks);

/// <summary>Reads the text of a file that is to be given with passages blacked out. Only text: what is not read cannot tell anything.</summary>
public sealed class ReplyFileReader(FileTextReader pdf)
{
    /// <summary>What the file field offers.</summary>
    public const string Accept = ".docx,.txt,.md,.pdf";

    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = 8 * 1024 * 1024;

    private const int FullLine = 20;
    private const string OfPdf = "PDF里打开看不见的文字（扫描件下面的识别文字、白色的文字、关掉的图层）也会读进来；批注和表单里填的内容没有读进来。请逐句核对。";

    /// <summary>Reads it. What the file is, its bytes decide.</summary>
    /// <exception cref="UnreadableDocumentException">It cannot be read; the message says what to do.</exception>
    public async Task<ReadReplyFile> ReadAsync(Stream content, CancellationToken cancellation = default)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int length; (length = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            bytes.Write(buffer, 0, length);
            if (bytes.Length > LargestFile)
            {
                throw new UnreadableDocumentException(UnreadableDocument.TooLarge, $"文件超过{LargestFile / 1024 / 1024}MB。请把它分开，或者粘贴文字。");
            }
        }

        var file = bytes.ToArray();
        var read = file switch
        {
            [(byte)'P', (byte)'K', ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] => OfWord(WordTextReader.Read(file)),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => new(JoinLines(await OfPdfAsync(file, cancellation)), [OfPdf]),
            _ => new ReadReplyFile(OfPlain(PlainTextReader.ReadMarkdown(file)), []),
        };
        return string.IsNullOrWhiteSpace(read.Text)
            ? throw new UnreadableDocumentException(UnreadableDocument.Empty, "文件里没有文字，可能是扫描件。请把文字识别出来，粘贴到下面。")
            : read;
    }

    /// <summary>Lines that a PDF broke, as paragraphs: a full line without an end of a sentence goes on in the next one.</summary>
    public static string JoinLines(string text)
    {
        var paragraphs = new List<string>();
        var goesOn = false;
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (goesOn && line.Length > 0)
            {
                var needsSpace = char.IsAscii(paragraphs[^1][^1]) && char.IsAscii(line[0]);
                paragraphs[^1] += needsSpace ? " " + line : line;
            }
            else if (line.Length > 0)
            {
                paragraphs.Add(line);
            }

            goesOn = line.Length >= FullLine && line[^1] is not ('。' or '！' or '？' or '；' or '：' or '”' or '.');
        }

        return string.Join('\n', paragraphs);
    }

    private static ReadReplyFile OfWord(WordText word) => new(TextOf(word), [.. Remarks(word)]);

    private static IEnumerable<string> Remarks(WordText word)
    {
        if (word.RunningHeads.Count > 0)
        {
            yield return $"页眉、页脚里的文字没有读进来：{string.Join("；", word.RunningHeads)}。";
        }

        if (word.Pictures > 0)
        {
            yield return $"{word.Pictures}张图片没有读进来。";
        }

        foreach (var doubt in word.Doubts)
        {
            yield return doubt;
        }
    }

    private static string TextOf(WordText word) => string.Join('\n', word.Blocks.SelectMany(block => block switch
    {
        WordTextParagraph paragraph => paragraph.Text.Split('\n', '\f'),
        WordTextTable table => table.Rows.Select(row => string.Join('\t', row.Select(cell => cell.ReplaceLineEndings(" ")))),
        _ => [],
    }).Where(line => !string.IsNullOrWhiteSpace(line)));

    private static string OfPlain(ReadDocument plain) =>
        string.Join('\n', new[] { plain.Title }.OfType<string>().Concat(plain.Markdown.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))));

    // Through a pipe: what is to be blacked out lies unencrypted nowhere.
    private async Task<string> OfPdfAsync(byte[] file, CancellationToken cancellation)
    {
        if (!pdf.ReadsPdf)
        {
            throw new UnreadableDocumentException(UnreadableDocument.WrongKind, "服务器没有安装pdftotext，读不出PDF的文字。请粘贴文字，或者请系统管理员安装poppler-utils。");
        }

        try
        {
            return await pdf.ReadPdfAsync(file, cancellation);
        }
        catch (IOException problem)
        {
            throw new UnreadableDocumentException(UnreadableDocument.Broken, "读不出这个PDF的文字。请检查文件，或者粘贴文字。", problem);
        }
    }
}
