using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Formats;
using Livelihood.Formats.Markdown;
using Livelihood.Formats.Plain;
using Livelihood.Formats.Word;
using Markdig.Syntax;

namespace Livelihood.Content.Writing;

/// <summary>Reads a file that an editor chose (.docx, .txt, .md) into the fields of a form.</summary>
public static partial class DocumentImport
{
    /// <summary>What the file field offers.</summary>
    public const string Accept = ".docx,.txt,.md";

    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = WordDocumentReader.LargestFile;

    private const int LongestAddressees = 300;
    private const int LongestSignature = 40;

    /// <summary>Reads the file. What it is, its bytes decide; its name tells only Markdown from plain text.</summary>
    /// <exception cref="UnreadableDocumentException">It cannot be read; the message says what to do.</exception>
    public static async Task<WrittenDocument> ImportAsync(Stream content, string name, CancellationToken cancellation = default)
    {
        var file = await ReadAsync(content, cancellation);
        return Recognise(file switch
        {
            [(byte)'P', (byte)'K', ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] => WordDocumentReader.Read(file),
            _ when name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) => PlainTextReader.ReadMarkdown(file),
            _ => PlainTextReader.ReadText(file),
        });
    }

    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestFile)
            {
                throw new UnreadableDocumentException(UnreadableDocument.TooLarge, $"文件超过{LargestFile / 1024 / 1024}兆字节。请删去不需要的图片，或者把文件分开导入。");
            }
        }

        return bytes.ToArray();
    }

    private static WrittenDocument Recognise(ReadDocument read)
    {
        var (markdown, copiedTo, hasImprint) = WithoutImprint(read.Markdown);
        var paragraphs = MarkdownDialect.Parse(markdown).OfType<ParagraphBlock>().Select(p => MarkdownDialect.PlainText(p)).ToList();
        var dated = paragraphs.FindIndex(p => DateOf(p) is not null);
        var number = NumberIn(read.Head) ?? NumberIn(paragraphs.Take(3).Where(p => p.Length < 30));
        return new()
        {
            Title = read.Title,
            Number = number?.ToString(),
            IssuingAgencies = Issuers(read.Head) is { Count: > 0 } issuers ? issuers : Signature(paragraphs, dated),
            Addressees = paragraphs.FirstOrDefault() is [.., '：'] first && first.Length <= LongestAddressees ? first[..^1] : null,
            CopiedTo = copiedTo,
            FormedOn = dated < 0 ? null : DateOf(paragraphs[dated]),
            Markdown = markdown,
            Pictures = read.Pictures,
            Doubts = hasImprint ? [.. read.Doubts, "文末的印发机关和印发日期没有导入。"] : read.Doubts,
        };
    }

    private static DateOnly? DateOf(string paragraph) =>
        WrittenDate.ReadWhole(Folding.Squeeze(Folding.Fold(paragraph)), out var date) == WrittenDate.Found.Date ? date : null;

    private static DocumentNumber? NumberIn(IEnumerable<string> lines) =>
        lines.SelectMany(l => DocumentNumber.FindAll(l)).Select(n => n.Number).FirstOrDefault();

    /// <summary>甲市人民政府文件 is the mark of 甲市人民政府; joint issuers stand in lines of their own.</summary>
    private static List<string> Issuers(IReadOnlyList<string> head)
    {
        var lines = head.Select(Folding.Squeeze).Where(l => DocumentNumber.FindAll(l).Count == 0 && !l.StartsWith("签发人", StringComparison.Ordinal)).ToList();
        return lines.Exists(l => l.EndsWith("文件", StringComparison.Ordinal))
            ? [.. lines.Select(l => l.EndsWith("文件", StringComparison.Ordinal) ? l[..^2] : l).Where(l => l.Length is > 2 and <= LongestSignature)]
            : [];
    }

    private static IReadOnlyList<string> Signature(List<string> paragraphs, int dated) =>
        dated > 0 && paragraphs[dated - 1] is { Length: > 2 and <= LongestSignature } name && !Punctuation().IsMatch(name) && !name.Contains('\n') ? [name] : [];

    /// <summary>The last lines of a printed document (版记): who gets copies, who printed it and when.</summary>
    private static (string Markdown, string? CopiedTo, bool HasImprint) WithoutImprint(string markdown)
    {
        var blocks = MarkdownDialect.Parse(markdown).Where(b => b is not Markdig.Extensions.Footnotes.FootnoteGroup).ToList();
        string? copiedTo = null;
        var hasImprint = false;
        for (var i = blocks.Count - 1; i >= Math.Max(0, blocks.Count - 3) && blocks[i] is ParagraphBlock; i--)
        {
            var text = MarkdownDialect.PlainText(blocks[i]);
            if (CopiedTo().Match(text) is { Success: true } copies)
            {
                copiedTo = text[copies.Length..].Trim().TrimEnd('。');
            }
            else if (Printed().IsMatch(text))
            {
                hasImprint = true;
            }
            else
            {
                break;
            }

            markdown = markdown.Remove(blocks[i].Span.Start, blocks[i].Span.Length);
        }

        return copiedTo is null && !hasImprint ? (markdown, null, false) : (markdown.TrimEnd() + "\n", copiedTo, hasImprint);
    }

    [GeneratedRegex(@"^抄\s{0,4}[送报]\s{0,4}[：:]")]
    private static partial Regex CopiedTo();

    [GeneratedRegex(@"^[^\n]{2,40}[0-9〇零○一二三四五六七八九]{4}\s*年[^\n]{2,8}日\s*印发$")]
    private static partial Regex Printed();

    [GeneratedRegex("[。，；：？！、]")]
    private static partial Regex Punctuation();
}
