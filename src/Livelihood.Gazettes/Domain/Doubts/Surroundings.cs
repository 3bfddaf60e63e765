using Livelihood.Content.Documents;
using Livelihood.Gazettes.Domain.Editing;

namespace Livelihood.Gazettes.Domain.Doubts;

/// <summary>What the portal has around an issue.</summary>
/// <param name="Before">The issue printed before, or null.</param>
/// <param name="After">The issue printed after, or null.</param>
/// <param name="Elsewhere">Numbers and formed dates of documents that are not this issue's.</param>
internal sealed record Surroundings(NeighbourIssue? Before, NeighbourIssue? After, IReadOnlyList<NumberedDocument> Elsewhere);

/// <summary>An issue beside this one.</summary>
internal sealed record NeighbourIssue(int Year, int Number, int? TotalNumber, DateOnly? PublishedOn);

/// <summary>A document of the portal that this issue does not print.</summary>
internal sealed record NumberedDocument(DocumentNumber Number, DateOnly FormedOn, string Title);

/// <summary>An issue against the portal's other issues.</summary>
internal static class SurroundingDoubts
{
    /// <summary>Numbers are given and dates signed some days apart; only a larger gap is doubtful.</summary>
    private const int ToleratedDays = 31;

    public static IReadOnlyList<Doubt> Find(PrintedIssue issue, Surroundings around)
    {
        var doubts = new List<Doubt>();
        OfTotalNumber(issue.Masthead, around, doubts);
        OfPublication(issue.Masthead, around, doubts);
        var same = around.Elsewhere.GroupBy(e => e.Number).ToDictionary(g => g.Key, g => g.First());
        var series = around.Elsewhere.GroupBy(e => (e.Number.AgencyCode, e.Number.Year)).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var document in issue.Documents.Where(d => d.Number is not null))
        {
            var number = document.Number!;
            if (same.TryGetValue(number, out var other))
            {
                doubts.Add(NumberDoubts.Doubt(issue, document, DoubtCode.NumberPrintedElsewhere, $"门户里已经有{number}《{other.Title}》，不在这一期。请核对发文字号，或者是不是重复刊登。", DoubtSeverity.Warning));
            }
            else if (document.FormedOn is { } formed && series.TryGetValue((number.AgencyCode, number.Year), out var others))
            {
                OfOrder(document, number, formed, others, doubts);
            }
        }

        return doubts;
    }

    private static void OfOrder(PrintedDocument document, DocumentNumber number, DateOnly formed, List<NumberedDocument> others, List<Doubt> doubts)
    {
        var wrong = others.Find(o => (o.Number.Serial < number.Serial && o.FormedOn > formed.AddDays(ToleratedDays)) || (o.Number.Serial > number.Serial && o.FormedOn < formed.AddDays(-ToleratedDays)));
        if (wrong is null)
        {
            return;
        }

        doubts.Add(new(
            DoubtCode.NumberOutOfYearOrder,
            $"{number}成文于{formed:yyyy年M月d日}，与{wrong.Number}（{wrong.FormedOn:yyyy年M月d日}）的先后不符。请核对发文字号和日期。", [NumberDoubts.Place(document)], DoubtSeverity.Warning)
        {
            Propose = () =>
            {
                var low = others.Where(o => o.FormedOn <= formed).Select(o => o.Number.Serial).DefaultIfEmpty(0).Max();
                var high = others.Where(o => o.FormedOn >= formed).Select(o => o.Number.Serial).DefaultIfEmpty(low + 10).Min();
                return [.. Enumerable.Range(low + 1, Math.Clamp(high - low - 1, 0, 200)).Where(s => LikelyNumbers.DifferByOneDigit($"{s}", $"{number.Serial}")).Take(3).Select(s => NumberDoubts.Set(document, number with { Serial = s }))];
            },
            Own = new SetField(document.Lines.First, DocumentField.Number, $"{number}"),
        });
    }

    private static void OfTotalNumber(Masthead masthead, Surroundings around, List<Doubt> doubts)
    {
        if (masthead.TotalNumber is not { } total)
        {
            return;
        }

        var (before, after) = (around.Before, around.After);
        var isNext = before is not null && before.Year == masthead.Year && before.Number + 1 == masthead.Number;
        var isLast = after is not null && after.Year == masthead.Year && after.Number - 1 == masthead.Number;
        var wrong = before?.TotalNumber is { } b && (total <= b || (isNext && total != b + 1)) ? before
            : after?.TotalNumber is { } a && (total >= a || (isLast && total != a - 1)) ? after : null;
        if (wrong is null)
        {
            return;
        }

        List<int> likely = [];
        if (isNext && before!.TotalNumber is { } previous)
        {
            likely.Add(previous + 1);
        }

        if (isLast && after!.TotalNumber is { } following && following > 1)
        {
            likely.Add(following - 1);
        }

        doubts.Add(new(
            DoubtCode.TotalNumberUnlikely, $"本期是总第{total}号，而{wrong.Year}年第{wrong.Number}号是总第{wrong.TotalNumber}号。请核对总期号。", [], DoubtSeverity.Warning)
        {
            Propose = () => [.. likely.Distinct().Where(n => n != total).Select(n => new Proposal($"总期号改为{n}", new SetMasthead(MastheadPart.TotalNumber, $"{n}")))],
            Own = new SetMasthead(MastheadPart.TotalNumber, $"{total}"),
        });
    }

    private static void OfPublication(Masthead masthead, Surroundings around, List<Doubt> doubts)
    {
        if (masthead.PublishedOn is not { } day)
        {
            return;
        }

        var wrong = around.Before?.PublishedOn > day ? around.Before : around.After?.PublishedOn < day ? around.After : null;
        if (wrong is null)
        {
            return;
        }

        doubts.Add(new(
            DoubtCode.PublishedOnUnlikely,
            $"本期出版日期是{day:yyyy年M月d日}，与{wrong.Year}年第{wrong.Number}号的{wrong.PublishedOn:yyyy年M月d日}先后不符。请核对出版日期。",
            [.. masthead.Fields.Where(f => f.Label.Contains("日期", StringComparison.Ordinal)).Select(f => f.Lines).Take(1)],
            DoubtSeverity.Warning)
        {
            Propose = () => [.. LikelyDates.Before(day, around.After?.PublishedOn ?? DateOnly.MaxValue).Where(d => d >= (around.Before?.PublishedOn ?? DateOnly.MinValue))
                .Select(d => new Proposal($"出版日期改为{d:yyyy年M月d日}", new SetMasthead(MastheadPart.PublishedOn, $"{d:yyyy-M-d}")))],
            Own = new SetMasthead(MastheadPart.PublishedOn, $"{day:yyyy-M-d}"),
        });
    }
}
