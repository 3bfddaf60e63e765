using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Accounts;
using Xunit;

namespace Livelihood.UnitTests.Content;

public sealed class WorkflowTableTests
{
    private static readonly IReadOnlyList<WorkflowRule> Rules = WorkflowTable.Standard.Rules;

    [Fact]
    public void Way_GoesOverReviewAndApproval_ToThePublic()
    {
        var stage = VersionStage.Draft;
        foreach (var happening in new[] { ContentEvent.Submit, ContentEvent.Clear, ContentEvent.Publish, ContentEvent.Withdraw })
        {
            stage = WorkflowTable.Standard.Find(happening, stage)!.To;
        }

        Assert.Equal(VersionStage.Withdrawn, stage);
    }

    [Theory]
    [InlineData(ContentEvent.Publish, VersionStage.Draft)]
    [InlineData(ContentEvent.Publish, VersionStage.SecrecyReview)]
    [InlineData(ContentEvent.Clear, VersionStage.Draft)]
    [InlineData(ContentEvent.Withdraw, VersionStage.Superseded)]
    public void Event_OutOfOrder_IsNotInTheTable(ContentEvent happening, VersionStage stage) =>
        Assert.Null(WorkflowTable.Standard.Find(happening, stage));

    [Fact]
    [Trait("rule", "R-17")]
    public void NoPerson_PublishesWithoutSecrecyReview()
    {
        // Every way that people can go from the draft to the public passes the review.
        var reached = new HashSet<VersionStage> { VersionStage.Draft };
        bool grew;
        do
        {
            grew = false;
            foreach (var rule in Rules.Where(r => r.Permission is not null && r.Event != ContentEvent.Clear && reached.Contains(r.From)))
            {
                grew |= reached.Add(rule.To);
            }
        }
        while (grew);

        Assert.DoesNotContain(VersionStage.Published, reached);
        Assert.DoesNotContain(VersionStage.Scheduled, reached);
        Assert.DoesNotContain(VersionStage.AwaitingIssue, reached);
    }

    [Fact]
    public void Decisions_AreNeverTheAuthors() => Assert.All(
        Rules.Where(r => r.Permission is Permissions.ReviewContent || r.Event is ContentEvent.Publish or ContentEvent.Schedule or ContentEvent.ApproveForIssue),
        rule => Assert.Contains(WorkflowCondition.IsNotAuthor, rule.Conditions));

    [Fact]
    public void Table_WithALineTwice_IsRefused() => Refused([.. Rules, Rules[0]], "stands twice");

    [Fact]
    public void Table_WithoutAnEvent_IsRefused() => Refused([.. Rules.Where(r => r.Event != ContentEvent.Withdraw)], "Withdraw stands nowhere");

    [Fact]
    public void Table_ThatPublishesWithoutReview_IsRefused() => Refused(
        [.. Rules, new(ContentEvent.Publish, VersionStage.Draft, VersionStage.Published, Permissions.PublishContent, "直接发布")],
        "publish without a secrecy review");

    [Fact]
    public void Table_WithAnUnknownPermission_IsRefused() =>
        Refused([.. Rules.Skip(1), Rules[0] with { Permission = "content.everything" }], "unknown permission");

    [Fact]
    public void Table_ThatLetsAuthorsReview_IsRefused() => Refused(
        [.. Rules.Where(r => r.Event != ContentEvent.Clear), Rules.First(r => r.Event == ContentEvent.Clear) with { Conditions = [] }],
        "lets authors decide");

    [Fact]
    public void Table_WithADeadEnd_IsRefused() => Refused(
        [.. Rules.Where(r => r.From != VersionStage.Scheduled), Rules.First(r => r.Event == ContentEvent.PublishDue) with { From = VersionStage.Approval },
            Rules.First(r => r.Event == ContentEvent.CancelSchedule) with { From = VersionStage.Approval }],
        "Scheduled has no way out");

    private static void Refused(IReadOnlyList<WorkflowRule> rules, string because) =>
        Assert.Contains(because, Assert.Throws<InvalidOperationException>(() => new WorkflowTable(rules)).Message);
}
