using System.Globalization;
using System.Text;
using Livelihood.PrintedGazettes.Houses;
using Livelihood.PrintedGazettes.Scoring;

namespace Livelihood.Benchmarks.Digitisation;

/// <summary>Measures how well issues are read: <c>digitisation [--issues N] [--from N] [--only name] [--show N] [--dump folder] [--update]</c>.</summary>
internal static class DigitisationCommand
{
    public const string Usage = """
        digitisation [--issues N]    N issues of each house and fault (3)
                     [--from N]      numbers of the issues begin at N (1000; below 1000 is for building)
                     [--only TEXT]   only faults whose name contains TEXT; clean for the clean ones
                     [--show N]      what was wrong in the N worst issues
                     [--dump FOLDER] writes the texts of these issues there
                     [--floors]      prints the lines of DigitisationFloors.cs, for --issues 1
                     [--update]      writes the figures into docs/digitisation.md
        """;

    public static int Run(IReadOnlyList<string> arguments)
    {
        if (!DigitisationOptions.TryParse(arguments, out var options))
        {
            Console.Error.WriteLine("Usage: " + Usage);
            return 2;
        }

        Func<string, bool>? only = options.Only is { } part ? n => n.Contains(part, StringComparison.OrdinalIgnoreCase) : null;
        var sets = Measurement.Run(options.From, options.Issues, only);
        var unseen = Measurement.Run(options.From, options.Issues, only, HouseCatalogue.Unseen);
        var report = Report(sets, unseen);
        Console.WriteLine(report);
        Show(sets, options);
        if (options.Floors)
        {
            Floors(sets);
        }

        if (options.Update)
        {
            FiguresInDocs.Write("figures", report);
        }

        return 0;
    }

    private static string Report(IReadOnlyList<MeasuredSet> sets, IReadOnlyList<MeasuredSet> unseen)
    {
        var text = new StringBuilder();
        var cards = new List<(string, Scorecard)>();
        if (SeedIssue.TryScore(out var seed))
        {
            cards.Add(("the seed", seed));
        }

        cards.Add(("generated, clean", Sum(sets.Where(s => s.Kind == Measurement.Clean))));
        cards.Add(("generated, one fault", Sum(sets.Where(s => s.Kind == Measurement.OneFault))));
        cards.Add(("generated, mixtures", Sum(sets.Where(s => s.Kind == Measurement.Mixed))));
        cards.Add(("unseen houses, all together", Sum(unseen)));
        text.Append("Precision / recall in percent, rounded down.\n\n");
        DigitisationTables.ByMeasure(text, cards);
        text.Append("\n### By house, all faults together\n\n");
        DigitisationTables.BySet(text, sets.Concat(unseen).SelectMany(s => s.Issues).GroupBy(i => i.Issue.House.Name).Select(g => (g.Key, Sum(g.Select(i => i.Card)))));
        text.Append("\n### By fault\n\n");
        DigitisationTables.BySet(text, sets.Where(s => s.Kind != Measurement.Mixed).Select(s => (s.Name, s.Card)));
        text.Append("\n### By mixture\n\n");
        DigitisationTables.BySet(text, sets.Where(s => s.Kind == Measurement.Mixed).Select(s => (s.Name, s.Card)));
        return text.ToString();
    }

    private static void Show(IReadOnlyList<MeasuredSet> sets, DigitisationOptions options)
    {
        foreach (var (issue, card) in sets.SelectMany(s => s.Issues).Where(i => i.Card.Mistakes > 0).OrderByDescending(i => i.Card.Mistakes).Take(options.Show))
        {
            Console.WriteLine($"## {issue}: {card.Mistakes} mistakes{(card.Refused > 0 ? ", refused" : "")}");
            foreach (var finding in card.Findings)
            {
                Console.WriteLine($"  {finding}");
            }

            if (options.Dump is { } folder)
            {
                Directory.CreateDirectory(folder);
                var path = Path.Combine(folder, string.Concat(issue.ToString().Select(c => char.IsLetterOrDigit(c) ? c : '-')) + ".txt");
                File.WriteAllText(path, issue.Text);
                Console.WriteLine($"  text: {path}");
            }
        }
    }

    /// <summary>One point below what is reached.</summary>
    private static void Floors(IReadOnlyList<MeasuredSet> sets)
    {
        foreach (var kind in sets.GroupBy(s => s.Kind))
        {
            var card = Sum(kind);
            foreach (var measure in Enum.GetValues<Measure>().Where(m => card[m].Right > 0))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"        {{ Measurement.{(kind.Key == Measurement.Clean ? "Clean" : kind.Key == Measurement.Mixed ? "Mixed" : "OneFault")}, Measure.{measure}, {Floor(card[measure].Precision)}, {Floor(card[measure].Recall)} }},"));
            }
        }

        static double Floor(double share) => Math.Max(0, (Math.Floor(share * 1000) / 10) - 1);
    }

    private static Scorecard Sum(IEnumerable<MeasuredSet> sets) => Sum(sets.Select(s => s.Card));

    private static Scorecard Sum(IEnumerable<Scorecard> cards)
    {
        var all = new Scorecard();
        foreach (var card in cards)
        {
            all.Add(card);
        }

        return all;
    }
}
