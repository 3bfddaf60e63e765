using System.Reflection;
using Livelihood.Disclosure.Domain;
using Livelihood.TestSupport;
using Livelihood.TestSupport.RuleBooks;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>docs/rules.md names every rule with code that speaks of it and a test that has its id, and is what the command makes.</summary>
public sealed class RulesTableTests
{
    /// <summary>The ids of the rules, written down once more.</summary>
    private static readonly string[] s_ids =
    [
        "R-C1", "R-C2", "R-C3", "R-C4", "R-C5", "R-C6", "R-31a", "R-31b", "R-31c", "R-29a", "R-29b", "R-CH", "R-43",
        "R-33a", "R-30", "R-33b", "R-32", "R-34", "R-S", "R-RE", "R-35", "R-FEE", "R-ORD", "R-SERVE",
        "R-36-1", "R-36-2", "R-36-3", "R-36-4", "R-36-5", "R-36-6", "R-36-7", "R-37", "R-38", "R-39a", "R-39b", "R-CALC",
        "R-41", "R-44", "R-45", "R-47", "R-49", "R-12", "R-17", "R-18", "R-20", "R-24", "R-25", "R-26",
    ];

    [Fact]
    public void Table_IsWhatTheCommandMakes() =>
        Assert.Equal(RulesTable.Write(), File.ReadAllText(Repository.PathOf("docs", "rules.md")));

    [Fact]
    public void EveryRule_IsInTheTableOnce_AndTheCodeKnowsNoOther()
    {
        Assert.Equal(s_ids, RuleBook.All.Select(rule => rule.Id));
        Assert.Empty(typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!).Except(s_ids));
    }

    [Fact]
    public void NoCell_IsEmpty()
    {
        var rows = File.ReadAllLines(Repository.PathOf("docs", "rules.md")).Where(line => line.StartsWith("| R-", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.Equal(s_ids, rows.Select(row => row[0]));
        Assert.All(rows, row =>
        {
            Assert.Equal(4, row.Length);
            Assert.All(row, cell => Assert.False(cell is "" or "–" or "-", row[0]));
            Assert.DoesNotContain(RulesTable.NotBuilt, row);
        });
    }

    [Fact]
    public void Code_OfARule_SpeaksOfIt() => Assert.All(RuleBook.All.SelectMany(rule => rule.Code.Select(file => (rule.Id, File: file))), named =>
    {
        var text = File.ReadAllText(Repository.PathOf(named.File.Split('/')));
        var constant = typeof(Rules).GetFields().FirstOrDefault(field => (string)field.GetValue(null)! == named.Id)?.Name;
        Assert.True(text.Contains(named.Id, StringComparison.Ordinal) || (constant is not null && text.Contains($"Rules.{constant}", StringComparison.Ordinal)), $"{named.File} says nothing of {named.Id}");
    });

    [Theory]
    [InlineData("R_36_6_R_44_The_same_question_is_shown", "R-36-6,R-44")]
    [InlineData("R_36_3_and_R_36_4_A_refusal_names_its_ground", "R-36-3,R-36-4")]
    [InlineData("R_36_Every_kind_of_reply", "")]
    [InlineData("R_S_The_day", "R-S")]
    [InlineData("R_SERVE_The_day", "R-SERVE")]
    [InlineData("Something_R_33a_else", "")]
    public void Name_OfATest_SaysItsRules(string name, string rules) => Assert.Equal(rules, string.Join(',', RuleTests.RulesOf(name)));
}
