using System.Collections.Concurrent;
using Livelihood.PrintedGazettes.Faults;
using Livelihood.PrintedGazettes.Houses;

namespace Livelihood.PrintedGazettes.Scoring;

/// <summary>A set of issues with the same faults, of every house.</summary>
/// <param name="Kind">clean, fault or mixture.</param>
/// <param name="Name">The fault's or the mixture's name.</param>
/// <param name="Card">All tallies together.</param>
/// <param name="Issues">Each issue with its own.</param>
public sealed record MeasuredSet(string Kind, string Name, Scorecard Card, IReadOnlyList<(GeneratedIssue Issue, Scorecard Card)> Issues);

/// <summary>Makes issues, reads them and scores what was read.</summary>
public static class Measurement
{
    public const string Clean = "clean";
    public const string OneFault = "fault";
    public const string Mixed = "mixture";

    /// <summary>Clean issues, each single fault, each mixture; <paramref name="perHouse"/> issues of each house from number <paramref name="firstSeed"/>.</summary>
    public static IReadOnlyList<MeasuredSet> Run(int firstSeed, int perHouse, Func<string, bool>? only = null, IReadOnlyList<House>? among = null)
    {
        IEnumerable<(string Kind, string Name, IReadOnlyList<Fault> Faults)> sets =
        [
            (Clean, Clean, []),
            .. FaultCatalogue.All.Select(f => (OneFault, f.Name, (IReadOnlyList<Fault>)[f])),
            .. FaultCatalogue.Mixtures.Select(m => (Mixed, m.Name, m.Faults)),
        ];
        return [.. sets.Where(s => only?.Invoke(s.Name) ?? true).Select(s => Run(s.Kind, s.Name, s.Faults, firstSeed, perHouse, among ?? HouseCatalogue.All))];
    }

    private static MeasuredSet Run(string kind, string name, IReadOnlyList<Fault> faults, int firstSeed, int perHouse, IReadOnlyList<House> among)
    {
        var houses = among.Where(h => kind != OneFault || faults.All(f => f.Fits?.Invoke(h) ?? true)).ToList();
        var done = new ConcurrentBag<(int Order, GeneratedIssue Issue, Scorecard Card)>();
        Parallel.For(0, houses.Count * perHouse, new() { MaxDegreeOfParallelism = 2 }, n =>
        {
            var issue = IssueGenerator.Make(houses[n / perHouse], faults, firstSeed + (n % perHouse));
            done.Add((n, issue, IssueScorer.Score(issue)));
        });
        var all = new Scorecard();
        var ordered = done.OrderBy(d => d.Order).Select(d => (d.Issue, d.Card)).ToList();
        ordered.ForEach(d => all.Add(d.Card));
        return new(kind, name, all, ordered);
    }
}
