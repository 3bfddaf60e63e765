namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>Takes corrections back before the other edits apply.</summary>
internal static class CorrectionEditing
{
    /// <summary>The reading to begin with, the keys of the corrections that it does without, and what did not apply.</summary>
    public static (IssueReading Start, IReadOnlySet<string> Reverted, List<RefusedEdit> Refused) Begin(IssueReading reading, IReadOnlyList<IssueEdit> edits)
    {
        var (reverted, refused) = (new HashSet<string>(StringComparer.Ordinal), new List<RefusedEdit>());
        HashSet<string>? known = null;
        foreach (var (place, edit) in edits.Index())
        {
            if (edit is not SetCorrection correction)
            {
                continue;
            }

            known ??= [.. reading.Read.Corrections.Select(c => c.Key)];
            if (correction.Key is null || !known.Contains(correction.Key))
            {
                refused.Add(new(place, edit, "原文里没有这处更正。"));
            }
            else if (correction.IsReverted)
            {
                reverted.Add(correction.Key);
            }
            else
            {
                reverted.Remove(correction.Key);
            }
        }

        if (reading.Without(reverted) is { } start)
        {
            return (start, reverted, refused);
        }

        refused.AddRange(edits.Index().Where(e => e.Item is SetCorrection { IsReverted: true }).Select(e => new RefusedEdit(e.Index, e.Item, "这样一来就认不出这是一期公报，所以没有还原。")));
        return (reading, new HashSet<string>(), refused);
    }
}
