namespace Livelihood.Platform.Accounts;

/// <summary>What a role can be allowed to do. A policy of the same name guards each page and action.</summary>
public static class Permissions
{
    /// <summary>Open the console at all; every staff role has it.</summary>
    public const string OpenConsole = "console.open";

    /// <summary>Write drafts.</summary>
    public const string EditContent = "content.edit";

    /// <summary>Give the opinion of the secrecy review.</summary>
    public const string ReviewContent = "content.review";

    /// <summary>Publish and withdraw.</summary>
    public const string PublishContent = "content.publish";

    /// <summary>See, confirm and answer disclosure requests.</summary>
    public const string HandleRequests = "requests.handle";

    /// <summary>Approve extensions and replies.</summary>
    public const string ApproveRequests = "requests.approve";

    /// <summary>See the register of all agencies below one's own.</summary>
    public const string SuperviseRequests = "requests.supervise";

    /// <summary>Report progress on the livelihood commitments.</summary>
    public const string ReportProgress = "commitments.report";

    /// <summary>Manage accounts, roles and agencies.</summary>
    public const string ManageAccounts = "accounts.manage";

    /// <summary>Change the working-day calendar.</summary>
    public const string ManageCalendar = "calendar.manage";

    /// <summary>
    /// Change what belongs to the whole site: columns, navigation, taxonomies. Counts only where it reaches every agency
    /// or is held at the agency that runs the portal (<c>Portal:OperatingAgency</c>).
    /// </summary>
    public const string ManageSite = "site.manage";

    /// <summary>Export content as recipes, and run recipes, which may change anything.</summary>
    public const string RunRecipes = "recipes.run";

    /// <summary>Give out and revoke the tokens of agencies' own systems.</summary>
    public const string ManageTokens = "tokens.manage";

    /// <summary>All of them; a recipe that names another is refused.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        OpenConsole, EditContent, ReviewContent, PublishContent, HandleRequests, ApproveRequests, SuperviseRequests,
        ReportProgress, ManageAccounts, ManageCalendar, ManageSite, RunRecipes, ManageTokens,
    ];
}
