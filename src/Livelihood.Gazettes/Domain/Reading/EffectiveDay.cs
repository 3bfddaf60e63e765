using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Finds 自……起施行 in a document.</summary>
internal static partial class EffectiveDay
{
    /// <summary>The day, where the text names one and only one.</summary>
    public static DateOnly? Find(IEnumerable<Block> blocks)
    {
        var days = new HashSet<DateOnly>();
        foreach (var block in blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.Article && b.Text.Length <= 400))
        {
            foreach (Match match in Clause().Matches(Folding.Squeeze(Folding.Fold(block.Text))))
            {
                if (WrittenDate.ReadFirst(match.Value, out var day) == WrittenDate.Found.Date)
                {
                    days.Add(day);
                }
            }
        }

        return days.Count == 1 ? days.Single() : null;
    }

    [GeneratedRegex(@"自[0-9一二三四五六七八九十〇零]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日(?:起)?(?:施行|实施|执行|生效)")]
    private static partial Regex Clause();
}
