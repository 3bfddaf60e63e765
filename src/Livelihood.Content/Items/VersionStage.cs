namespace Livelihood.Content.Items;

/// <summary>Where a version stands on its way to publication. <see cref="Workflow.WorkflowTable"/> says what leads where.</summary>
public enum VersionStage
{
    /// <summary>草稿: being written.</summary>
    Draft,

    /// <summary>待保密审查: waits for the secrecy review .</summary>
    SecrecyReview,

    /// <summary>待批准: cleared, waits for the publisher.</summary>
    Approval,

    /// <summary>待定时发布: approved, waits for its time.</summary>
    Scheduled,

    /// <summary>待随公报发布: approved, waits for the gazette issue that prints it.</summary>
    AwaitingIssue,

    /// <summary>已发布: what the public sees.</summary>
    Published,

    /// <summary>已被取代: a later version took its place.</summary>
    Superseded,

    /// <summary>已撤下: was public, and is no more.</summary>
    Withdrawn,
}

/// <summary>The Chinese words for stages.</summary>
public static class VersionStageWords
{
    /// <summary>The stage in words.</summary>
    public static string Text(this VersionStage stage) => stage switch
    {
        VersionStage.Draft => "草稿",
        VersionStage.SecrecyReview => "待保密审查",
        VersionStage.Approval => "待批准",
        VersionStage.Scheduled => "待定时发布",
        VersionStage.AwaitingIssue => "待随公报发布",
        VersionStage.Published => "已发布",
        VersionStage.Superseded => "已被新版本取代",
        _ => "已撤下",
    };

    /// <summary>The colour modifier of the tag that shows a stage; the words say the same.</summary>
    public static string TagClass(this VersionStage stage) => stage switch
    {
        VersionStage.Draft => "govuk-tag--blue",
        VersionStage.SecrecyReview or VersionStage.Approval => "govuk-tag--yellow",
        VersionStage.Scheduled or VersionStage.AwaitingIssue => "govuk-tag--turquoise",
        VersionStage.Published => "govuk-tag--green",
        VersionStage.Withdrawn => "govuk-tag--red",
        _ => "govuk-tag--grey",
    };
}
