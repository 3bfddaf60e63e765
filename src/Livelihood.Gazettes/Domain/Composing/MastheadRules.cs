using Livelihood.Content.Rendering;
using static Livelihood.Gazettes.Domain.Composing.FindingSeverity;

namespace Livelihood.Gazettes.Domain.Composing;

/// <summary>Rules on the numbers and dates of an issue, compared with the one before.</summary>
internal static class MastheadRules
{
    public static IEnumerable<IssueFinding> Incomplete(IssueFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Issue.Gazette))
        {
            yield return new("GazetteMissing", Blocking, "刊头没有公报的名称。请填写。", MendAt.Masthead);
        }

        if (facts.Issue.PublishedOn is null)
        {
            yield return new("IssueDateMissing", Blocking, "刊头没有出版日期。请填写。", MendAt.Masthead);
        }
    }

    public static IEnumerable<IssueFinding> Sequence(IssueFacts facts)
    {
        if (facts.Previous is not { } before)
        {
            yield break;
        }

        var issue = facts.Issue;
        var follows = issue.Year == before.Year ? issue.Number == before.Number + 1 : issue.Number == 1 && issue.Year == before.Year + 1;
        if (!follows)
        {
            yield return new("NumberSkips", Warning, $"上一期是{before.Year}年第{before.Number}号，这一期是{issue.Citation()}，期号没有接上。请核对。", MendAt.Masthead);
        }

        if (before.TotalNumber is { } total && issue.TotalNumber != total + 1)
        {
            yield return new("TotalSkips", Warning, $"上一期是总第{total}号，这一期{(issue.TotalNumber is { } own ? $"是总第{own}号" : "没有总期号")}，没有接上。请核对。", MendAt.Masthead);
        }

        if (issue.PublishedOn < before.PublishedOn)
        {
            yield return new("DateFalls", Warning, $"出版日期{issue.PublishedOn!.Value.Text()}早于上一期的{before.PublishedOn!.Value.Text()}。请核对。", MendAt.Masthead);
        }

        if (issue.PublishedOn is { } day && day.Year != issue.Year)
        {
            yield return new("DateOutOfYear", Warning, $"这一期属于{issue.Year}年，出版日期却是{day.Text()}。请核对。", MendAt.Masthead);
        }
    }
}
