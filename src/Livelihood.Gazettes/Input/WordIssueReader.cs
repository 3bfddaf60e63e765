using System.Text;
using System.Text.RegularExpressions;
using Livelihood.Formats;
using Livelihood.Formats.Plain;
using Livelihood.Formats.Word;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Import;

namespace Livelihood.Gazettes.Input;

/// <summary>Turns a Word file into the lines that the reader of issues expects: a paragraph a line, tables drawn with pipes.</summary>
internal static partial class WordIssueReader
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="GazetteRefusedException">It is no .docx, protected, too large or broken.</exception>
    public static GazetteFileText Read(byte[] file)
    {
        WordText word;
        try
        {
            word = WordTextReader.Read(file);
        }
        catch (UnreadableDocumentException refused)
        {
            throw new GazetteRefusedException(ReasonOf(refused.Reason), refused.Reason == UnreadableDocument.WrongKind
                ? "这是压缩包或者Word以外的办公文件，不是Word文档（.docx）。压缩包请整个导入；表格、演示文稿请另存为.docx或者.txt，再导入。" : refused.Message);
        }

        var text = new StringBuilder();
        foreach (var head in Mastheads(word))
        {
            text.Append(head).Append('\n');
        }

        foreach (var block in word.Blocks)
        {
            Write(block, text);
        }

        return Folding.Squeeze(text.ToString()).Length > 0
            ? new(GazetteFormat.Word, text.ToString(), Notes(word))
            : throw new GazetteRefusedException(UnreadableReason.Empty, word.Pictures > 0
                ? "Word文件里只有图片，没有文字。请先做文字识别（OCR），把结果存为.docx或者.txt，再导入。"
                : "Word文件里没有文字。请检查文件。");
    }

    private static UnreadableReason ReasonOf(UnreadableDocument reason) => reason switch
    {
        UnreadableDocument.Empty => UnreadableReason.Empty,
        UnreadableDocument.TooLarge => UnreadableReason.TooLarge,
        _ => UnreadableReason.Binary,
    };

    /// <summary>Some issues name themselves in the running head alone; other running heads are furniture.</summary>
    private static IEnumerable<string> Mastheads(WordText word)
    {
        var heads = word.RunningHeads.Where(h => NamesIssue().IsMatch(Folding.Squeeze(h))).ToList();
        return heads.Count > 0 && !word.Blocks.Take(200).OfType<WordTextParagraph>().Any(p => NamesIssue().IsMatch(Folding.Squeeze(p.Text))) ? heads.Take(2) : [];
    }

    private static string[] Notes(WordText word) => word.Pictures == 0
        ? [.. word.Doubts]
        : [.. word.Doubts, $"文件里有{word.Pictures}幅图片，没有导入。图片里有文字的，请在核对时补上。"];

    private static void Write(WordTextBlock block, StringBuilder text)
    {
        switch (block)
        {
            case WordTextParagraph paragraph:
                foreach (var line in Lines(paragraph.Text))
                {
                    text.Append(line).Append('\n');
                }

                break;
            case WordTextTable table when IsContents(table):
                foreach (var row in table.Rows)
                {
                    text.AppendJoin('\t', row.Select(OneLine).Where(c => c.Length > 0)).Append('\n');
                }

                break;
            case WordTextTable table when IsFrame(table):
                foreach (var line in table.Rows.SelectMany(r => r).SelectMany(Lines))
                {
                    text.Append(line).Append('\n');
                }

                break;
            case WordTextTable table:
                Draw(table, text);
                break;
        }
    }

    private static void Draw(WordTextTable table, StringBuilder text)
    {
        // A blank line before and after keeps two tables apart.
        text.Append('\n');
        for (var row = 0; row < table.Rows.Count; row++)
        {
            text.Append("| ").AppendJoin(" | ", table.Rows[row].Select(OneLine)).Append(" |\n");
            if (row == 0 && table.HeaderRows == 1)
            {
                text.Append('|').Insert(text.Length, " --- |", table.Rows[row].Count).Append('\n');
            }
        }

        text.Append('\n');
    }

    /// <summary>The contents are often set in a table without lines: titles, and pages in the last column.</summary>
    private static bool IsContents(WordTextTable table)
    {
        var rows = table.Rows.Select(r => r.Select(OneLine).Where(c => c.Length > 0).ToList()).Where(r => r.Count > 0).ToList();
        var entries = rows.Where(r => r.Count > 1 && Page().IsMatch(Folding.Fold(r[^1]))).ToList();
        var pages = entries.ConvertAll(r => int.Parse(Digits().Match(Folding.Fold(r[^1])).ValueSpan));
        return entries.Count >= 2 && entries.Count * 2 >= rows.Count && pages.Zip(pages.Skip(1)).All(p => p.First <= p.Second)
            && entries.Count(r => r[..^1].Exists(c => c.Length >= 8 && TitleWord().IsMatch(c))) * 2 >= entries.Count;
    }

    /// <summary>A row with cells of several paragraphs each is a page set in columns, not a table.</summary>
    private static bool IsFrame(WordTextTable table) =>
        table.Rows.Count == 1 && table.Rows[0].Any(c => c.Count(x => x == '\n') >= 3);

    /// <summary>A form feed stands at the beginning of a line.</summary>
    private static string[] Lines(string text) => text.Replace("\f", "\n\f", StringComparison.Ordinal).Split('\n');

    // The reader of tables parts cells at pipes.
    private static string OneLine(string cell) =>
        string.Join(' ', cell.Replace('|', '｜').Split(['\n', '\f', '\v'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"公报.{0,12}(?:第.{1,4}[号期]|[0-9]{4}[.·年])|第[0-9〇零一二三四五六七八九十]{1,4}[号期].{0,3}总第?")]
    private static partial Regex NamesIssue();

    [GeneratedRegex(@"^[(\[<.…·\s]*[0-9]{1,3}[)\]>]?$")]
    private static partial Regex Page();

    [GeneratedRegex("[0-9]{1,3}")]
    private static partial Regex Digits();

    [GeneratedRegex("关于|通知|意见|决定|公告|通告|办法|条例|规定|方案|批复|讲话|报告|令|任免|规划|细则")]
    private static partial Regex TitleWord();
}
