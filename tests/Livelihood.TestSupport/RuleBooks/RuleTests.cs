using System.Text.RegularExpressions;

namespace Livelihood.TestSupport.RuleBooks;

/// <summary>
/// The tests of rules, read from their sources: a test's name begins with the ids of the rules that it proves
/// (<c>R_36_6_R_44_The_same_question…</c>), or it carries them as <c>[Trait("rule", "R-26")]</c>.
/// </summary>
public static partial class RuleTests
{
    private const string Joint = "and_";

    /// <summary>The names of the tests of each rule, in order.</summary>
    public static ILookup<string, string> Find() => Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(file => Test().Matches(File.ReadAllText(file)))
        .SelectMany(test => RulesOf(test.Groups["name"].Value).Concat(test.Groups["rule"].Captures.Select(captured => captured.Value)).Select(rule => (Rule: rule, Name: test.Groups["name"].Value)))
        .Distinct().OrderBy(found => found.Name, StringComparer.Ordinal).ToLookup(found => found.Rule, found => found.Name, StringComparer.Ordinal);

    /// <summary>The ids with which a test's name begins.</summary>
    public static IEnumerable<string> RulesOf(string name)
    {
        while (RuleBook.All.Where(rule => name.StartsWith(Word(rule.Id), StringComparison.Ordinal)).MaxBy(rule => rule.Id.Length) is { } first)
        {
            yield return first.Id;
            name = name[Word(first.Id).Length..];
            name = name.StartsWith(Joint, StringComparison.Ordinal) ? name[Joint.Length..] : name;
        }
    }

    private static string Word(string id) => id.Replace('-', '_') + "_";

    // The attributes of a test, then its signature.
    [GeneratedRegex("""\[(?:Fact|Theory|BrowserFact)[^\n]*\](?:\s*\[(?:Trait\("rule", "(?<rule>[^"]+)"\)|[^\n]*)\](?:\s*//[^\n]*)?)*\s*public (?:async Task|void) (?<name>\w+)\(""")]
    private static partial Regex Test();
}
