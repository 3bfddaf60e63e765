using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats.Plain;

namespace Livelihood.Formats.Word.Reading;

/// <summary>The number that Word shows before a paragraph.</summary>
/// <param name="Text">As shown, such as 一、; empty for a bullet.</param>
/// <param name="Level">The level in its list, from 0.</param>
/// <param name="Value">The count.</param>
/// <param name="Kind">Whether it is a bullet, a plain <c>1.</c>, or another number.</param>
internal sealed record WordNumber(string Text, int Level, int Value, WordNumberKind Kind);

/// <summary>Kinds of numbers.</summary>
internal enum WordNumberKind
{
    Bullet,
    Decimal,
    Other,
}

/// <summary>Counts automatic numbers as Word does, one count for each list and level.</summary>
internal sealed partial class WordNumbering
{
    private readonly Dictionary<int, (int Abstract, Dictionary<int, Level> Levels, Dictionary<int, int> Starts)> _lists = [];
    private readonly Dictionary<int, int?[]> _counts = [];
    private readonly HashSet<(int List, int Level)> _restarted = [];

    public WordNumbering(MainDocumentPart main)
    {
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        var definitions = (numbering?.Elements<AbstractNum>() ?? [])
            .GroupBy(a => WordStyles.Number(a.AbstractNumberId?.InnerText) ?? -1).ToDictionary(g => g.Key, g => g.First());
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (WordStyles.Number(list.NumberID?.InnerText) is { } id
                && WordStyles.Number(list.AbstractNumId?.Val?.InnerText) is { } definition && definitions.TryGetValue(definition, out var found))
            {
                var levels = Levels(found.Elements<Level>());
                var starts = new Dictionary<int, int>();
                foreach (var change in list.Elements<LevelOverride>())
                {
                    var level = WordStyles.Number(change.LevelIndex?.InnerText) ?? 0;
                    if (change.Level is { } own)
                    {
                        levels[level] = own;
                    }

                    if (WordStyles.Number(change.StartOverrideNumberingValue?.Val?.InnerText) is { } start)
                    {
                        starts[level] = start;
                    }
                }

                _lists[id] = (definition, levels, starts);
            }
        }
    }

    /// <summary>Counts on in a list and gives the number; null where the list is not defined.</summary>
    public WordNumber? Next(int list, int level)
    {
        if (!_lists.TryGetValue(list, out var found) || !found.Levels.TryGetValue(level, out var look))
        {
            return null;
        }

        var counts = _counts.TryGetValue(found.Abstract, out var known) ? known : _counts[found.Abstract] = new int?[9];
        if (found.Starts.TryGetValue(level, out var restart) && _restarted.Add((list, level)))
        {
            counts[level] = restart;
        }
        else
        {
            counts[level] = counts[level] is { } last ? last + 1 : StartOf(look);
        }

        Array.Clear(counts, level + 1, counts.Length - level - 1);
        var format = FormatOf(look);
        if (format == "bullet")
        {
            return new("", level, counts[level]!.Value, WordNumberKind.Bullet);
        }

        var pattern = look.LevelText?.Val?.InnerText ?? "";
        var text = Placeholder().Replace(pattern, m =>
        {
            var at = m.Value[1] - '1';
            var of = found.Levels.GetValueOrDefault(at);
            return NumberText.Write(counts[at] ?? (of is null ? 1 : StartOf(of)), of is null ? "decimal" : FormatOf(of));
        });
        var plain = format == "decimal" && pattern == $"%{level + 1}." ? WordNumberKind.Decimal : WordNumberKind.Other;
        return new(text, level, counts[level]!.Value, plain);
    }

    private static Dictionary<int, Level> Levels(IEnumerable<Level> levels) =>
        levels.GroupBy(l => WordStyles.Number(l.LevelIndex?.InnerText) ?? 0).ToDictionary(g => g.Key, g => g.First());

    private static int StartOf(Level level) => WordStyles.Number(level.StartNumberingValue?.Val?.InnerText) ?? 1;

    private static string FormatOf(Level level) => level.NumberingFormat?.Val?.InnerText ?? "decimal";

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Placeholder();
}
