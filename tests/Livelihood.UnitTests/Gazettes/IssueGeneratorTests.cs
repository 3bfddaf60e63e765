using Livelihood.Gazettes.Domain;
using Livelihood.PrintedGazettes;
using Livelihood.PrintedGazettes.Faults;
using Livelihood.PrintedGazettes.Houses;
using Livelihood.PrintedGazettes.Scoring;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>A truth that is wrong would make every figure worthless: what the generator says is there is there.</summary>
public sealed class IssueGeneratorTests
{
    public static TheoryData<string> Houses() => [.. Every.Select(h => h.Name)];

    public static TheoryData<string> Faults() => [.. FaultCatalogue.All.Select(f => f.Name)];

    private static IEnumerable<House> Every => HouseCatalogue.All.Concat(HouseCatalogue.Unseen);

    private static House Named(string name) => Every.Single(h => h.Name == name);

    [Theory]
    [MemberData(nameof(Houses))]
    public void TheSameNumber_GivesTheSameIssue_AnotherAnother(string house)
    {
        var issue = IssueGenerator.Make(Named(house), [], 5);

        Assert.Equal(issue.Text, IssueGenerator.Make(Named(house), [], 5).Text);
        Assert.NotEqual(issue.Text, IssueGenerator.Make(Named(house), [], 6).Text);
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void WhatIsExpected_StandsInTheText(string house)
    {
        var issue = IssueGenerator.Make(Named(house), [], 5);
        var lines = issue.Text.Split('\n');

        Assert.InRange(issue.Expected.Documents.Count, 4, 14);
        foreach (var document in issue.Expected.Documents)
        {
            var printed = TextKey.Of(string.Concat(Enumerable.Range(document.Lines.First, document.Lines.Last - document.Lines.First + 1)
                .Where(l => !issue.Expected.Furniture.Contains(l) && !issue.Expected.EitherLines.Contains(l)).Select(l => lines[l - 1])));
            Assert.Contains(TextKey.Of(document.Title), printed);
            Assert.All(document.Paragraphs!, p => Assert.Contains(TextKey.Of(p), printed));
            Assert.All(document.Headings, h => Assert.Contains(TextKey.Of(h.Text), printed));
            Assert.All(document.Tables.SelectMany(t => t).SelectMany(r => r), c => Assert.Contains(TextKey.Of(c), printed));
            Assert.All(document.Signature, s => Assert.Contains(TextKey.Of(s), printed));
            Assert.Contains(TextKey.Of(document.Addressees ?? ""), printed);
        }

        Assert.All(issue.Expected.Furniture, l => Assert.InRange(lines[l - 1].Trim().Length, 1, 50));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void EachFault_ChangesTheFileOfSomeHouse(string name)
    {
        IReadOnlyList<Fault> faults = [FaultCatalogue.All.Single(f => f.Name == name)];

        Assert.Contains(HouseCatalogue.All, h => !IssueGenerator.Make(h, faults, 5).Bytes.AsSpan().SequenceEqual(IssueGenerator.Make(h, [], 5).Bytes));
    }

    [Fact]
    public void Scores_OfNothingRead_AreNothing()
    {
        var card = IssueScorer.Score(IssueGenerator.Make(HouseCatalogue.Web2023, [], 5).Expected, null);

        Assert.Equal(1, card.Refused);
        Assert.Equal(0, card[Measure.Documents].Recall);
        Assert.Equal(0, card[Measure.Titles].Recall);
        Assert.Equal(1, card[Measure.Titles].Precision);
    }

    [Fact]
    public void Scores_OfAWrongTitle_CountAgainstBoth()
    {
        var issue = IssueGenerator.Make(HouseCatalogue.Scan2019, [], 5);
        Assert.True(GazetteReader.TryRead(issue.Text, out var read, out _));
        var right = IssueScorer.Score(issue.Expected, read);
        var spoiled = read with { Documents = [read.Documents[0] with { Title = "别的题名" }, .. read.Documents.Skip(1)] };

        var card = IssueScorer.Score(issue.Expected, spoiled);

        Assert.Equal(right[Measure.Titles].Right - 1, card[Measure.Titles].Right);
        Assert.Equal(right[Measure.Titles].False + 1, card[Measure.Titles].False);
        Assert.Equal(right[Measure.Titles].Missed + 1, card[Measure.Titles].Missed);
        Assert.Contains(card.Findings, f => f.Contains("别的题名"));
    }
}
