using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Gazettes.Domain.Composing;
using Livelihood.Gazettes.Issues;

namespace Livelihood.Gazettes.Composing;

/// <summary>A composed issue is sent for review, approved and published only where nothing blocks it and every warning was answered.</summary>
internal sealed class ComposedIssueCheck(IssueFindings findings) : IPublicationCheck
{
    public async Task<IReadOnlyList<string>> ProblemsAsync(ContentVersion version, CancellationToken cancellation)
    {
        if (version.Part<GazetteIssuePart>() is not { Composed: true })
        {
            return [];
        }

        var lines = await findings.OfAsync(version, cancellation);
        var isForReview = version.Stage == VersionStage.Draft;
        var problems = lines.Select(l => l.Finding)
            .Where(f => f.Severity == FindingSeverity.Blocking && !(isForReview && f.IsForPublicationOnly)).Select(f => f.Message).ToList();
        var open = lines.Count(l => l.IsOpen);
        if (open > 0)
        {
            problems.Add($"有{open}处提醒没有人确认。请在编排页面的“检查”里逐处改正，或者写明原因确认。");
        }

        return problems;
    }
}
