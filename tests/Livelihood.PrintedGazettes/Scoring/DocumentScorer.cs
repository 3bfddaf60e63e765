using Livelihood.Gazettes.Domain;

namespace Livelihood.PrintedGazettes.Scoring;

/// <summary>Compares one document; either side may be absent.</summary>
internal sealed class DocumentScorer(Scorecard card, Func<string, string> key)
{
    private static readonly ExpectedDocument Nothing = new() { Title = "", Number = null, FormedOn = null, Lines = default, Paragraphs = [] };

    public void Score(ExpectedDocument? document, PrintedDocument? read)
    {
        var expected = document ?? Nothing;
        var name = document?.Title ?? read!.Title;
        var blocks = read?.Blocks ?? [];
        Value(Measure.Titles, Text(document?.Title), Text(read?.Title));
        Value(Measure.Numbers, expected.Number, read?.Number?.ToString());
        Value(Measure.Dates, expected.FormedOn?.ToString("O"), read?.FormedOn?.ToString("O"));
        Value(Measure.Pages, expected.Page?.ToString(), read?.Page?.ToString());
        Value(Measure.Sections, Text(expected.Section), Text(read?.Section));
        Value(Measure.Addressees, Text(expected.Addressees), Text(read?.Addressees));
        Bag(Measure.Signatures, expected.Signature.Select(key), read?.Signature.Select(key) ?? []);
        Value(Measure.CopiedTo, Text(expected.CopiedTo), Text(read?.CopiedTo));
        if (!expected.DoesNotTellHeadings)
        {
            Bag(Measure.Headings, expected.Headings.Select(h => $"{h.Level} {key(h.Text)}"), Of(BlockKind.Heading).Select(b => $"{b.Level} {key(b.Text)}"));
        }

        Bag(Measure.Articles, expected.Articles.Select(a => a.ToString()), Of(BlockKind.Article).Select(b => b.Ordinal.ToString()));
        Bag(Measure.AttachedTitles, expected.AttachedTitles.Select(key), Of(BlockKind.AttachedTitle).Select(b => key(b.Text)));
        Annexes();
        var tables = Of(BlockKind.Table).Select(b => b.Rows!).ToList();
        card.Add(Measure.Tables, TableScorer.Score(expected.Tables, tables, key), () => $"{name}: {expected.Tables.Count} tables expected, {tables.Count} read\n{string.Join("\n\n", tables.Select(t => string.Join('\n', t.Take(5).Select(r => "      | " + string.Join(" | ", r)))))}");
        Paragraphs();

        IEnumerable<Block> Of(BlockKind kind) => blocks.Where(b => b.Kind == kind);

        string? Text(string? text) => string.IsNullOrEmpty(text) ? null : key(text);

        void Value(Measure measure, string? wanted, string? got) =>
            card.Add(measure, Tally.OfValue(wanted, got), () => $"{name}: expected {wanted ?? "none"}, read {got ?? "none"}");

        void Bag(Measure measure, IEnumerable<string> wanted, IEnumerable<string> got, IReadOnlySet<string>? either = null)
        {
            var (all, found) = (wanted.ToList(), got.ToList());
            card.Add(measure, Tally.OfBag(all, found, either), () => Difference(name, all, [.. found.Where(f => either?.Contains(f) != true)]));
        }

        void Annexes()
        {
            var found = Of(BlockKind.Annex).ToList();
            var right = expected.Annexes.Count(a => found.Any(f => f.Ordinal == a.Ordinal && (a.Title.Length == 0 || key(f.Text).EndsWith(key(a.Title), StringComparison.Ordinal))));
            card.Add(Measure.Annexes, new(right, found.Count - right, expected.Annexes.Count - right), () => Difference(name, [.. expected.Annexes.Select(a => $"{a.Ordinal} {a.Title}")], [.. found.Select(f => $"{f.Ordinal} {f.Text}")]));
        }

        void Paragraphs()
        {
            if (expected.Paragraphs is null)
            {
                return;
            }

            var either = expected.Either.Concat(expected.AttachedTitles).Concat(expected.Headings.Select(h => h.Text)).Append(expected.Title).Select(key).ToHashSet();
            var found = blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.Article or BlockKind.ListItem or BlockKind.Lines)
                .SelectMany(b => b.Text.Split('\n')).Select(key).Where(k => k.Length > 0);
            Bag(Measure.Paragraphs, expected.Paragraphs.Select(key), found, either);
        }
    }

    private static string Difference(string name, IReadOnlyList<string> wanted, IReadOnlyList<string> got)
    {
        var (missing, extra) = (wanted.ToList(), got.ToList());
        foreach (var value in got)
        {
            if (missing.Remove(value))
            {
                extra.Remove(value);
            }
        }

        return $"{name}: missing [{string.Join(" ¦ ", missing.Take(4).Select(Short))}], not there [{string.Join(" ¦ ", extra.Take(4).Select(Short))}]";
    }

    private static string Short(string text) => text.Length <= 60 ? text : $"{text[..40]}…{text[^16..]}";
}
