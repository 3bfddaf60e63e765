using System.Text.RegularExpressions;
using Livelihood.Formats.Markdown;

namespace Livelihood.Formats.Plain;

/// <summary>Reads plain text as Markdown: each line a paragraph, headings by the official numbering; and keeps Markdown as it is.</summary>
public static partial class PlainTextReader
{
    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = 8 * 1024 * 1024;

    private const int LongestTitle = 100;

    /// <summary>Reads a .txt: the first line is the title where it is short and no sentence ends in it.</summary>
    /// <exception cref="UnreadableDocumentException">Too large, empty, or no text.</exception>
    public static ReadDocument ReadText(byte[] file)
    {
        List<string> lines = [.. Decode(file).ReplaceLineEndings("\n").Split('\n', '\f').Select(l => l.Trim([.. l.Where(Blank.Is)])).Where(l => l.Length > 0)];
        var title = lines[0].Length <= LongestTitle && lines.Count > 1 && lines[0][^1] is not ('。' or '：' or '；' or '，')
            && OfficialNumbering.LevelOf(lines[0]) == 0 ? lines[0] : null;
        var body = title is null ? lines : lines[1..];
        var blocks = body.Select((line, i) => Block(line, i + 1 < body.Count ? body[i + 1] : null));
        return new(title, [], MarkdownWriter.Write([.. blocks]), [], title is null ? ["没有认出标题，请填写。"] : []);
    }

    /// <summary>Reads a .md: the text stays; a heading of the first level at its top is the title.</summary>
    /// <exception cref="UnreadableDocumentException">Too large, empty, or no text.</exception>
    public static ReadDocument ReadMarkdown(byte[] file)
    {
        var text = Decode(file).ReplaceLineEndings("\n").Trim('\n');
        var top = Top().Match(text);
        return top.Success
            ? new(MarkdownDialect.PlainText(top.Groups[1].Value), [], text[top.Length..].TrimStart('\n') + "\n", [], [])
            : new(null, [], text + "\n", [], ["没有认出标题，请填写。"]);
    }

    private static DraftBlock Block(string line, string? next)
    {
        List<DraftInline> text = [new DraftText(line)];
        var look = OfficialNumbering.LevelOf(line);
        var below = next is null ? 0 : OfficialNumbering.LevelOf(next);
        return look > 0 && OfficialNumbering.CanBeHeading(line) && next is not null && (below == 0 || below > look)
            ? new DraftHeading(look, text)
            : OfficialNumbering.IsAnnex(line) ? new DraftHeading(2, text) : new DraftParagraph(text);
    }

    private static string Decode(byte[] file)
    {
        if (file.Length > LargestFile)
        {
            throw new UnreadableDocumentException(UnreadableDocument.TooLarge, $"文件超过{LargestFile / 1024 / 1024}兆字节。请把它分开导入。");
        }

        return TextDecoding.TryDecode(file, out var text, out var fault, out var kind) && !text.All(Blank.Is) ? text : throw (fault switch
        {
            TextFault.Binary => new UnreadableDocumentException(UnreadableDocument.WrongKind, $"这是{kind}，不是文本。请选择.docx、.txt或者.md文件。"),
            TextFault.UnknownEncoding => new UnreadableDocumentException(UnreadableDocument.Broken, "认不出文件的编码。请把文件另存为UTF-8编码的文本，再导入。"),
            _ => new UnreadableDocumentException(UnreadableDocument.Empty, "文件里没有文字。请检查文件。"),
        });
    }

    [GeneratedRegex(@"\A#[ \t]+([^\n]+)(?:\n|\z)")]
    private static partial Regex Top();
}
