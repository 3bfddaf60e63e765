using Livelihood.Gazettes.Composing;
using Livelihood.Gazettes.Issues;

namespace Livelihood.Gazettes.Domain.Composing;

/// <summary>Writes measured pages into an issue's contents.</summary>
public static class PageAssignment
{
    /// <summary>The issue with the page of each entry by the house rule; entries that were not measured have none.</summary>
    public static GazetteIssuePart Assign(GazetteIssuePart issue, MeasuredPages measured, PageNumbering numbering) => issue with
    {
        Sections =
        [
            .. issue.Sections.Select(s => s with
            {
                Entries = [.. s.Entries.Select(e => e with { Page = e.ItemId is not null && measured.Starts.TryGetValue(e.ItemId, out var sheet) ? numbering.Of(sheet, measured.Before) : null })],
            }),
        ],
        PagesAreStale = null,
    };
}
