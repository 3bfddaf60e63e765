using System.Globalization;

namespace Livelihood.Search.Querying;

/// <summary>SQL with its parameters, as <c>SqlQueryRaw</c> takes them.</summary>
internal sealed record SqlText(string Text, object[] Parameters);

/// <summary>Collects the parameters of a statement under construction.</summary>
internal sealed class SqlParameters
{
    private readonly List<object> _values = [];

    /// <summary>Adds a value and returns its placeholder.</summary>
    public string Add(object value)
    {
        _values.Add(value);
        return "{" + (_values.Count - 1).ToString(CultureInfo.InvariantCulture) + "}";
    }

    public object[] ToArray() => [.. _values];
}

/// <summary>
/// Writes selections as SQL. What was typed reaches the database only as parameters, and inside those only as terms, which
/// have neither quotes nor operators.
/// </summary>
internal abstract class SelectionSql
{
    /// <summary>Documents beyond this many are not counted when the rarity of a term is estimated.</summary>
    public const int MostCounted = 2000;

    /// <summary>Selects "Id" and "Weight" of the documents meant, each once.</summary>
    public SqlText Select(Selection selection)
    {
        var parameters = new SqlParameters();
        return Once(Write(selection, parameters), parameters);
    }

    /// <summary>Selects "Id" of documents whose title has everything; null where no condition can be asked of a title.</summary>
    public SqlText? SelectByTitle(IReadOnlyList<Condition> conditions)
    {
        var parameters = new SqlParameters();
        var asked = conditions.Where(c => c is not Condition.Number).ToList();
        return asked.Count == 0 ? null : Once(InTitle(asked, parameters), parameters);
    }

    /// <summary>Selects "Ordinal" of each condition and "Count", how many documents meet it, at most <see cref="MostCounted"/>.</summary>
    public SqlText Count(IReadOnlyList<Condition> conditions)
    {
        var parameters = new SqlParameters();
        var counts = conditions.Select((condition, ordinal) =>
            $"""SELECT {ordinal} AS "Ordinal", COUNT(*) AS "Count" FROM (SELECT "Id" FROM ({Having([condition], parameters)}) AS h LIMIT {MostCounted}) AS c""");
        return new(string.Join("\nUNION ALL\n", counts), parameters.ToArray());
    }

    /// <summary>Whether counts are exact, or, where phrases among many documents are not checked one by one, only nearly.</summary>
    public abstract bool IsExact(Selection selection, int total);

    /// <summary>Selects "Id" of the documents that have everything.</summary>
    protected abstract string Having(IReadOnlyList<Condition> conditions, SqlParameters parameters);

    /// <summary>The same for titles.</summary>
    protected abstract string InTitle(IReadOnlyList<Condition> conditions, SqlParameters parameters);

    /// <summary>Lets the database find the documents once; left to itself SQLite asks the term tables again for every row of a join.</summary>
    private static SqlText Once(string select, SqlParameters parameters) =>
        new($"WITH found AS MATERIALIZED ({select}) SELECT * FROM found", parameters.ToArray());

    private string Write(Selection selection, SqlParameters parameters) => selection switch
    {
        Selection.All all => $"""
            SELECT h."Id", {Number(1, parameters)} AS "Weight" FROM ({Having(all.Conditions, parameters)}) AS h
            {Where([], all.Excluded, parameters)}
            """,
        Selection.Some some => $"""
            SELECT h."Id", SUM(h."Weight") AS "Weight" FROM ({Weighed(some.Weighed, parameters)}) AS h
            {Where(some.Required, some.Excluded, parameters)}
            GROUP BY h."Id" HAVING SUM(h."Weight") >= {Number(some.Least, parameters)}
            """,
        _ => throw new ArgumentOutOfRangeException(nameof(selection)),
    };

    private string Weighed(IReadOnlyList<(Condition Condition, double Weight)> weighed, SqlParameters parameters) =>
        string.Join("\nUNION ALL\n", weighed.Select(w =>
            $"""SELECT w."Id", {Number(w.Weight, parameters)} AS "Weight" FROM ({Having([w.Condition], parameters)}) AS w"""));

    private string Where(
        IReadOnlyList<Condition> required, IReadOnlyList<Condition> excluded, SqlParameters parameters)
    {
        var limits = new List<string>();
        if (required.Count > 0)
        {
            limits.Add($"""+h."Id" IN ({Having(required, parameters)})""");
        }

        if (excluded.Count > 0)
        {
            limits.Add($"""h."Id" NOT IN ({string.Join("\nUNION\n", excluded.Select(e => Having([e], parameters)))})""");
        }

        return limits.Count == 0 ? "" : "WHERE " + string.Join(" AND ", limits);
    }

    private static string Number(double value, SqlParameters parameters) => $"CAST({parameters.Add(value)} AS double precision)";
}
