using FsCheck;
using FsCheck.Fluent;
using Livelihood.Content.Editing.Merging;
using Xunit;

namespace Livelihood.UnitTests.Editing;

public sealed class TextMergeTests
{
    private const string Base = "甲\n\n乙\n\n丙";

    [Fact]
    public void ChangesOfDifferentParagraphs_AreBothTaken() =>
        Assert.Equal("甲甲\n\n乙\n\n丙丙", Merged(Base, "甲甲\n\n乙\n\n丙", "甲\n\n乙\n\n丙丙"));

    [Fact]
    public void ChangesOfNeighbouringParagraphs_AreBothTaken() =>
        Assert.Equal("甲甲\n\n乙乙\n\n丙", Merged(Base, "甲甲\n\n乙\n\n丙", "甲\n\n乙乙\n\n丙"));

    [Fact]
    public void ParagraphAddedAtTheEnd_AndAChangeBefore_AreBothTaken() =>
        Assert.Equal("甲\n\n乙乙\n\n丙\n\n丁", Merged(Base, Base + "\n\n丁", "甲\n\n乙乙\n\n丙"));

    [Theory]
    [InlineData(MergeSide.Mine, "甲\n\n我\n\n丙")]
    [InlineData(MergeSide.Theirs, "甲\n\n他\n\n丙")]
    [InlineData(MergeSide.Both, "甲\n\n他\n\n我\n\n丙")]
    public void SameParagraph_IsForSomebodyToChoose(MergeSide side, string expected)
    {
        var pieces = TextMerge.Merge(Base, "甲\n\n他\n\n丙", "甲\n\n我\n\n丙");

        Assert.Equal(new MergeConflictText("乙", "他", "我"), Assert.Single(pieces, p => p.Conflict is not null).Conflict);
        Assert.Equal(expected, TextMerge.Join(pieces, _ => side));
    }

    [Fact]
    public void InsertionsAtOnePlace_AreForSomebodyToChoose() =>
        Assert.Single(TextMerge.Merge(Base, "甲\n\n他\n\n乙\n\n丙", "甲\n\n我\n\n乙\n\n丙"), p => p.Conflict is not null);

    [Fact]
    public void ParagraphDeletedByOne_AndChangedByTheOther_IsForSomebodyToChoose() =>
        Assert.Equal("", Assert.Single(TextMerge.Merge(Base, "甲\n\n丙", "甲\n\n乙乙\n\n丙"), p => p.Conflict is not null).Conflict!.Theirs);

    [Fact]
    public void LineEndingsOfBrowsers_AreNoChange() =>
        Assert.Equal("甲甲\n\n乙\n\n丙", Merged(Base, "甲甲\n\n乙\n\n丙", Base.ReplaceLineEndings("\r\n")));

    [Fact]
    public void WhatOnlyOneChanged_IsTaken() => Check.QuickThrowOnFailure(Prop.ForAll(Texts(), Texts(), (before, changed) => (
        Merged(before, before, changed) == changed && Merged(before, changed, before) == changed && Merged(before, changed, changed) == changed).ToProperty()));

    [Fact]
    public void NothingThatAnybodyWrote_IsLost() => Check.QuickThrowOnFailure(Prop.ForAll(Texts(), Texts(), Texts(), (before, theirs, mine) =>
    {
        var old = Count(before);
        var kept = Count(TextMerge.Join(TextMerge.Merge(before, theirs, mine), _ => MergeSide.Both));
        bool Keeps(string side) => Count(side).All(p => p.Value <= old.GetValueOrDefault(p.Key) || kept.ContainsKey(p.Key));
        return (Keeps(theirs) && Keeps(mine)).ToProperty();
    }));

    [Fact]
    public void ItMakesNoDifference_WhoSavedFirst() => Check.QuickThrowOnFailure(Prop.ForAll(Texts(), Texts(), Texts(), (before, one, other) => (
        TextMerge.Join(TextMerge.Merge(before, one, other), _ => MergeSide.Mine)
        == TextMerge.Join(TextMerge.Merge(before, other, one), _ => MergeSide.Theirs)).ToProperty()));

    [Fact]
    public void ChangesOfDifferentParagraphs_NeverNeedAChoice() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(2, 12).SelectMany(n => Gen.Choose(0, n - 1).SelectMany(i => Gen.Choose(0, n - 1).Select(j => (n, i, j)))).ToArbitrary(), places =>
    {
        var (n, i, j) = places;
        string[] Paragraphs(int changed, string mark) => [.. Enumerable.Range(0, n).Select(k => k == changed ? mark : $"第{k}段")];
        var merged = TextMerge.Merge(Text(Paragraphs(-1, "")), Text(Paragraphs(i, "他")), Text(Paragraphs(j, "我")));
        return (i == j || merged.All(p => p.Conflict is null)).ToProperty();
    }));

    private static string Merged(string before, string theirs, string mine)
    {
        var pieces = TextMerge.Merge(before, theirs, mine);
        Assert.All(pieces, p => Assert.Null(p.Conflict));
        return TextMerge.Join(pieces, _ => throw new InvalidOperationException());
    }

    private static Dictionary<string, int> Count(string text) =>
        text.Split("\n\n").Where(p => p.Length > 0).GroupBy(p => p).ToDictionary(g => g.Key, g => g.Count());

    private static string Text(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs);

    private static Arbitrary<string> Texts() => Gen.Elements("甲", "乙", "丙", "丁", "戊\n己").ListOf().Select(Text).ToArbitrary();
}
