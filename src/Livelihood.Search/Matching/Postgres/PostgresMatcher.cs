using Livelihood.Platform.Data;
using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Domain.Ranking;
using Livelihood.Search.Index;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Livelihood.Search.Matching.Postgres;

/// <summary>
/// Finds documents by their tsvectors. Those have no positions (checking them would read every vector), so whether terms stand
/// together is seen in the texts: of all documents where they are few, else of the most promising.
/// </summary>
internal sealed class PostgresMatcher(PortalDbContext db) : IMatcher
{
    /// <summary>Up to this many are judged at once, and counted exactly.</summary>
    private const int MostJudgedAtOnce = 300;

    /// <summary>Characters of one document that are looked at when it is judged.</summary>
    private const int MostText = 50_000;

    public async Task<MatchSet> MatchAsync(MatchPlan plan, DocumentColumns columns, DateOnly today, CancellationToken cancellation)
    {
        var found = plan.Least > 0
            ? await WeighedAsync(plan, columns, cancellation)
            : Set(await IdsAsync(TermQuery.Of(plan), TermQuery.OfTitle(plan), columns, cancellation));
        if (found.Count == 0)
        {
            return MatchSet.Empty;
        }

        if (found.Count <= MostJudgedAtOnce)
        {
            return Scored(await JudgeAsync(plan, found.Ids.ToArray(), columns, today, cancellation));
        }

        var inTitle = plan.Least == 0 && TermQuery.AllInTitle(plan) is { } title
            ? await IdsAsync(null, title, columns, cancellation)
            : [];
        return new(found.Ids.ToArray(), found.Scores.ToArray()) { IsScored = false, InTitle = [.. inTitle] };
    }

    public async Task<IReadOnlyDictionary<int, float>> JudgeAsync(
        MatchPlan plan, IReadOnlyCollection<int> ids, DocumentColumns columns, DateOnly today, CancellationToken cancellation)
    {
        var wanted = ids.Select(id => (long)id).ToList();
        var rows = await db.Set<SearchText>().Where(t => wanted.Contains(t.DocumentId))
            .Select(t => new { Id = (int)t.DocumentId, t.Title, t.Headings, Text = t.Text.Substring(0, MostText) })
            .ToListAsync(cancellation);
        var asked = plan.Terms.Count > 0 ? plan : CharacterPlan.Of(plan);
        var positions = new TextPositions(asked);
        var scorer = new DocumentScorer(asked, today);
        // That a document has a number is known from its terms.
        var numbers = asked.Terms.Where(t => t.Column == TextColumn.Numbers).Select(t => t.Text).ToList();
        return rows.ToDictionary(r => r.Id, r => scorer.Score(
            plan.Terms.Count > 0
                ? positions.Of(r.Title, r.Headings, BodyOf(r.Text, r.Title, r.Headings), numbers)
                : positions.OfCharacters(r.Title),
            columns.DayOf(r.Id), columns.IsInForce(r.Id)));
    }

    public async Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<IReadOnlyList<string>> phrases, int most, CancellationToken cancellation)
    {
        await using var command = Command();
        command.CommandText = string.Join(" UNION ALL ", phrases.Select((_, i) =>
            $"""SELECT {i}, COUNT(*)::int FROM (SELECT 1 FROM search_terms WHERE "Terms" @@ (${i + 1}::text)::tsquery LIMIT {most}) AS c{i}"""));
        foreach (var phrase in phrases)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = TermQuery.All(phrase) });
        }

        var counts = new int[phrases.Count];
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            counts[reader.GetInt32(0)] = reader.GetInt32(1);
        }

        return counts;
    }

    /// <summary>The text without title and headings, with which it begins.</summary>
    internal static string BodyOf(string text, string title, string headings)
    {
        var before = string.Concat(title, headings).Replace("  ", " ", StringComparison.Ordinal).Length - 1;
        return before > 0 && before < text.Length ? text[before..] : text;
    }

    private static MatchSet Set(List<int> ids) => new([.. ids], new float[ids.Count]);

    private static MatchSet Scored(IReadOnlyDictionary<int, float> scores)
    {
        var found = new MatchSetBuilder();
        foreach (var (id, score) in scores.Where(s => s.Value >= 0).OrderBy(s => s.Key))
        {
            found.Add(id, score);
        }

        return found.Build();
    }

    private async Task<List<int>> IdsAsync(string? terms, string? title, DocumentColumns columns, CancellationToken cancellation)
    {
        await using var command = Command();
        var conditions = new List<string>();
        foreach (var (column, query) in new[] { ("Terms", terms), ("TitleTerms", title) })
        {
            if (query is not null)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = query });
                conditions.Add($"""
                    "{column}" @@ (${command.Parameters.Count}::text)::tsquery
                    """);
            }
        }

        command.CommandText = $"""SELECT "DocumentId" FROM search_terms WHERE {string.Join(" AND ", conditions)}""";
        var ids = new List<int>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetInt64(0);
            if (columns.Has(id))
            {
                ids.Add((int)id);
            }
        }

        ids.Sort();
        return ids;
    }

    /// <summary>The documents with enough of the pieces, each with the weight it has.</summary>
    private async Task<MatchSet> WeighedAsync(MatchPlan plan, DocumentColumns columns, CancellationToken cancellation)
    {
        var pieces = plan.Words.Where(w => !w.IsRequired).SelectMany(w => w.Forms).SelectMany(f => f.Pieces).ToList();
        var required = TermQuery.Of(plan with { Words = [.. plan.Words.Where(w => w.IsRequired)] });
        await using var command = Command();
        command.CommandText = string.Join(" UNION ALL ", pieces.Select((_, i) =>
            $"""SELECT {i}, "DocumentId" FROM search_terms WHERE "Terms" @@ (${i + 1}::text)::tsquery"""));
        foreach (var piece in pieces)
        {
            var query = TermQuery.All(piece.Terms.Select(t => plan.Terms[t.Index].Text));
            command.Parameters.Add(new NpgsqlParameter { Value = required is null ? query : $"{query} & {required}" });
        }

        var weights = new SortedDictionary<int, double>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetInt64(1);
            if (columns.Has(id))
            {
                weights[(int)id] = weights.GetValueOrDefault((int)id) + pieces[reader.GetInt32(0)].Weight;
            }
        }

        var found = new MatchSetBuilder();
        foreach (var (id, weight) in weights.Where(w => w.Value >= plan.Least))
        {
            found.Add(id, (float)weight);
        }

        return found.Build();
    }

    private NpgsqlCommand Command()
    {
        var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
