using Livelihood.Content.Items;
using Livelihood.Platform.Accounts;
using static Livelihood.Content.Items.VersionStage;
using static Livelihood.Content.Workflow.ContentEvent;
using static Livelihood.Content.Workflow.WorkflowCondition;

namespace Livelihood.Content.Workflow;

/// <summary>
/// The way to publication as one table: event, stage before and after, who may, and on what conditions. No publication
/// without a secrecy review (第十七条, R-17); nobody reviews or approves what they wrote.
/// </summary>
public sealed class WorkflowTable
{
    private readonly Dictionary<(ContentEvent, VersionStage), WorkflowRule> _rules;

    /// <summary>The portal's table.</summary>
    public static readonly WorkflowTable Standard = new(
    [
        new(Submit, Draft, SecrecyReview, Permissions.EditContent, "送保密审查", IsComplete),
        new(Recall, SecrecyReview, Draft, Permissions.EditContent, "撤回修改"),
        new(Recall, Approval, Draft, Permissions.EditContent, "撤回修改"),
        new(Clear, SecrecyReview, Approval, Permissions.ReviewContent, "审查通过，可以公开", IsNotAuthor, HasComment),
        new(Refuse, SecrecyReview, Draft, Permissions.ReviewContent, "审查不通过，退回", IsNotAuthor, HasComment),
        new(ContentEvent.Publish, Approval, Published, Permissions.PublishContent, "批准并立即发布", IsNotAuthor, IsComplete),
        new(Schedule, Approval, Scheduled, Permissions.PublishContent, "批准，定时发布", IsNotAuthor, HasTimeAhead, IsComplete),
        new(ApproveForIssue, Approval, AwaitingIssue, Permissions.PublishContent, "批准，随公报发布", IsNotAuthor, IsPrintable, IsComplete),
        new(Return, Approval, Draft, Permissions.PublishContent, "不批准，退回修改", IsNotAuthor, HasComment),
        new(CancelSchedule, Scheduled, Approval, Permissions.PublishContent, "取消定时发布", HasComment),
        new(LeaveIssue, AwaitingIssue, Approval, Permissions.PublishContent, "不再随公报发布", HasComment),
        new(PublishDue, Scheduled, Published, null, "到时发布", IsDue),
        new(PublishWithIssue, AwaitingIssue, Published, null, "随公报发布"),
        new(PublishWithIssue, Scheduled, Published, null, "随公报发布"),
        new(RecordPrinting, Published, Published, null, "记入刊登信息"),
        new(Withdraw, Published, Withdrawn, Permissions.PublishContent, "撤下", HasComment),
        new(PublishPrinted, Draft, Published, null, "刊印件上网", HasComment),
        new(PublishByOperator, Draft, Published, null, "由运维人员导入发布", HasComment),
    ]);

    /// <summary>Makes a table.</summary>
    /// <exception cref="InvalidOperationException">The table contradicts itself; the message lists how.</exception>
    public WorkflowTable(IReadOnlyList<WorkflowRule> rules)
    {
        var problems = Problems(rules).ToList();
        if (problems.Count > 0)
        {
            throw new InvalidOperationException("The publication workflow is wrong: " + string.Join("; ", problems));
        }

        Rules = rules;
        _rules = rules.ToDictionary(r => (r.Event, r.From));
    }

    /// <summary>All lines, in the order in which a version meets them.</summary>
    public IReadOnlyList<WorkflowRule> Rules { get; }

    /// <summary>The line for an event in a stage, or null where it may not happen then.</summary>
    public WorkflowRule? Find(ContentEvent happening, VersionStage stage) => _rules.GetValueOrDefault((happening, stage));

    /// <summary>What people may do in a stage, to those who have the permission.</summary>
    public IEnumerable<WorkflowRule> From(VersionStage stage) => Rules.Where(r => r.From == stage && r.Permission is not null);

    /// <summary>Whether a new version may be written on top of one in this stage: not while somebody is deciding on it.</summary>
    public static bool IsEditable(VersionStage latest) => latest is Draft or Published or Withdrawn;

    private static IEnumerable<string> Problems(IReadOnlyList<WorkflowRule> rules)
    {
        foreach (var twice in rules.GroupBy(r => (r.Event, r.From)).Where(g => g.Count() > 1))
        {
            yield return $"{twice.Key.Event} from {twice.Key.From} stands twice";
        }

        foreach (var missing in Enum.GetValues<ContentEvent>().Except(rules.Select(r => r.Event)))
        {
            yield return $"{missing} stands nowhere";
        }

        foreach (var rule in rules.Where(r => r.Permission is not null && !Permissions.All.Contains(r.Permission)))
        {
            yield return $"{rule.Event} asks for the unknown permission {rule.Permission}";
        }

        if (Reachable([.. rules.Where(r => r.Permission is not null && r.Event != Clear)]).Contains(Published))
        {
            yield return "people can publish without a secrecy review";
        }

        foreach (var decision in rules.Where(r => r.Permission is Permissions.ReviewContent && !r.Conditions.Contains(IsNotAuthor)))
        {
            yield return $"{decision.Event} from {decision.From} lets authors decide on their own work";
        }

        var reached = Reachable(rules);
        foreach (var stage in Enum.GetValues<VersionStage>().Where(s => s is not Superseded))
        {
            if (!reached.Contains(stage))
            {
                yield return $"{stage} is never reached";
            }

            if (stage is not Withdrawn && !rules.Any(r => r.From == stage))
            {
                yield return $"{stage} has no way out";
            }
        }
    }

    private static HashSet<VersionStage> Reachable(IReadOnlyList<WorkflowRule> rules)
    {
        var reached = new HashSet<VersionStage> { Draft };
        while (rules.FirstOrDefault(r => reached.Contains(r.From) && !reached.Contains(r.To)) is { } next)
        {
            reached.Add(next.To);
        }

        return reached;
    }
}
