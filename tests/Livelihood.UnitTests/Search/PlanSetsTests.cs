using FsCheck;
using FsCheck.Fluent;
using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Matching;
using Livelihood.Search.Matching.Postgres;
using Xunit;

namespace Livelihood.UnitTests.Search;

/// <summary>Plans answered from lists of documents, compared with looking at each document.</summary>
public sealed class PlanSetsTests
{
    private const int Documents = 200;
    private static readonly string[] Terms = ["甲乙", "乙丙", "丙丁", "丁"];

    [Fact]
    public void Plans_FromLists_FindWhatLookingAtEachDocumentFinds() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
    {
        var random = new Random(seed);
        var lists = Lists(random);
        var plan = Plan(random);
        var sets = new PlanSets(plan, lists);
        bool Has(int id, string term, bool inTitle) => lists[new(term, inTitle)].Contains(id);
        bool HasForm(int id, PlannedForm form, bool inTitle) =>
            form.Pieces.SelectMany(p => p.Terms).All(t => Has(id, plan.Terms[t.Index].Text, inTitle || plan.Terms[t.Index].Column == TextColumn.Title));
        bool HasAll(int id, IEnumerable<PlannedWord> words, bool inTitle) =>
            words.All(w => w.Forms.Any(f => HasForm(id, f, inTitle))) && plan.Characters.All(c => Has(id, c, inTitle));
        bool IsLeftOut(int id) => plan.ExcludedCharacters.Any(c => Has(id, c, false)) || plan.Excluded.Any(e => e.All(t => Has(id, t, false)));

        var every = Enumerable.Range(0, Documents).ToList();
        Assert.Equal(every.Where(id => HasAll(id, plan.Words, false) && !IsLeftOut(id)), sets.All()!.ToArray());
        Assert.Equal(every.Where(id => HasAll(id, plan.Words, true)), sets.InTitle()!.ToArray());

        var some = plan with { Least = 3 };
        var weighed = new PlanSets(some, lists).Weighed(Columns());
        var pieces = some.Words.Where(w => !w.IsRequired).SelectMany(w => w.Forms).SelectMany(f => f.Pieces).ToList();
        var weights = every.Where(id => HasAll(id, some.Words.Where(w => w.IsRequired), false) && !IsLeftOut(id))
            .Select(id => (Id: id, Weight: (float)pieces.Where(p => HasForm(id, new([p], 1, 1), false)).Sum(p => p.Weight)))
            .Where(w => w.Weight >= 3).ToList();
        var best = weights.Select(w => w.Weight).DefaultIfEmpty().Max();
        Assert.Equal(weights.Select(w => new Match(w.Id, MatchSet.RankOf(w.Weight, best))).Reverse(), MatchSetTests.All(weighed));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void List_FewOrMany_TakesChangesAndLittleMemory()
    {
        foreach (var step in new[] { 3, 60 })
        {
            var ids = Enumerable.Range(1, 5_000).Where(id => id % step == 0).ToArray();
            var list = new TermList(ids, 6_000);
            list.Set(5_500, has: true);
            list.Set(5_500, has: true);
            list.Set(step, has: false);
            list.Set(step + 1, has: false);
            Assert.Equal([.. ids.Skip(1), 5_500], list.Bits(6_000).ToArray());
            Assert.Equal([.. ids.Skip(1), 5_500], list.Bits(9_000).ToArray());
            Assert.True(list.Size < 1_200, $"{list.Size} bytes");
            Assert.False(list.Reaches(6_000));
        }
    }

    private static Dictionary<TermKey, IdSet> Lists(Random random)
    {
        var lists = new Dictionary<TermKey, IdSet>();
        foreach (var key in Terms.SelectMany(t => new[] { new TermKey(t, IsInTitle: false), new TermKey(t, IsInTitle: true) }))
        {
            lists[key] = new IdSet(Documents);
            foreach (var id in Enumerable.Range(0, Documents).Where(_ => random.Next(3) > 0))
            {
                lists[key].Add(id);
            }
        }

        return lists;
    }

    private static MatchPlan Plan(Random random)
    {
        PlannedPiece Piece() => new([.. Enumerable.Range(0, random.Next(1, 3)).Select(i => new PieceTerm(random.Next(Terms.Length), i))], 0, random.Next(1, 4));
        PlannedForm Form() => new([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Piece())], 2, 1);
        return new()
        {
            Terms = [.. Terms.Select(t => new AskedTerm(t, random.Next(4) == 0 ? TextColumn.Title : null))],
            Words = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new PlannedWord([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Form())], 1, random.Next(3) == 0))],
            Characters = random.Next(2) == 0 ? [] : ["丁"],
            Excluded = random.Next(2) == 0 ? [] : [["甲乙", "丙丁"]],
            ExcludedCharacters = random.Next(4) > 0 ? [] : ["丁"],
        };
    }

    private static DocumentColumns Columns()
    {
        var columns = new DocumentColumns(Documents);
        foreach (var id in Enumerable.Range(0, Documents))
        {
            columns.Set(new(id, "文件", "TST00", null, null, new(2020, 1, 1), true, DateTimeOffset.UnixEpoch));
        }

        return columns;
    }
}
