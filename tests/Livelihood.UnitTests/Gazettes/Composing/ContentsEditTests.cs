using Livelihood.Gazettes.Composing;
using Livelihood.Gazettes.Domain.Composing;
using Livelihood.Gazettes.Issues;
using Xunit;

namespace Livelihood.UnitTests.Gazettes.Composing;

public sealed class ContentsEditTests
{
    private static readonly GazetteIssuePart Issue = new()
    {
        Year = 2026,
        Number = 3,
        Composed = true,
        Sections =
        [
            new("甲栏", [new("a", "甲一", 1), new("b", "甲二", 4), new("c", "甲三", 9)]),
            new("乙栏", [new("d", "乙一", 12)]),
        ],
    };

    private static string Order(GazetteIssuePart issue) => string.Join('|', issue.Sections.Select(s => $"{s.Name}:{string.Concat(s.Entries.Select(e => e.ItemId))}"));

    [Theory]
    [InlineData("0.0", "0.2", "甲栏:bca|乙栏:d")]
    [InlineData("0.2", "0.0", "甲栏:cab|乙栏:d")]
    [InlineData("0.1", "1.0", "甲栏:ac|乙栏:bd")]
    public void Move_PutsTheEntryThere_AndMarksPagesStale(string from, string to, string expected)
    {
        var edited = ContentsEdit.Move(Issue, EntryPlace.Parse(from)!.Value, EntryPlace.Parse(to)!.Value);

        Assert.Equal(expected, Order(edited.Issue));
        Assert.True(edited.Issue.PagesAreStale);
    }

    [Fact]
    public void Move_ThatChangesTheSectionAlone_LeavesThePages()
    {
        var edited = ContentsEdit.Move(Issue, new(1, 0), new(0, 99));

        Assert.Equal("甲栏:abcd|乙栏:", Order(edited.Issue));
        Assert.Null(edited.Issue.PagesAreStale);
    }

    [Fact]
    public void Move_ToWhereItIs_ChangesNothing() => Assert.Same(Issue, ContentsEdit.Move(Issue, new(0, 1), new(0, 1)).Issue);

    [Theory]
    [InlineData("0.1", true, "甲栏:bac|乙栏:d", "0.0")]
    [InlineData("0.2", false, "甲栏:ab|乙栏:cd", "1.0")]
    [InlineData("1.0", true, "甲栏:abcd|乙栏:", "0.3")]
    public void Step_GoesOverTheEdgeOfASection(string from, bool up, string expected, string place)
    {
        var edited = ContentsEdit.Step(Issue, EntryPlace.Parse(from)!.Value, up);

        Assert.Equal(expected, Order(edited.Issue));
        Assert.Equal(place, edited.Entry.ToString());
    }

    [Theory]
    [InlineData("0.0", true, "最前面")]
    [InlineData("1.0", false, "最后面")]
    [InlineData("0.7", true, "不在这里")]
    [InlineData("5.0", true, "没有这个栏目")]
    public void Step_ThatCannotBe_IsRefusedWithASentence(string from, bool up, string because) => Assert.Contains(
        because, Assert.Throws<CompositionRefusedException>(() => ContentsEdit.Step(Issue, EntryPlace.Parse(from)!.Value, up)).Message);

    [Fact]
    public void Said_TellsTheNewPlace() => Assert.Equal("“甲一”现在是“甲栏”的第2篇，共3篇。", ContentsEdit.Step(Issue, new(0, 0), up: false).Said);

    [Fact]
    public void Add_LeavesOutWhatIsThere_AndRefusesNothingNew()
    {
        var edited = ContentsEdit.Add(Issue, 1, [new("a", "甲一", null), new("e", "新的", null), new("e", "新的", null)]);

        Assert.Equal("甲栏:abc|乙栏:de", Order(edited.Issue));
        Assert.Throws<CompositionRefusedException>(() => ContentsEdit.Add(Issue, 1, [new("a", "甲一", null)]));
    }

    [Fact]
    public void Describe_ShortensTheTitle_AndKeepsTheOrder()
    {
        var edited = ContentsEdit.Describe(Issue, new(0, 1), " 短\n题 ", 5);

        Assert.Equal(("短 题", 5), (edited.Issue.Sections[0].Entries[1].Title, edited.Issue.Sections[0].Entries[1].Page));
        Assert.Null(edited.Issue.PagesAreStale);
        Assert.Throws<CompositionRefusedException>(() => ContentsEdit.Describe(Issue, new(0, 1), "  ", null));
        Assert.Throws<CompositionRefusedException>(() => ContentsEdit.Describe(Issue, new(0, 1), "题", 0));
    }

    [Fact]
    public void Sections_AreAddedRenamedMovedAndRemoved()
    {
        var added = SectionsEdit.Add(Issue, "【丙栏】");
        Assert.Equal("甲栏:abc|乙栏:d|丙栏:", Order(added.Issue));
        Assert.Null(added.Issue.PagesAreStale);
        Assert.Equal("甲栏:abc|丁栏:d", Order(SectionsEdit.Rename(Issue, 1, "丁栏").Issue));
        Assert.Equal("乙栏:d|甲栏:abc", Order(SectionsEdit.Step(Issue, 1, up: true).Issue));
        Assert.Equal("甲栏:abcd", Order(SectionsEdit.Remove(Issue, 1).Issue));
        Assert.Equal("乙栏:abcd", Order(SectionsEdit.Remove(Issue, 0).Issue));
        Assert.Contains("已经有栏目", Assert.Throws<CompositionRefusedException>(() => SectionsEdit.Add(Issue, "乙栏")).Message);
        Assert.Contains("请填写", Assert.Throws<CompositionRefusedException>(() => SectionsEdit.Rename(Issue, 0, " 【】 ")).Message);
    }

    [Theory]
    [InlineData(1, false, 1, 6)]
    [InlineData(1, true, 3, 8)]
    [InlineData(101, false, 101, 106)]
    public void Pages_FollowTheHouseRule(int first, bool countContents, int ofFirst, int ofSecond)
    {
        var measured = new MeasuredPages(2, new Dictionary<string, int> { ["a"] = 1, ["b"] = 6 });

        var assigned = PageAssignment.Assign(Issue with { PagesAreStale = true }, measured, new() { First = first, CountContents = countContents });

        Assert.Equal([ofFirst, ofSecond, null], assigned.Sections[0].Entries.Select(e => e.Page));
        Assert.Null(assigned.PagesAreStale);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.x")]
    [InlineData("-1.0")]
    [InlineData("1.2.3")]
    [InlineData(null)]
    public void Place_ThatIsNone_IsNull(string? text) => Assert.Null(EntryPlace.Parse(text));
}
