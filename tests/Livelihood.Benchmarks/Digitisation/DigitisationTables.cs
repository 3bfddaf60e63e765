using System.Globalization;
using System.Text;
using Livelihood.PrintedGazettes.Scoring;

namespace Livelihood.Benchmarks.Digitisation;

/// <summary>Writes precision and recall as Markdown tables.</summary>
internal static class DigitisationTables
{
    private static readonly Measure[] Asked = [Measure.Documents, Measure.Titles, Measure.Numbers, Measure.Dates, Measure.Pages, Measure.Tables];

    /// <summary>Every measure in rows; a column for each of <paramref name="cards"/>.</summary>
    public static void ByMeasure(StringBuilder text, IReadOnlyList<(string Name, Scorecard Card)> cards)
    {
        text.Append("| | ").AppendJoin(" | ", cards.Select(c => c.Name)).Append(" |\n|---|").Insert(text.Length, "---|", cards.Count).Append('\n');
        foreach (var measure in Enum.GetValues<Measure>().Where(m => cards.Any(c => Occurs(c.Card[m]))))
        {
            text.Append($"| {Name(measure)} | ").AppendJoin(" | ", cards.Select(c => Cell(c.Card[measure]))).Append(" |\n");
        }

        text.Append("| planted faults told | ").AppendJoin(" | ", cards.Select(c => c.Card.Doubts.Planted == 0 ? "–" : $"{c.Card.Doubts.Told} of {c.Card.Doubts.Planted}")).Append(" |\n");
        text.Append("| issues (refused) | ").AppendJoin(" | ", cards.Select(c => $"{c.Card.Issues} ({c.Card.Refused})")).Append(" |\n");
    }

    /// <summary>What the issue asks for in columns; a row for each set.</summary>
    public static void BySet(StringBuilder text, IEnumerable<(string Name, Scorecard Card)> sets)
    {
        text.Append("| | ").AppendJoin(" | ", Asked.Select(Name)).Append(" | told |\n|---|").Insert(text.Length, "---|", Asked.Length + 1).Append('\n');
        foreach (var (name, card) in sets)
        {
            text.Append($"| {name} | ").AppendJoin(" | ", Asked.Select(m => Cell(card[m]))).Append($" | {(card.Doubts.Planted == 0 ? "" : $"{card.Doubts.Told} of {card.Doubts.Planted}")} |\n");
        }
    }

    public static string Cell(Tally tally) => Occurs(tally) ? $"{Percent(tally.Precision)} / {Percent(tally.Recall)}" : "–";

    private static bool Occurs(Tally tally) => tally.Right + tally.False + tally.Missed > 0;

    /// <summary>Rounded down, so that 100 means all.</summary>
    private static string Percent(double share) => (Math.Floor(share * 1000) / 10).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Name(Measure measure) => measure switch
    {
        Measure.Tables => "tables (cells)",
        Measure.AttachedTitles => "attached titles",
        Measure.CopiedTo => "copies",
        Measure.Furniture => "page furniture (lines)",
        Measure.Masthead => "masthead fields",
        Measure.Board => "editorial board",
        _ => measure.ToString().ToLowerInvariant(),
    };
}
