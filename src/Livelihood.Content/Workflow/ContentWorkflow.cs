using System.Security.Claims;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Workflow;

/// <summary>What is said with a step.</summary>
/// <param name="Comment">The opinion, the reason or a remark.</param>
/// <param name="IntendedUtc">When to publish, for <see cref="ContentEvent.Schedule"/>.</param>
/// <param name="HideTitle">For <see cref="ContentEvent.Withdraw"/>: the title itself is to be seen no more.</param>
public sealed record StepDetails(string? Comment = null, DateTimeOffset? IntendedUtc = null, bool HideTitle = false)
{
    /// <summary>How long a comment may be, in characters.</summary>
    public const int MaxComment = 2000;
}

/// <summary>The person may not take this step: answered with 403.</summary>
public sealed class StepForbiddenException(string message) : ContentRefusedException(message);

/// <summary>Takes versions along the way to publication, by <see cref="WorkflowTable"/>, each step with its record and audit entry in one transaction.</summary>
public interface IContentWorkflow
{
    /// <summary>What the person may do now with the item's latest version, and with the one that is published.</summary>
    /// <param name="person">The person.</param>
    /// <param name="version">The latest version with its item, as <see cref="IContentStore.LatestAsync"/> gives it.</param>
    /// <param name="cancellation">Ends the question early.</param>
    Task<IReadOnlyList<WorkflowRule>> AvailableAsync(ClaimsPrincipal person, ContentVersion version, CancellationToken cancellation = default);

    /// <summary>Takes a step on a person's behalf.</summary>
    /// <param name="person">The person.</param>
    /// <param name="itemId">The item.</param>
    /// <param name="expectedRevision">The revision that the person saw.</param>
    /// <param name="happening">The step.</param>
    /// <param name="details">What is said with it.</param>
    /// <param name="cancellation">Ends it early; nothing has happened then.</param>
    /// <returns>The version that took the step.</returns>
    /// <exception cref="StepForbiddenException">The person may not.</exception>
    /// <exception cref="ContentConflictException">Somebody else wrote or decided meanwhile.</exception>
    /// <exception cref="ContentRefusedException">Not in this stage, or a condition does not hold.</exception>
    Task<ContentVersion> DoAsync(
        ClaimsPrincipal person, string itemId, int expectedRevision, ContentEvent happening, StepDetails details, CancellationToken cancellation = default);
}

internal sealed class ContentWorkflow(
    PortalDbContext db, StaffAccess staff, IAuditTrail audit, ICurrentActor actor, ChinaClock clock, Publisher publisher,
    IEnumerable<IPublicationCheck> checks) : IContentWorkflow
{
    private static WorkflowTable Table => WorkflowTable.Standard;

    public async Task<IReadOnlyList<WorkflowRule>> AvailableAsync(
        ClaimsPrincipal person, ContentVersion version, CancellationToken cancellation = default)
    {
        var rules = Table.From(version.Stage);
        if (version.Item.IsPublished && !version.Published)
        {
            rules = rules.Concat(Table.From(VersionStage.Published));
        }

        var open = new List<WorkflowRule>();
        foreach (var rule in rules)
        {
            var isAuthor = rule.Conditions.Contains(WorkflowCondition.IsNotAuthor) && version.Authors.Contains(actor.Current);
            var isPossible = !rule.Conditions.Contains(WorkflowCondition.IsPrintable) || version.Part<MarkdownBodyPart>() is not null;
            if (!isAuthor && isPossible && await staff.MayAsync(person, rule.Permission!, version.Item.AgencyId, cancellation))
            {
                open.Add(rule);
            }
        }

        return open;
    }

    public async Task<ContentVersion> DoAsync(
        ClaimsPrincipal person, string itemId, int expectedRevision, ContentEvent happening, StepDetails details, CancellationToken cancellation = default)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        var version = await SubjectAsync(itemId, happening, cancellation);
        var rule = RuleFor(happening, version);
        if (rule.Permission is null || !await staff.MayAsync(person, rule.Permission, version.Item.AgencyId, cancellation))
        {
            throw new StepForbiddenException($"您没有权限对这项内容“{rule.Label}”。需要的话，请联系系统管理员。");
        }

        if (version.Item.Revision != expectedRevision)
        {
            throw new ContentConflictException();
        }

        await TakeAsync(version, rule, details, cancellation);
        await unit.CommitAsync(cancellation);
        return version;
    }

    /// <summary>Takes a step that only the portal itself takes: what is due, what was printed, what an operator brings.</summary>
    public async Task<ContentVersion> DoAsPortalAsync(
        string itemId, ContentEvent happening, string? comment, CancellationToken cancellation)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        var version = await SubjectAsync(itemId, happening, cancellation);
        await TakeAsync(version, RuleFor(happening, version), new(comment), cancellation);
        await unit.CommitAsync(cancellation);
        return version;
    }

    /// <summary>Takes such a step with a version that this transaction tracks already.</summary>
    public Task TakeAsPortalAsync(ContentVersion version, ContentEvent happening, string? comment, CancellationToken cancellation) =>
        TakeAsync(version, RuleFor(happening, version), new(comment), cancellation);

    private async Task TakeAsync(ContentVersion version, WorkflowRule rule, StepDetails details, CancellationToken cancellation)
    {
        await RequireAsync(version, rule, details, cancellation);
        var (now, item) = (clock.UtcNow, version.Item);
        await db.TakeTurnAsync(item, cancellation);
        Record(version, rule, details, now);
        (item.ModifiedUtc, version.Stage) = (now, rule.To);
        version.IntendedUtc = rule.To switch
        {
            VersionStage.Scheduled => details.IntendedUtc,
            VersionStage.Approval => null,
            _ => version.IntendedUtc,
        };
        if (version.Latest)
        {
            item.Stage = rule.To;
        }

        switch (rule.To)
        {
            case VersionStage.Published:
                await publisher.PublishAsync(version, cancellation);
                break;
            case VersionStage.Withdrawn:
                await publisher.WithdrawAsync(version, details.Comment!, details.HideTitle, cancellation);
                break;
            default:
                await db.SaveChangesAsync(cancellation);
                break;
        }
    }

    /// <summary>What the audit chain calls a step, such as <c>content.publishDue</c>.</summary>
    internal static string ActionOf(ContentEvent happening)
    {
        var name = happening.ToString();
        return $"content.{char.ToLowerInvariant(name[0])}{name[1..]}";
    }

    private void Record(ContentVersion version, WorkflowRule rule, StepDetails details, DateTimeOffset now)
    {
        var comment = string.IsNullOrWhiteSpace(details.Comment) ? null : details.Comment.Trim();
        db.Add(new WorkflowStep
        {
            ItemId = version.ItemId,
            VersionNumber = version.Number,
            Event = rule.Event,
            From = rule.From,
            To = rule.To,
            Actor = actor.Current,
            AtUtc = now,
            Comment = comment,
            IntendedUtc = details.IntendedUtc,
        });
        audit.Record(ActionOf(rule.Event), nameof(ContentItem), version.ItemId,
            new { Version = version.Number, From = rule.From.ToString(), To = rule.To.ToString(), Comment = comment, details.IntendedUtc });
    }

    // Withdrawing speaks of the version that is public, everything else of the latest.
    private async Task<ContentVersion> SubjectAsync(string itemId, ContentEvent happening, CancellationToken cancellation)
    {
        var versions = db.Set<ContentVersion>().Include(v => v.Item).Where(v => v.ItemId == itemId);
        return happening == ContentEvent.Withdraw
            ? await versions.FirstOrDefaultAsync(v => v.Published, cancellation)
                ?? throw new ContentRefusedException("这项内容没有公开，不需要撤下。")
            : await versions.FirstOrDefaultAsync(v => v.Latest, cancellation)
                ?? throw new ContentRefusedException($"没有编号为“{itemId}”的内容。");
    }

    private static WorkflowRule RuleFor(ContentEvent happening, ContentVersion version)
    {
        if (Table.Find(happening, version.Stage) is { } rule)
        {
            return rule;
        }

        var label = Table.Rules.First(r => r.Event == happening).Label;
        throw new ContentRefusedException($"这项内容现在的状态是“{version.Stage.Text()}”，不能“{label}”。可能别人刚刚处理过，请刷新页面再看。");
    }

    private async Task RequireAsync(ContentVersion version, WorkflowRule rule, StepDetails details, CancellationToken cancellation)
    {
        foreach (var condition in rule.Conditions)
        {
            var problem = condition switch
            {
                WorkflowCondition.IsNotAuthor => version.Authors.Contains(actor.Current)
                    ? "您参与了这一版的撰写，不能自己审查或者批准。请由他人办理。" : null,
                WorkflowCondition.HasComment => string.IsNullOrWhiteSpace(details.Comment) ? "请填写意见或者原因，它会留在记录里。" : null,
                WorkflowCondition.HasTimeAhead => details.IntendedUtc > clock.UtcNow ? null : "定时发布的时间要晚于现在。请改填一个以后的时间，或者选择立即发布。",
                WorkflowCondition.IsPrintable => version.Part<MarkdownBodyPart>() is not null ? null : "这项内容没有正文，不能在公报上刊登。请选择立即发布或者定时发布。",
                WorkflowCondition.IsDue => version.IntendedUtc <= clock.UtcNow ? null : "还没有到设定的发布时间。",
                _ => await MissingAsync(version, cancellation),
            };
            if (problem is not null)
            {
                throw new ContentRefusedException(problem);
            }
        }

        if (details.Comment?.Length > StepDetails.MaxComment)
        {
            throw new ContentRefusedException($"意见不超过{StepDetails.MaxComment}个字，现在有{details.Comment.Length}个。请写得简短些。");
        }
    }

    private async Task<string?> MissingAsync(ContentVersion version, CancellationToken cancellation)
    {
        var problems = new List<string>();
        foreach (var check in checks)
        {
            problems.AddRange(await check.ProblemsAsync(version, cancellation));
        }

        return problems.Count == 0 ? null : string.Concat(problems);
    }
}
