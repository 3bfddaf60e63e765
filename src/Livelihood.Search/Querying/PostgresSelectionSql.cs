namespace Livelihood.Search.Querying;

/// <summary>
/// Selections in the words of tsquery. Terms have no positions there (checking them would read every vector), so phrases
/// are looked for in the texts of the documents that have all the terms, as long as those are few.
/// </summary>
internal sealed class PostgresSelectionSql : SelectionSql
{
    /// <inheritdoc />
    public override bool IsExact(Selection selection, int total) => total <= MostCounted || !HasPhrase(selection);

    /// <inheritdoc />
    protected override string Having(IReadOnlyList<Condition> conditions, SqlParameters parameters)
    {
        var terms = $"""FROM search_terms WHERE "Terms" @@ {parameters.Add(TermQuery(conditions))}::tsquery""";
        var patterns = conditions.OfType<Condition.Phrase>().Where(p => p.Terms.Count > 1)
            .Select(p => $"""strpos(t."Text", {parameters.Add(p.Pattern)}) > 0""").ToList();
        return patterns.Count == 0
            ? $"""SELECT "DocumentId" AS "Id" {terms}"""
            : $"""
                SELECT m."Id" FROM (SELECT "DocumentId" AS "Id", COUNT(*) OVER () AS "Count" {terms}) AS m
                WHERE m."Count" > {MostCounted}
                OR EXISTS (SELECT 1 FROM search_texts AS t WHERE t."DocumentId" = m."Id" AND {string.Join(" AND ", patterns)})
                """;
    }

    /// <inheritdoc />
    protected override string InTitle(IReadOnlyList<Condition> conditions, SqlParameters parameters) =>
        $"""SELECT "DocumentId" AS "Id" FROM search_terms WHERE "TitleTerms" @@ {parameters.Add(TermQuery(conditions))}::tsquery""";

    private static bool HasPhrase(Selection selection) => selection switch
    {
        Selection.All all => all.Conditions.Concat(all.Excluded).Any(c => c is Condition.Phrase { Terms.Count: > 1 }),
        _ => true,
    };

    private static string TermQuery(IEnumerable<Condition> conditions) =>
        string.Join(" & ", conditions.SelectMany(Terms).Distinct(StringComparer.Ordinal).Select(t => $"'{t.Replace("'", "''", StringComparison.Ordinal)}'"));

    private static IEnumerable<string> Terms(Condition condition) => condition switch
    {
        Condition.Phrase phrase => phrase.Terms,
        Condition.Scattered scattered => scattered.Terms,
        Condition.Character character => [character.Text],
        Condition.Number number => [number.Term],
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };
}
