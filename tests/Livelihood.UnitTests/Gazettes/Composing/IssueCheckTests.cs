using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Domain.Composing;
using Livelihood.Gazettes.Issues;
using Xunit;

namespace Livelihood.UnitTests.Gazettes.Composing;

/// <summary>Each rule finds its fault in an issue that is otherwise good, weighs it, and finds nothing in the good one.</summary>
public sealed class IssueCheckTests
{
    private static readonly DocumentFacts Good = new()
    {
        ItemId = "a",
        Title = "关于甲事的通知",
        Stage = VersionStage.AwaitingIssue,
        AgencyName = "云岭市甲局",
        Record = new() { Number = "云甲〔2026〕7号", FormedOn = new(2026, 5, 1), IssuingAgencies = ["云岭市甲局"] },
    };

    private static readonly IssueFacts GoodIssue = Facts(Good);

    public static TheoryData<string, FindingSeverity, IssueFacts> Faults() => new()
    {
        { "NotApproved", FindingSeverity.Blocking, Facts(Good with { Stage = VersionStage.Approval }) },
        { "NotApproved", FindingSeverity.Blocking, Facts(Good with { Stage = VersionStage.SecrecyReview }) },
        { "NotHandedIn", FindingSeverity.Blocking, Facts(Good with { Stage = VersionStage.Draft }) },
        { "NotHandedIn", FindingSeverity.Blocking, Facts(Good with { Stage = VersionStage.Withdrawn }) },
        { "Newer", FindingSeverity.Blocking, Facts(Good with { Stage = VersionStage.Published, Newer = VersionStage.Draft }) },
        { "FormedLater", FindingSeverity.Blocking, Facts(Good with { Record = Good.Record! with { FormedOn = new(2026, 7, 1) } }) },
        { "Missing", FindingSeverity.Blocking, GoodIssue with { Documents = new Dictionary<string, DocumentFacts>() } },
        { "Twice", FindingSeverity.Blocking, With(i => i with { Sections = [new("甲栏", [new("a", Good.Title, 1), new("a", Good.Title, 2)])] }) },
        { "EmptySection", FindingSeverity.Blocking, With(i => i with { Sections = [.. i.Sections, new("乙栏", [])] }) },
        { "Empty", FindingSeverity.Blocking, With(i => i with { Sections = [] }) },
        { "IssueDateMissing", FindingSeverity.Blocking, With(i => i with { PublishedOn = null }) },
        { "GazetteMissing", FindingSeverity.Blocking, With(i => i with { Gazette = " " }) },
        { "NumberMissing", FindingSeverity.Warning, Facts(Good with { Record = Good.Record! with { Number = null } }) },
        { "DateMissing", FindingSeverity.Warning, Facts(Good with { Record = Good.Record! with { FormedOn = null } }) },
        { "PrintedBefore", FindingSeverity.Warning, Facts(Good with { PrintedIn = ["2026年第2号"] }) },
        { "Repealed", FindingSeverity.Warning, Facts(Good with { Record = Good.Record! with { Validity = Validity.Repealed } }) },
        { "WithoutText", FindingSeverity.Warning, Facts(Good with { HasText = false }) },
        { "Unnamed", FindingSeverity.Warning, Facts(Good with { Unnamed = 2 }) },
        { "SetForAnotherTime", FindingSeverity.Warning, Facts(Good with { Stage = VersionStage.Scheduled, IntendedUtc = new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero) }) },
        { "PagesMissing", FindingSeverity.Warning, With(i => i with { Sections = [new("甲栏", [new("a", Good.Title, null)])] }) },
        { "PagesStale", FindingSeverity.Warning, With(i => i with { PagesAreStale = true }) },
        { "PagesFall", FindingSeverity.Warning, Numbers("云甲〔2026〕7号", "云甲〔2026〕8号", 9, 3) },
        { "NumberSkips", FindingSeverity.Warning, With(i => i with { Number = 5 }) },
        { "TotalSkips", FindingSeverity.Warning, With(i => i with { TotalNumber = null }) },
        { "DateFalls", FindingSeverity.Warning, With(i => i with { PublishedOn = new(2026, 5, 2) }) },
        { "DateOutOfYear", FindingSeverity.Warning, With(i => i with { PublishedOn = new(2027, 1, 2) }) },
        { "TitleDiffers", FindingSeverity.Hint, With(i => i with { Sections = [new("甲栏", [new("a", "甲事", 1)])] }) },
        { "NumberOrder", FindingSeverity.Hint, Numbers("云甲〔2026〕8号", "云甲〔2026〕7号", 1, 2) },
        { "OtherGovernment", FindingSeverity.Hint, Facts(Good with { StrangeAgencies = ["他省人民政府"] }) },
    };

    [Fact]
    public void GoodIssue_HasNoFindings() => Assert.Empty(IssueCheck.Of(GoodIssue));

    [Fact]
    public void NumberOfOtherSeries_IsNoDisorder() => Assert.Empty(IssueCheck.Of(Numbers("云甲〔2026〕8号", "云乙〔2026〕7号", 1, 2)));

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_IsFound_AndWeighed(string rule, FindingSeverity severity, IssueFacts facts)
    {
        var found = Assert.Single(IssueCheck.Of(facts), f => f.Rule == rule);

        Assert.Equal(severity, found.Severity);
        Assert.EndsWith("。", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_ChangesWithTheSentence()
    {
        var one = IssueCheck.Of(With(i => i with { Number = 5 }))[0];
        var other = IssueCheck.Of(With(i => i with { Number = 6 }))[0];

        Assert.NotEqual(one.Key, other.Key);
        Assert.Equal(one.Key, IssueCheck.Of(With(i => i with { Number = 5 }))[0].Key);
    }

    [Theory]
    [InlineData("![](/media/a.png) ![图](/media/b.png) ![ ](/media/c.png)", 2)]
    [InlineData("没有图", 0)]
    public void Pictures_WithoutWords_AreCounted(string markdown, int expected) => Assert.Equal(expected, UnnamedPictures.Count(markdown));

    private static IssueFacts Facts(DocumentFacts document) => new(
        new()
        {
            Gazette = "云岭市人民政府公报", Year = 2026, Number = 3, TotalNumber = 33, PublishedOn = new(2026, 6, 30), Composed = true,
            Sections = [new("甲栏", [new("a", document.Title, 1)])],
        },
        new Dictionary<string, DocumentFacts> { ["a"] = document },
        new(2026, 2, 32, new(2026, 5, 31)));

    private static IssueFacts With(Func<GazetteIssuePart, GazetteIssuePart> change) => GoodIssue with { Issue = change(GoodIssue.Issue) };

    private static IssueFacts Numbers(string first, string second, int page, int next) => GoodIssue with
    {
        Issue = GoodIssue.Issue with { Sections = [new("甲栏", [new("a", Good.Title, page), new("b", Good.Title, next)])] },
        Documents = new Dictionary<string, DocumentFacts>
        {
            ["a"] = Good with { Record = Good.Record! with { Number = first } },
            ["b"] = Good with { ItemId = "b", Record = Good.Record! with { Number = second } },
        },
    };
}
