using System.Reflection;
using System.Text.RegularExpressions;
using Livelihood.Disclosure.Domain;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>docs/rules.md names every rule that the code knows, and nothing that is not there.</summary>
public sealed partial class RulesTableTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadAllLines(Repository.PathOf("docs", "rules.md")).Where(l => l.StartsWith("| R-", StringComparison.Ordinal))
            .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void EveryRule_OfTheCode_IsInTheTableOnce()
    {
        string[] inTable = [.. Rows.Select(r => r[0])];
        var inCode = typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!).ToHashSet();

        Assert.Equal(inTable.Distinct(), inTable);
        Assert.Empty(inCode.Except(inTable));
    }

    [Fact]
    public void EveryFileAndTest_OfTheTable_Exists()
    {
        var tests = Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Method().Matches(File.ReadAllText(f)).Select(m => m.Groups["name"].Value)).ToHashSet();
        var named = Rows.SelectMany(r => Code().Matches($"{r[2]} {r[3]}")).Select(m => m.Groups["code"].Value).ToList();

        Assert.True(named.Count > 40, $"only {named.Count} files and tests are named");
        Assert.All(named, n => Assert.True(n.Contains('/') ? File.Exists(Repository.PathOf(n.Split('/'))) : tests.Contains(n), n));
    }

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"public (?:async )?[\w<>]+ (?<name>\w+)\(")]
    private static partial Regex Method();
}
