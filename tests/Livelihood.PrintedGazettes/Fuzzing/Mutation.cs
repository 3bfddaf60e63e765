using System.Text;
using Livelihood.PrintedGazettes.Composition;

namespace Livelihood.PrintedGazettes.Fuzzing;

/// <summary>Spoils a text as scans, programs and hands do, and worse; the same number gives the same text.</summary>
public static class Mutation
{
    private const int LongestPiece = 200;
    private const int MostEdits = 12;

    private static readonly string[] Splices =
    [
        "\n", "\n\n", "\n\n\n", "\f", "\r\n", "\r", "\t", " ", "　", "    ", "。", "，", "；", "：", "（", "）", "〔", "〕", "《", "|", "| a | b |\n", "|---|---|\n", "- ", "# ", "第", "条", "第一条 ",
        "一、", "（一）", "1. ", "附件", "附件1\n", "附件：1. 甲\n2. 乙\n", "目录", "公报", "云政〔2021〕9号\n", "云政[95]第3号\n", "2021年13月45日\n", "二○二一年一月一日\n", "\ufffd", "\ud800", "\udc00",
        "\0", "\u200b", "\ufeff", "<b>", "*", "_", "`", "\\", "$x_{1}$", "&nbsp;", "12\n", "·12·\n", "—12—\n", "第12页\n", "续表\n", "关于的通知\n", "令\n", "第五号\n", "主任：", "总第9期", "……（4）\n",
        "序号  名称  数量\n1  甲  2\n", "甲\t乙\t丙\n", "主题词：", "抄送：", "同志们：", "𠮷",
    ];

    /// <summary>Between one and twelve edits of <paramref name="text"/>.</summary>
    public static string Of(string text, int number)
    {
        var chance = new Chance(((ulong)number * 0x9E3779B97F4A7C15) ^ 0x5DEECE66D);
        var mutated = new StringBuilder(text);
        for (var edits = chance.Between(1, MostEdits); edits > 0; edits--)
        {
            Edit(mutated, chance);
        }

        return mutated.ToString();
    }

    private static void Edit(StringBuilder text, Chance chance)
    {
        var at = chance.Below(text.Length + 1);
        var length = Math.Min(chance.Below(LongestPiece), text.Length - at);
        switch (chance.Below(11))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(chance.Below(text.Length + 1), text.ToString(at, length));
                break;
            case 2 or 3:
                text.Insert(at, chance.Of(Splices));
                break;
            case 4:
                var piece = text.ToString(at, length);
                text.Remove(at, length).Insert(chance.Below(text.Length + 1), piece);
                break;
            case 5:
                ChangeLines(text, at, chance, lines => lines.Reverse());
                break;
            case 6:
                ChangeLines(text, at, chance, _ => []);
                break;
            case 7:
                ChangeLines(text, at, chance, lines => lines.Concat(lines));
                break;
            case 8:
                ChangeLines(text, at, chance, lines => [string.Concat(lines)]);
                break;
            case 9:
                ChangeLines(text, at, chance, lines => lines.SelectMany(l => l.Chunk(9).Select(c => new string(c))));
                break;
            default:
                if (at < text.Length)
                {
                    text[at] = chance.Of(Splices)[0];
                }

                break;
        }
    }

    /// <summary>Up to thirty lines from a place on become others.</summary>
    private static void ChangeLines(StringBuilder text, int at, Chance chance, Func<IReadOnlyList<string>, IEnumerable<string>> change)
    {
        var whole = text.ToString(at, Math.Min(text.Length - at, 4000)).Split('\n');
        var lines = whole.Take(chance.Between(1, 30)).ToList();
        var length = Math.Min(text.Length - at, lines.Sum(l => l.Length + 1));
        text.Remove(at, length).Insert(at, string.Concat(change(lines).Select(l => l + "\n")));
    }
}
