using Livelihood.Content.Items;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Editing;

namespace Livelihood.Gazettes.Digitising;

/// <summary>An issue on the workbench: its text, the edits, what they make of it, and what is doubtful.</summary>
/// <param name="Version">The issue's latest version, with its item.</param>
/// <param name="FileHash">The text.</param>
/// <param name="Reading">What reading made of the text.</param>
/// <param name="History">The edits.</param>
/// <param name="Edited">What they make of it.</param>
/// <param name="Doubts">All doubts, also those that the directory of agencies and the portal's other issues raise.</param>
/// <param name="HasUnwritten">Whether the drafts do not hold all edits.</param>
public sealed record WorkbenchIssue(
    ContentVersion Version,
    string FileHash,
    IssueReading Reading,
    EditHistory History,
    EditedIssue Edited,
    IReadOnlyList<Doubt> Doubts,
    bool HasUnwritten)
{
    /// <summary>Doubts that nobody decided.</summary>
    public IEnumerable<Doubt> Open => Doubts.Where(d => !Edited.Decisions.ContainsKey(d.Key));
}
