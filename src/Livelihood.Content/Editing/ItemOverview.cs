using Livelihood.Content.Editing.Previews;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;

namespace Livelihood.Content.Editing;

/// <summary>Everything that a member of staff sees of an item on its page in the console.</summary>
public sealed record ItemOverview
{
    /// <summary>The latest version, with its item.</summary>
    public required ContentVersion Latest { get; init; }

    /// <summary>The version that the public sees, or null.</summary>
    public required ContentVersion? Published { get; init; }

    /// <summary>What the public sees of an item that was withdrawn, or null.</summary>
    public required Tombstone? Tombstone { get; init; }

    /// <summary>The type's Chinese name.</summary>
    public required string TypeName { get; init; }

    /// <summary>The responsible agency's name.</summary>
    public required string AgencyName { get; init; }

    /// <summary>The latest version's author, by name.</summary>
    public required string AuthorName { get; init; }

    /// <summary>Whether the person may write, and the version may be written on now.</summary>
    public required bool MayEdit { get; init; }

    /// <summary>The steps that the person may take now.</summary>
    public required IReadOnlyList<WorkflowRule> Steps { get; init; }

    /// <summary>Why the person is not offered a step that they may take elsewhere; null where there is nothing to wonder about.</summary>
    public required string? WhyNot { get; init; }

    /// <summary>What is still missing before review and publication.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>What happened, newest first.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>The newest secret preview links.</summary>
    public required IReadOnlyList<PreviewLine> Previews { get; init; }

    /// <summary>The item.</summary>
    public ContentItem Item => Latest.Item;

    /// <summary>The secrecy reviews on record, newest first.</summary>
    public IEnumerable<HistoryLine> Reviews => History.Where(h =>
        h.Step is ContentEvent.Clear or ContentEvent.Refuse or ContentEvent.PublishPrinted or ContentEvent.PublishByOperator);

    /// <summary>Who is to do what next, in a sentence.</summary>
    public string Next => Latest.Stage switch
    {
        VersionStage.Draft => "撰写中。写好以后，由编辑送保密审查。",
        VersionStage.SecrecyReview => "等待本机关的保密审查员审查。参与撰写的人不能审查。",
        VersionStage.Approval => "保密审查已经通过，等待本机关的发布员批准。参与撰写的人不能批准。",
        VersionStage.Scheduled => "已经批准，到了设定的时间自动发布。",
        VersionStage.AwaitingIssue => "已经批准，随刊登它的那一期公报发布。由公报的编辑排进一期。",
        VersionStage.Published => "公众看到的就是这一版。要修改，请编辑；修改后的新版本要重新审查和批准。",
        _ => "已经撤下。要重新公开，请编辑或者恢复一个版本，再送审查和批准。",
    };
}

/// <summary>A line of an item's history: a step or a save.</summary>
/// <param name="AtUtc">When.</param>
/// <param name="Title">What, in words.</param>
/// <param name="By">Who, by name.</param>
/// <param name="Version">Of which version; null where it is of none.</param>
/// <param name="Step">The step; null for a save.</param>
/// <param name="Comment">The opinion or reason, or null.</param>
/// <param name="IntendedUtc">The time set for publication, or null.</param>
public sealed record HistoryLine(
    DateTimeOffset AtUtc, string Title, string By, int? Version, ContentEvent? Step = null, string? Comment = null, DateTimeOffset? IntendedUtc = null);
