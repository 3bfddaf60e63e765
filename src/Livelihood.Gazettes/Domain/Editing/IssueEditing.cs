using Livelihood.Gazettes.Domain.Doubts;

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>An edit that did not apply.</summary>
/// <param name="Place">Its place among the edits, from 0.</param>
/// <param name="Edit">The edit.</param>
/// <param name="Reason">In Chinese: why not.</param>
public sealed record RefusedEdit(int Place, IssueEdit Edit, string Reason);

/// <summary>What a digitised issue says after an editor's edits.</summary>
/// <param name="Issue">The structure, with the doubts that it leaves.</param>
/// <param name="Decisions">Doubts that an editor settled as they are, by key, with the remark.</param>
/// <param name="Corrected">Lines that an editor made read otherwise than the source.</param>
/// <param name="Outside">Lines with text that belong to no document and are no furniture.</param>
/// <param name="Refused">Edits that did not apply.</param>
public sealed record EditedIssue(
    PrintedIssue Issue,
    IReadOnlyDictionary<string, string> Decisions,
    IReadOnlyDictionary<int, string> Corrected,
    IReadOnlyList<int> Outside,
    IReadOnlyList<RefusedEdit> Refused);

/// <summary>Applies edits to what was read. Pure: the same source and edits give the same issue.</summary>
public static class IssueEditing
{
    /// <summary>The issue after all <paramref name="edits"/>, in order. Those that do not apply are left out and told. Never throws.</summary>
    public static EditedIssue Apply(IssueReading reading, IEnumerable<IssueEdit> edits)
    {
        var draft = new IssueDraft(reading);
        var refused = new List<RefusedEdit>();
        foreach (var (place, edit) in edits.Index())
        {
            if (Apply(draft, edit) is { } reason)
            {
                refused.Add(new(place, edit, reason));
            }
        }

        var issue = draft.Build(reading.Read);
        List<int> outside = [.. draft.Outside.Order()];
        var doubts = DoubtFinder.Find(draft.Lines, issue, [.. outside.Select(l => new LineSpan(l, l))]);
        return new(issue with { Doubts = doubts }, draft.Decisions, draft.Corrected.ToDictionary(l => l, l => draft.LineAt(l).Text), outside, refused);
    }

    private static string? Apply(IssueDraft draft, IssueEdit edit) => edit switch
    {
        ValueEdit { Value: null } or ValueEdit { Value.Length: > IssueEdit.LongestValue } => $"请不要超过{IssueEdit.LongestValue}字。",
        SplitDocument e => DocumentEditing.Apply(draft, e),
        JoinDocument e => DocumentEditing.Apply(draft, e),
        SetField e => DocumentEditing.Apply(draft, e),
        SplitBlock e => BlockEditing.Apply(draft, e),
        JoinBlocks e => BlockEditing.Apply(draft, e),
        MarkLines e => BlockEditing.Apply(draft, e),
        MarkFurniture e => BlockEditing.Apply(draft, e),
        CorrectLine e => BlockEditing.Apply(draft, e),
        MoveDocument e => ContentsEditing.Apply(draft, e),
        LinkEntry e => ContentsEditing.Apply(draft, e),
        SetEntry e => ContentsEditing.Apply(draft, e),
        RemoveEntry e => ContentsEditing.Apply(draft, e),
        AddSection e => ContentsEditing.Apply(draft, e),
        RenameSection e => ContentsEditing.Apply(draft, e),
        RemoveSection e => ContentsEditing.Apply(draft, e),
        SetMasthead e => ContentsEditing.Apply(draft, e),
        DecideDoubt { Key.Length: > 0 and <= 64 } e => Decide(draft, e),
        _ => "没有这样的改动。",
    };

    private static string? Decide(IssueDraft draft, DecideDoubt edit)
    {
        draft.Decisions[edit.Key] = edit.Value.Trim();
        return null;
    }
}
