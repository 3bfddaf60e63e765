using System.Text.RegularExpressions;
using Livelihood.Formats.Plain;

namespace Livelihood.Formats.Word.Reading;

/// <summary>Finds the title at the head of a document, and what stands above it: the issuer's mark, the document number.</summary>
internal static partial class TitleFinder
{
    private const int FurthestLine = 12;
    private const int LongestTitle = 200;

    /// <summary>Takes the head and the title away from the blocks.</summary>
    public static (string? Title, IReadOnlyList<string> Head) Take(List<WordBlock> blocks)
    {
        var (first, count) = Find(blocks);
        if (count == 0)
        {
            return (null, []);
        }

        var title = string.Concat(blocks.Skip(first).Take(count).Select(b => Joined(b.Text)));
        List<string> head = [.. blocks.Take(first).SelectMany(b => b.Text.Split('\n')).Select(l => l.Trim()).Where(l => l.Length > 0)];
        var isOutline = blocks[first].Outline == 0;
        blocks.RemoveRange(0, first + count);
        if (isOutline && blocks.TrueForAll(b => b.Outline is not 0))
        {
            // Where the title is the outline's only top, what is below it moves up.
            for (var i = 0; i < blocks.Count; i++)
            {
                blocks[i] = blocks[i] with { Outline = blocks[i].Outline - 1 };
            }
        }

        return (title, head);
    }

    private static (int First, int Count) Find(List<WordBlock> blocks)
    {
        var styled = blocks.FindIndex(0, Math.Min(blocks.Count, FurthestLine), b => b.IsTitle);
        if (styled >= 0)
        {
            return Fits(blocks, styled, blocks.Skip(styled).TakeWhile(b => b.IsTitle).Count());
        }

        var top = blocks.Take(FurthestLine).TakeWhile(b => b.Table is null && !b.Text.EndsWith('：') && !b.Text.EndsWith('。')).ToList();
        var number = top.FindIndex(b => Number().IsMatch(b.Text) && b.Text.Length < 40);
        var first = number + 1;
        var count = top.Skip(first).TakeWhile(IsTitleLine).Count();
        if (count > 0)
        {
            return Fits(blocks, first, count);
        }

        // An outline with a single heading at the very top, at the highest level.
        return number < 0 && blocks is [{ Outline: 0 } only, ..] && OfficialNumbering.LevelOf(only.Text) == 0 && blocks.Skip(1).All(b => b.Outline != 0)
            ? Fits(blocks, 0, 1)
            : default;
    }

    private static bool IsTitleLine(WordBlock block) =>
        block.IsCentred && block.Number is null && OfficialNumbering.LevelOf(block.Text) == 0
        && !block.Text.StartsWith('（') && !block.Text.StartsWith('(') && !Date().IsMatch(block.Text);

    private static (int First, int Count) Fits(List<WordBlock> blocks, int first, int count) =>
        blocks.Take(first).All(b => b.Table is null) && blocks.Skip(first).Take(count).Sum(b => b.Text.Length) <= LongestTitle ? (first, count) : default;

    /// <summary>A title's lines are one; only Latin words keep a space between them.</summary>
    private static string Joined(string text) => Between().Replace(text.Replace('\t', ' '), "").Trim();

    [GeneratedRegex(@"[〔\[（(【]\s*(?:19|20)[0-9]{2}\s*[〕\]）)】]\s*[0-9]+\s*号")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[0-9〇零○一二三四五六七八九]{4}\s*年.{1,8}日$")]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")]
    private static partial Regex Between();
}
