using Livelihood.Gazettes.Domain;
using Livelihood.PrintedGazettes.Composition;
using Livelihood.PrintedGazettes.Setting;

namespace Livelihood.PrintedGazettes.Faults;

/// <summary>Faults of the print itself, which an editor should be told of.</summary>
internal static class EditorialFaults
{
    public static readonly IReadOnlyList<Fault> All =
    [
        new("a title misprinted in the contents") { Told = DoubtCode.TitleDiffers, Contents = (entries, c) => Change(entries, c, e => e with { Title = e.Title.Remove(e.Title.Length / 2, 1) }) },
        new("a sign wrong in the contents") { Told = DoubtCode.TitleDiffers, Contents = (entries, c) => Change(entries, c, e => e with { Title = e.Title.Remove(e.Title.Length / 2, 1).Insert(e.Title.Length / 2, "囗") }) },
        new("a document missing in the contents") { Told = DoubtCode.EntryMissing, Contents = (entries, c) => { var gone = Inner(entries, c); return [.. entries.Where((_, i) => i != gone)]; } },
        new("an entry without its document") { Told = DoubtCode.DocumentMissing, Contents = WithAStranger },
        new("a page misprinted") { Told = DoubtCode.PagesNotRising, Contents = (entries, c) => Change(entries, c, e => e with { Page = e.Page + 50 }), Fits = h => h.HasPagesInContents },
        new("a date after the issue's") { Told = DoubtCode.FormedAfterPublication, Issue = (issue, c) => Change(issue, c, d => d.Number is not null && d.FormedOn is not null, d => Dated(d, issue.Masthead.PublishedOn.AddDays(17))) },
        new("a number twice") { Told = DoubtCode.NumberTwice, Issue = Twice },
        new("a number of another year") { Told = DoubtCode.NumberYearDiffers, Issue = (issue, c) => Change(issue, c, d => d.Number is { IsSeries: false }, d => d with { Number = d.Number! with { Year = d.Number.Year - 1 } }) },
        new("a number missing") { Told = DoubtCode.NumberMissing, Issue = (issue, c) => Change(issue, c, d => d.Number is { IsSeries: false }, d => d with { Number = null }) },
        new("an article missing") { Told = DoubtCode.ArticlesNotInOrder, Issue = (issue, c) => Change(issue, c, d => d.Pieces.Any(p => p.Ordinal == 3 && p.Kind == PieceKind.Article), d => d with { Pieces = [.. d.Pieces.Where(p => p is not { Kind: PieceKind.Article, Ordinal: 3 })] }) },
        new("an annex missing") { Told = DoubtCode.AnnexMissing, Issue = (issue, c) => Change(issue, c, d => d.Pieces.Any(p => p.Kind == PieceKind.Annex), d => d with { Pieces = [.. d.Pieces.TakeWhile(p => p.Kind != PieceKind.Annex)] }) },
    ];

    private static int Inner(IReadOnlyList<Entry> entries, Chance chance) => chance.Between(1, entries.Count - 2);

    private static IReadOnlyList<Entry> Change(IReadOnlyList<Entry> entries, Chance chance, Func<Entry, Entry> change)
    {
        var at = Inner(entries, chance);
        return [.. entries.Select((e, i) => i == at ? change(e) : e)];
    }

    /// <summary>An entry for a document that the issue does not print.</summary>
    private static IReadOnlyList<Entry> WithAStranger(IReadOnlyList<Entry> entries, Chance chance)
    {
        var at = Inner(entries, chance);
        var beside = entries[at];
        var stranger = new Entry(beside.Section, "关于举办第二届纸鸢制作技艺交流活动有关事项的通知", null, beside.Page, -1);
        return [.. entries.Take(at + 1), stranger, .. entries.Skip(at + 1)];
    }

    private static IssueTruth Change(IssueTruth issue, Chance chance, Func<DocumentTruth, bool> which, Func<DocumentTruth, DocumentTruth> change)
    {
        var candidates = Enumerable.Range(0, issue.Documents.Count).Where(i => which(issue.Documents[i])).ToList();
        if (candidates.Count == 0)
        {
            return issue;
        }

        var at = chance.Of(candidates);
        return issue with { Documents = [.. issue.Documents.Select((d, i) => i == at ? change(d) : d)] };
    }

    private static DocumentTruth Dated(DocumentTruth document, DateOnly day)
    {
        var first = document.Pieces.First(p => p.Kind == PieceKind.Date);
        return document with { FormedOn = day, Pieces = [.. document.Pieces.Select(p => ReferenceEquals(p, first) ? p with { Date = day } : p)] };
    }

    /// <summary>A document prints the number of the one before it of the same agency.</summary>
    private static IssueTruth Twice(IssueTruth issue, Chance chance)
    {
        var seen = new Dictionary<string, NumberTruth>();
        var done = false;
        return issue with
        {
            Documents = [.. issue.Documents.Select(d =>
            {
                if (d.Number is not { IsSeries: false } number)
                {
                    return d;
                }

                if (!done && seen.TryGetValue(number.Code, out var before))
                {
                    done = true;
                    return d with { Number = before };
                }

                seen[number.Code] = number;
                return d;
            })],
        };
    }
}
