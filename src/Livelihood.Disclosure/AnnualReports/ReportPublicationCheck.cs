using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Workflow;

namespace Livelihood.Disclosure.AnnualReports;

/// <summary>Lets no annual report become public whose tables are not those of the register, or which is not written to its end (R-49).</summary>
internal sealed class ReportPublicationCheck(ReportReading reading) : IPublicationCheck
{
    public async Task<IReadOnlyList<string>> ProblemsAsync(ContentVersion version, CancellationToken cancellation)
    {
        if (await reading.BehindAsync(version.ItemId, cancellation) is not var (view, gaps))
        {
            return []; // not one of ours, such as a report of a year before the register
        }

        var text = version.Part<MarkdownBodyPart>()?.Markdown ?? "";
        var changed = view.Document.Tables.Where(table => !text.Contains(table.Markdown, StringComparison.Ordinal)).Select(table => table.Name).ToList();
        return changed.Count == 0
            ? gaps
            : [.. gaps, $"正文里的表格和登记簿现在的数据不一致（{string.Join("、", changed)}）。请在“年度报告”页面再次写入草稿，不要在正文里改数字。"];
    }
}
