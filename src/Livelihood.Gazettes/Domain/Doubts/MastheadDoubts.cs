using Livelihood.Gazettes.Domain.Editing;

namespace Livelihood.Gazettes.Domain.Doubts;

/// <summary>What the masthead lacks.</summary>
internal static class MastheadDoubts
{
    public static void Find(PrintedIssue issue, List<Doubt> doubts)
    {
        void Missing(bool isMissing, DoubtCode code, string what, DoubtSeverity severity, MastheadPart part)
        {
            if (isMissing)
            {
                doubts.Add(new(code, $"刊头里没有读出{what}。请对照印本补上。", [], severity) { Own = new SetMasthead(part, "") });
            }
        }

        var masthead = issue.Masthead;
        Missing(masthead.Title is null, DoubtCode.GazetteTitleMissing, "公报名称", DoubtSeverity.Warning, MastheadPart.Title);
        Missing(masthead.Year is null, DoubtCode.YearMissing, "年份", DoubtSeverity.Serious, MastheadPart.Year);
        Missing(masthead.Number is null, DoubtCode.IssueNumberMissing, "期号（第几号）", DoubtSeverity.Serious, MastheadPart.Number);
        Missing(masthead.TotalNumber is null, DoubtCode.TotalNumberMissing, "总期号（总第几号）", DoubtSeverity.Warning, MastheadPart.TotalNumber);
        Missing(masthead.PublishedOn is null, DoubtCode.PublishedOnMissing, "出版日期", DoubtSeverity.Warning, MastheadPart.PublishedOn);
        if (issue.Sections.All(s => s.Entries.Count == 0))
        {
            doubts.Add(new(DoubtCode.ContentsMissing, "没有读出目录，文件是按题名和发文字号分开的。请核对文件有没有分错、遗漏，补上页码。", [], DoubtSeverity.Warning));
        }
    }
}
