namespace Livelihood.Gazettes.Domain.Composing;

/// <summary>Checks an issue before it is printed and published.</summary>
public static class IssueCheck
{
    private static readonly IReadOnlyList<Func<IssueFacts, IEnumerable<IssueFinding>>> Rules =
    [
        MastheadRules.Incomplete, MastheadRules.Sequence,
        ContentsRules.Empty, ContentsRules.EmptySection, ContentsRules.Twice,
        DocumentRules.Missing, DocumentRules.NotHandedIn, DocumentRules.NotApproved, DocumentRules.Newer, DocumentRules.FormedLater,
        DocumentRules.SetForAnotherTime, DocumentRules.NumberMissing, DocumentRules.DateMissing, DocumentRules.PrintedBefore,
        DocumentRules.Repealed, DocumentRules.WithoutText, DocumentRules.Unnamed, ContentsRules.Pages,
        ContentsRules.TitleDiffers, ContentsRules.NumberOrder, DocumentRules.OtherGovernment,
    ];

    /// <summary>Everything found, the heaviest first, then in printed order.</summary>
    public static IReadOnlyList<IssueFinding> Of(IssueFacts facts) =>
    [
        .. Rules.SelectMany(rule => rule(facts)).OrderBy(f => f.Severity)
            .ThenBy(f => f.Place?.Section ?? f.Section ?? -1).ThenBy(f => f.Place?.Entry ?? -1),
    ];
}
