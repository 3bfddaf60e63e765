namespace Livelihood.Search.Querying;

/// <summary>Selections in the words of FTS5.</summary>
internal sealed class SqliteSelectionSql : SelectionSql
{
    /// <inheritdoc />
    public override bool IsExact(Selection selection, int total) => true;

    /// <inheritdoc />
    protected override string Having(IReadOnlyList<Condition> conditions, SqlParameters parameters)
    {
        var characters = conditions.OfType<Condition.Character>().Select(c => Quote(c.Text)).ToList();
        var others = conditions.Where(c => c is not Condition.Character).Select(Expression).ToList();
        var byCharacter = characters.Count == 0
            ? ""
            : $"SELECT rowid FROM search_characters WHERE search_characters MATCH {parameters.Add(string.Join(" AND ", characters))}";
        if (others.Count == 0)
        {
            return $"""SELECT rowid AS "Id" FROM ({byCharacter})""";
        }

        // The plus keeps SQLite from asking search_terms once for each of the rows.
        var both = characters.Count == 0 ? "" : $" AND +rowid IN ({byCharacter})";
        return $"""SELECT rowid AS "Id" FROM search_terms WHERE search_terms MATCH {parameters.Add(string.Join(" AND ", others))}{both}""";
    }

    /// <inheritdoc />
    protected override string InTitle(IReadOnlyList<Condition> conditions, SqlParameters parameters)
    {
        var match = $"title : ({string.Join(" AND ", conditions.Select(Expression))})";
        return $"""SELECT rowid AS "Id" FROM search_terms WHERE search_terms MATCH {parameters.Add(match)}""";
    }

    private static string Expression(Condition condition) => condition switch
    {
        Condition.Phrase phrase => Quote(string.Join(' ', phrase.Terms)) + (phrase.LastIsPrefix ? " *" : ""),
        Condition.Scattered scattered => $"({string.Join(" AND ", scattered.Terms.Select(Quote))})",
        Condition.Character character => Quote(character.Text) + " *",
        Condition.Number number => $"numbers : {Quote(number.Term)}",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static string Quote(string terms) => $"\"{terms}\"";
}
