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
/// <param name="Reading">The reading that the edits changed: without the corrections that an editor took back.</param>
/// <param name="Reverted">Keys of the corrections that an editor took back.</param>
public sealed record EditedIssue(
    PrintedIssue Issue,
    IReadOnlyDictionary<string, string> Decisions,
    IReadOnlyDictionary<int, string> Corrected,
    IReadOnlyList<int> Outside,
    IReadOnlyList<RefusedEdit> Refused,
    IssueReading Reading,
    IReadOnlySet<string> Reverted)
{
    /// <summary>A line as it reads now; the first is 1.</summary>
    public string Line(int number) => Corrected.GetValueOrDefault(number) ?? Reading.Line(number);
}

/// <summary>Applies edits to what was read. Pure: the same source and edits give the same issue.</summary>
public static class IssueEditing
{
    /// <summary>The issue after all <paramref name="edits"/>, in order. Those that do not apply are left out and told. Never throws.</summary>
    public static EditedIssue Apply(IssueReading reading, IEnumerable<IssueEdit> edits)
    {
        List<IssueEdit> all = [.. edits];
        var (start, reverted, refused) = CorrectionEditing.Begin(reading, all);
        var draft = new IssueDraft(start);
        foreach (var (place, edit) in all.Index())
        {
            if (edit is not SetCorrection && Apply(draft, edit) is { } reason)
            {
                refused.Add(new(place, edit, reason));
            }
        }

        var issue = draft.Build(start.Read);
        List<int> outside = [.. draft.Outside.Order()];
        var doubts = DoubtFinder.Find(draft.Lines, issue, [.. outside.Select(l => new LineSpan(l, l))]);
        var corrected = draft.Corrected.ToDictionary(l => l, l => draft.LineAt(l).Text);
        return new(issue with { Doubts = doubts }, draft.Decisions, corrected, outside, [.. refused.OrderBy(r => r.Place)], start, reverted);
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
