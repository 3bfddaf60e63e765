using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Editing;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>How the workbench writes a block in one line.</summary>
internal static class BlockWords
{
    private const int Longest = 90;

    public static string Kind(Block block) => MarkLines.Word(block.Kind, block.Kind == BlockKind.Table ? block.HasHeader ? 1 : 0 : block.Level);

    public static string Text(Block block)
    {
        if (block is { Kind: BlockKind.Table, Rows: { } rows })
        {
            return $"{rows.Count}行{rows.Max(r => r.Count)}列：{Short(string.Join(" | ", rows[0]))}";
        }

        return Short(block.Text.Replace('\n', ' '));
    }

    private static string Short(string text) => text.Length > Longest ? text[..Longest] + "……" : text;
}
