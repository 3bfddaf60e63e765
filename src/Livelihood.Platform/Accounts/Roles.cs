namespace Livelihood.Platform.Accounts;

/// <summary>The names of the staff roles. What each may do is data (<see cref="RoleDefinition"/>), set by a recipe.</summary>
public static class Roles
{
    /// <summary>编辑: writes content of its agency.</summary>
    public const string Editor = "editor";

    /// <summary>保密审查员: reviews content before publication .</summary>
    public const string Reviewer = "reviewer";

    /// <summary>发布员: publishes and withdraws.</summary>
    public const string Publisher = "publisher";

    /// <summary>依申请公开经办人: handles disclosure requests of its agency.</summary>
    public const string Handler = "handler";

    /// <summary>政府信息公开工作机构负责人: approves extensions and replies.</summary>
    public const string Head = "head";

    /// <summary>主管部门: watches over the agencies below its own.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>系统管理员: accounts, calendar, settings.</summary>
    public const string Administrator = "administrator";

    /// <summary>All of them, in the order in which people are told of them.</summary>
    public static readonly IReadOnlyList<string> All =
        [Editor, Reviewer, Publisher, Handler, Head, Supervisor, Administrator];
}
