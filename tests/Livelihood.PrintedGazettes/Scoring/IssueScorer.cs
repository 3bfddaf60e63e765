using Livelihood.Gazettes.Domain;

namespace Livelihood.PrintedGazettes.Scoring;

/// <summary>Compares what was read of an issue with what should have been.</summary>
public static class IssueScorer
{
    /// <summary>Reads a generated issue from its bytes and scores it.</summary>
    public static Scorecard Score(GeneratedIssue issue)
    {
        PrintedIssue? read = null;
        if (GazetteText.TryDecode(issue.Bytes, out var text, out _))
        {
            GazetteReader.TryRead(text, out read, out _);
        }

        var card = Score(issue.Expected, read);
        foreach (var fault in issue.Faults.Where(f => f.Told is not null))
        {
            card.Plant(read?.Doubts.Any(d => d.Code == fault.Told) == true);
        }

        return card;
    }

    /// <summary>Scores a reading; null where the reader refused.</summary>
    public static Scorecard Score(ExpectedIssue expected, PrintedIssue? read)
    {
        var card = new Scorecard();
        card.Count(read is null);
        Masthead(card, expected, read?.Masthead);
        foreach (var (document, found) in DocumentAlignment.Align(expected.Documents, read?.Documents ?? []))
        {
            if (found is null)
            {
                card.Add(Measure.Documents, new(0, 0, 1), () => $"not found: {document!.Title} (lines {document.Lines.First} to {document.Lines.Last})");
            }
            else if (document is null)
            {
                card.Add(Measure.Documents, new(0, 1, 0), () => $"not there: {found.Title} ({found.Lines})");
            }
            else
            {
                card.Add(Measure.Documents, new(1, 0, 0));
            }

            new DocumentScorer(card, expected.Key).Score(document, found);
        }

        Furniture(card, expected, read);
        return card;
    }

    private static void Masthead(Scorecard card, ExpectedIssue expected, Masthead? read)
    {
        Value(expected.GazetteTitle is null ? null : expected.Key(expected.GazetteTitle), read?.Title is null ? null : expected.Key(read.Title), "title");
        Value(expected.Year.ToString(), read?.Year?.ToString(), "year");
        Value(expected.Number.ToString(), read?.Number?.ToString(), "number");
        Value(expected.TotalNumber?.ToString(), read?.TotalNumber?.ToString(), "total");
        Value(expected.PublishedOn?.ToString("O"), read?.PublishedOn?.ToString("O"), "day");
        Value(expected.Publisher is null ? null : expected.Key(expected.Publisher), read?.Publisher is null ? null : expected.Key(read.Publisher), "publisher");
        var board = read?.Board.Select(b => expected.Key(b.Role + b.Name)).ToList() ?? [];
        card.Add(Measure.Board, Tally.OfBag(expected.Board.Select(expected.Key), board), () => $"expected {string.Join(' ', expected.Board)}, read {string.Join(' ', board)}");

        void Value(string? wanted, string? got, string name) =>
            card.Add(Measure.Masthead, Tally.OfValue(wanted, got), () => $"{name}: expected {wanted ?? "none"}, read {got ?? "none"}");
    }

    private static void Furniture(Scorecard card, ExpectedIssue expected, PrintedIssue? read)
    {
        var lines = read?.Furniture.SelectMany(f => Enumerable.Range(f.First, f.Last - f.First + 1)).ToHashSet() ?? [];
        var first = expected.Documents.Count == 0 ? 0 : expected.Documents.Min(d => d.Lines.First);
        var last = expected.Documents.Count == 0 ? 0 : expected.Documents.Max(d => d.Lines.Last);
        // A head or a foot before the first and after the last document is nobody's either way.
        var wanted = expected.Furniture.Where(l => l > first && l < last);
        var got = lines.Where(l => l > first && l < last && !expected.EitherLines.Contains(l)).ToList();
        card.Add(Measure.Furniture, Tally.OfBag(wanted, got), () =>
            $"not dropped: {string.Join(", ", expected.Furniture.Except(lines).Where(l => l > first && l < last).Order().Take(12))}; dropped though text: {string.Join(", ", got.Except(expected.Furniture).Order().Take(12))}");
    }
}
