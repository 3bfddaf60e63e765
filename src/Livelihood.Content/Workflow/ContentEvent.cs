namespace Livelihood.Content.Workflow;

/// <summary>Something that happens to a version on its way. <see cref="WorkflowTable"/> says when it may.</summary>
public enum ContentEvent
{
    /// <summary>送保密审查.</summary>
    Submit,

    /// <summary>撤回修改: the author takes it back before it was decided.</summary>
    Recall,

    /// <summary>审查通过: may be disclosed .</summary>
    Clear,

    /// <summary>审查不通过: goes back to the author, with the opinion.</summary>
    Refuse,

    /// <summary>批准并发布.</summary>
    Publish,

    /// <summary>批准，定时发布.</summary>
    Schedule,

    /// <summary>批准，随公报发布: becomes public with the gazette issue that prints it.</summary>
    ApproveForIssue,

    /// <summary>退回修改: not approved.</summary>
    Return,

    /// <summary>取消定时.</summary>
    CancelSchedule,

    /// <summary>不再随公报发布: back to the publisher's decision.</summary>
    LeaveIssue,

    /// <summary>到时发布: its time came.</summary>
    PublishDue,

    /// <summary>随公报发布: the issue that prints it became public.</summary>
    PublishWithIssue,

    /// <summary>记入刊登信息: a gazette issue printed what is public already; only the place of printing is added.</summary>
    RecordPrinting,

    /// <summary>撤下.</summary>
    Withdraw,

    /// <summary>刊印件上网: was printed in a gazette, and reviewed before that.</summary>
    PublishPrinted,

    /// <summary>由运维导入: by a recipe or a command, on the operator's word that it was reviewed elsewhere.</summary>
    PublishByOperator,
}
