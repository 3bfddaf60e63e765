using Livelihood.Content.Parts;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Ranking;
using Livelihood.Search.Index;
using Livelihood.Search.Matching;
using Livelihood.Search.Matching.Sqlite;
using Livelihood.Search.Matching.Sqlite.Postings;
using Livelihood.Search.Querying;
using Livelihood.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Search;

/// <summary>The walk over the pages of FTS5, plain SQL and the texts themselves give the same documents and ranks.</summary>
public sealed class MatcherTests(SqlitePortal portal) : IClassFixture<SqlitePortal>, IAsyncLifetime
{
    private static readonly string[] Queries =
    [
        "断头路", "断头路 资金", "农村公路建设标准", "\"农村公路\"", "\"建设标准\"", "断头路 -资金", "断头路 -路", "公路 路", "路", "农 路", "2019年", "\"第8号\"",
        "三测办〔2019〕18号", "2019 18", "三测办〔2019〕18号 公路", "绝无此词", "road 66", "\"road 66\"", "-路 公路",
    ];

    private readonly Library _library = new(portal.Host);

    public async ValueTask InitializeAsync()
    {
        await _library.OpenAsync();
        await _library.PublishAsync("断头路整治方案", "## 农村公路\n\n断头路资金到位。农村公路建设标准，断头路，资金。2019年度", "三测办〔2019〕18号");
        await _library.PublishAsync("关于农村公路的通知", "依照三测办〔2019〕18号，农村，公路建设。第8号令。Road 66 断头路。");
        await _library.PublishAsync("路", string.Concat(Enumerable.Repeat("断头路与资金，", 40)), formed: "2010-01-01");
        await _library.PublishAsync("已废止的断头路办法", "建设标准见第8条，8号。66 road", validity: Validity.Repealed);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Match_EveryWay_GivesTheSameDocumentsAndRanks()
    {
        var found = 0;
        foreach (var query in Queries.Select(QueryParser.Parse).Where(q => !q.IsEmpty))
        {
            foreach (var plan in PlansOf(query))
            {
                var fast = await MatchAsync(plan, isPlain: false);
                Assert.Equal(fast, await MatchAsync(plan, isPlain: true));
                if (plan.Characters.Count + plan.Excluded.Count + plan.ExcludedCharacters.Count == 0 && plan.Least == 0)
                {
                    Assert.Equal(fast, await ReadAsync(plan));
                }

                found += fast.Count;
            }
        }

        Assert.True(found > 50, $"Only {found} documents were found.");
    }

    [Fact]
    public async Task Match_InHalvesOnTwoConnections_GivesTheSame()
    {
        foreach (var query in Queries.Select(QueryParser.Parse).Where(q => !q.IsEmpty))
        {
            var plan = MatchPlanner.All(query);
            var expected = await MatchAsync(plan, isPlain: true);
            var halved = false;

            // While others search, nothing is halved.
            for (var attempt = 0; attempt < 200 && !halved; attempt++)
            {
                SideBySide? ranges = null;
                Assert.Equal(expected, await MatchAsync(plan, isPlain: false, (tables, limit) => ranges = new(tables, limit, smallest: 0, piece: 2) { LetsSecondBegin = true }));
                halved = ranges!.IsHalved;
            }

            Assert.True(halved, query.Text);
        }
    }

    [Fact]
    public async Task Match_InMergedSegments_GivesTheSame()
    {
        for (var i = 0; i < 14; i++)
        {
            await _library.PublishAsync($"分段第{i}篇", "断头路资金，农村公路建设标准。");
        }

        var before = await SegmentsAsync();
        Assert.True(before > 1, $"{before} segments");
        var expected = await ResultsAsync();
        await MergeAsync();
        Assert.True(await SegmentsAsync() < before, $"{await SegmentsAsync()} of {before} segments");
        Assert.Equal(expected, await ResultsAsync());
        Assert.Equal(0, await MergeAsync());

        async Task<List<Match>> ResultsAsync()
        {
            var all = new List<Match>();
            foreach (var query in Queries.Select(QueryParser.Parse).Where(q => !q.IsEmpty))
            {
                all.AddRange(await MatchAsync(MatchPlanner.All(query), isPlain: false));
            }

            return all;
        }

        Task<int> MergeAsync() => portal.Host.InScopeAsync(services => services.GetRequiredService<SegmentMerge>().RunAsync());
        Task<int> SegmentsAsync() => portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await db.Database.OpenConnectionAsync();
            using var pages = IndexPages.TryOpen(new((SqliteConnection)db.Database.GetDbConnection(), null), SqliteTables.Terms, 1000);
            return pages!.Segments.Count;
        });
    }

    [Fact]
    public async Task Columns_AfterChangesByOthers_EqualThoseReadAnew()
    {
        using var keeper = new ColumnsKeeper();
        await ColumnsAsync(keeper);
        var withdrawn = await _library.PublishAsync("将被撤回", "正文。");
        await ColumnsAsync(keeper);
        await _library.WithdrawAsync(withdrawn);
        await _library.PublishAsync("新的一篇", "正文。", formed: "2024-02-29", validity: Validity.Repealed);
        Assert.Equal(await ColumnsAsync(new ColumnsKeeper()), await ColumnsAsync(keeper));

        // As after a time in which more happened than is remembered.
        await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<SearchChange>()
            .OrderByDescending(c => c.Generation).Skip(1).ExecuteDeleteAsync());
        using var late = new ColumnsKeeper();
        Assert.Equal(await ColumnsAsync(keeper), await ColumnsAsync(late));
    }

    private static IEnumerable<MatchPlan> PlansOf(SearchQuery query)
    {
        yield return MatchPlanner.All(query);
        if (query.Number is { } number)
        {
            yield return MatchPlanner.Number(query, number);
        }

        var pieces = query.Words.SelectMany(w => w.Forms[0].Pieces).Select(p => p.Text).Distinct(StringComparer.Ordinal);
        if (MatchPlanner.Some(query, Weights.ByRarity(pieces.Select((p, i) => (p, 3 + i)), 100), 0.4) is { } some)
        {
            yield return some;
        }
    }

    private Task<List<Match>> MatchAsync(MatchPlan plan, bool isPlain, Func<SqliteTables, int, SideBySide>? ranges = null) => portal.Host.InScopeAsync(async services =>
    {
        var (db, today) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ChinaClock>().Today);
        await using var snapshot = await new Snapshots(db).OpenAsync(default);
        var columns = await ColumnsKeeper.LoadAsync(db, 0, default);
        var matcher = (SqliteMatcher)services.GetRequiredService<IMatcher>();
        matcher.IsPlain = isPlain;
        matcher.Ranges = ranges ?? matcher.Ranges;
        var set = await matcher.MatchAsync(plan, columns, today, default);
        return All(set);
    });

    /// <summary>The same from the texts of all documents.</summary>
    private Task<List<Match>> ReadAsync(MatchPlan plan) => portal.Host.InScopeAsync(async services =>
    {
        var (db, today) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<ChinaClock>().Today);
        var rows = await db.Set<SearchDocument>().Join(db.Set<SearchText>(), d => d.Id, t => t.DocumentId, (d, t) => new { d, t })
            .OrderBy(r => r.d.Id).ToListAsync();
        var numbers = await NumbersAsync(db, plan);
        var positions = new TextPositions(plan);
        var scorer = new DocumentScorer(plan, today);
        var found = new MatchSetBuilder();
        foreach (var (d, t) in rows.Select(r => (r.d, r.t)))
        {
            var score = scorer.Score(
                positions.Of(t.Title, t.Headings, Livelihood.Search.Matching.Postgres.PostgresMatcher.BodyOf(t.Text, t.Title, t.Headings), numbers.GetValueOrDefault((int)d.Id, [])),
                d.Date.DayNumber, d.IsInForce);
            if (score >= 0)
            {
                found.Add((int)d.Id, score);
            }
        }

        return All(found.Build());
    });

    private static List<Match> All(MatchSet set)
    {
        var all = new List<Match>();
        for (var reader = set.Read(); reader.Next() is { IsEmpty: false } some;)
        {
            all.AddRange(some);
        }

        return all;
    }

    private static async Task<Dictionary<int, List<string>>> NumbersAsync(PortalDbContext db, MatchPlan plan)
    {
        var byId = new Dictionary<int, List<string>>();
        foreach (var term in plan.Terms.Where(t => t.Column == TextColumn.Numbers).Select(t => t.Text))
        {
            var match = $"numbers : \"{term}\"";
            foreach (var id in await db.Database.SqlQuery<int>($"SELECT rowid AS Value FROM search_terms WHERE search_terms MATCH {match}").ToListAsync())
            {
                (byId.TryGetValue(id, out var there) ? there : byId[id] = []).Add(term);
            }
        }

        return byId;
    }

    private Task<List<string>> ColumnsAsync(ColumnsKeeper keeper) => portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var columns = await keeper.CurrentAsync(db, await SearchChanges.GenerationAsync(db, default), default);
        return Enumerable.Range(0, columns.Limit).Where(id => columns.Has(id))
            .Select(id => $"{id} {columns.DayOf(id)} {columns.Published[id]} {ValueOf(Facet.Type, id)} {ValueOf(Facet.Agency, id)} {columns.InForce.Has(id)}")
            .ToList();

        string ValueOf(Facet facet, int id) => columns[facet].Values[columns[facet].Codes[id]];
    });
}
