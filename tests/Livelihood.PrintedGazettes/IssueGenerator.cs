using System.Text;
using Livelihood.PrintedGazettes.Composition;
using Livelihood.PrintedGazettes.Faults;
using Livelihood.PrintedGazettes.Houses;
using Livelihood.PrintedGazettes.Setting;

namespace Livelihood.PrintedGazettes;

/// <summary>Makes issues: the same house, faults and number give the same text everywhere.</summary>
public static class IssueGenerator
{
    /// <summary>Makes one; faults that do not fit the house are left out.</summary>
    public static GeneratedIssue Make(House house, IReadOnlyList<Fault> faults, int seed)
    {
        var fitting = faults.Where(f => f.Fits?.Invoke(house) ?? true).ToList();
        var text = new Chance((ulong)seed * 7919 + (ulong)house.FirstYear);
        var chance = text.Fork();
        var year = text.Between(house.FirstYear, house.LastYear);
        var issue = IssueComposer.Compose(text, year, house.TitleWord, house.Joint, house.Level);
        issue = fitting.Aggregate(issue, (i, f) => f.Issue?.Invoke(i, chance) ?? i);
        var manner = fitting.Aggregate(house, (h, f) => f.Manner?.Invoke(h) ?? h);
        var (set, documents) = IssueSetter.Set(manner, issue, fitting, chance);
        var lines = fitting.Aggregate((IReadOnlyList<SetLine>)set, (l, f) => f.Lines is null ? l : [.. f.Lines(l, chance)]);

        var whole = string.Join(fitting.Find(f => f.LineBreak is not null)?.LineBreak ?? "\n", lines.Select(l => l.Text));
        var bytes = fitting.Find(f => f.Bytes is not null)?.Bytes!(whole) ?? Encoding.UTF8.GetBytes(whole);
        return new(house, fitting, seed, whole, bytes, Expect(issue.Masthead, manner.HasBoard, documents, lines));
    }

    private static ExpectedIssue Expect(MastheadTruth masthead, bool hasBoard, List<ExpectedDocument> documents, IReadOnlyList<SetLine> lines)
    {
        var spans = new (int First, int Last)[documents.Count];
        var (furniture, either) = (new HashSet<int>(), new HashSet<int>());
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind is LineKind.Furniture)
            {
                furniture.Add(i + 1);
            }
            else if (line.Kind is LineKind.Repeated)
            {
                either.Add(i + 1);
            }

            if (line.Document >= 0)
            {
                var first = spans[line.Document].First;
                spans[line.Document] = (first == 0 ? i + 1 : first, i + 1);
            }
        }

        return new()
        {
            GazetteTitle = masthead.Title,
            Year = masthead.Year,
            Number = masthead.Number,
            TotalNumber = masthead.Total,
            PublishedOn = masthead.PublishedOn,
            Publisher = masthead.Publisher,
            Board = hasBoard ? [.. masthead.Board.Select(b => b.Role + b.Name)] : [],
            Documents = [.. documents.Select((d, i) => d with { Lines = spans[i] })],
            Furniture = furniture,
            EitherLines = either,
        };
    }
}
