using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>Writes parts of a plan in the words of FTS5. Terms have neither quotes nor operators.</summary>
internal static class Fts5Expression
{
    /// <summary>What is excluded, alone.</summary>
    public static string OfExcluded(MatchPlan plan) => string.Join(" OR ", plan.Excluded.Select(e => Quote(string.Join(' ', e))));

    /// <summary>Characters, all of them.</summary>
    public static string OfCharacters(IEnumerable<string> characters) => string.Join(" AND ", characters.Select(Quote));

    /// <summary>A term in quotes.</summary>
    public static string Quote(string terms) => $"\"{terms}\"";
}
