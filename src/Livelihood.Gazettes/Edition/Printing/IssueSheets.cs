using Livelihood.Formats;

namespace Livelihood.Gazettes.Edition.Printing;

/// <summary>The sheets of an issue that was set.</summary>
/// <param name="Front">How many stand before the first document: cover, imprint, contents, and a blank one if there is one.</param>
/// <param name="Contents">How many of them are from the first of the contents on.</param>
/// <param name="Starts">By a document's place in the issue: where it begins; 1 is the sheet on which the first one begins.</param>
public sealed record IssueSheets(int Front, int Contents, IReadOnlyDictionary<int, int> Starts)
{
    /// <summary>The numbers printed on these sheets.</summary>
    public IReadOnlyDictionary<int, int> NumbersIn(IssueLayout issue) =>
        Starts.ToDictionary(s => s.Key, s => issue.FirstNumber - 1 + s.Value + (issue.CountsContents ? Contents : 0));

    /// <summary>Whether a blank sheet is needed, so that odd numbers are on the right: where the contents are not counted, there is room for one.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="hasBlank">Whether it was set with one.</param>
    public bool NeedsBlank(IssueLayout issue, bool hasBlank) =>
        Starts.Count > 0 && !issue.CountsContents && (Front - (hasBlank ? 1 : 0) + 1 - issue.FirstNumber) % 2 != 0;
}
