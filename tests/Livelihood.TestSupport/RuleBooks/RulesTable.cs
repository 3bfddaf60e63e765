namespace Livelihood.TestSupport.RuleBooks;

/// <summary>docs/rules.md as it is to be, from <see cref="RuleBook"/> and <see cref="RuleTests"/>.</summary>
public static class RulesTable
{
    /// <summary>What stands in a cell of a rule that is not built; the test of the table allows none.</summary>
    public const string NotBuilt = "not built";

    private const int MostTests = 6;

    /// <summary>The whole file.</summary>
    public static string Write()
    {
        var tests = RuleTests.Find();
        var rows = RuleBook.All.Select(rule => $"| {rule.Id} | {rule.What} | {Cell(rule.Code)} | {TestsCell([.. tests[rule.Id]])} |");
        return $"""
            # Rules of disclosure: where each lives, and what proves it

            Made by `dotnet run --project tests/Livelihood.Benchmarks -- rules` from the book of rules in `tests/Livelihood.TestSupport/RuleBooks` and from the names of the tests, which begin with the ids of what they prove; a test refuses a table that is older than they are. Articles are those of 《政府信息公开条例》. Where a rule has many tests, the first {MostTests} by name are shown.

            | rule | what | code | test |
            |---|---|---|---|
            {string.Join('\n', rows)}

            Known to be missing: of R-12 the guide is written by hand but for the channels that an office declares. The Regulation names no limit for R-41: the limit of a reply is shown as what the portal urges by, and said to be that.

            """.ReplaceLineEndings("\n");
    }

    private static string TestsCell(IReadOnlyList<string> names) => Cell(names.Take(MostTests)) + (names.Count > MostTests ? $" and {names.Count - MostTests} more" : "");

    private static string Cell(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`")) is { Length: > 0 } cell ? cell : NotBuilt;
}
