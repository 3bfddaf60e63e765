namespace Livelihood.Content.Editing.Comparison;

/// <summary>What happened to a stretch of text.</summary>
public enum Change
{
    /// <summary>未改动.</summary>
    None,

    /// <summary>删除.</summary>
    Removed,

    /// <summary>新增.</summary>
    Added,

    /// <summary>修改: of a line, in which runs say what is different.</summary>
    Changed,
}

/// <summary>A stretch of a line.</summary>
public sealed record TextRun(string Text, Change Change);

/// <summary>A line of a comparison.</summary>
/// <param name="Change">What happened to it.</param>
/// <param name="Before">Its number in the older text, from 1; null where it is not there.</param>
/// <param name="After">Its number in the newer text.</param>
/// <param name="Runs">Its text; of a changed line both texts, interleaved.</param>
public sealed record DiffLine(Change Change, int? Before, int? After, IReadOnlyList<TextRun> Runs)
{
    /// <summary>The line as the older text has it.</summary>
    public IEnumerable<TextRun> Old => Runs.Where(r => r.Change is not Change.Added);

    /// <summary>The line as the newer text has it.</summary>
    public IEnumerable<TextRun> New => Runs.Where(r => r.Change is not Change.Removed);
}

/// <summary>Lines that stand together; unchanged stretches are folded.</summary>
public sealed record DiffStretch(bool IsFolded, IReadOnlyList<DiffLine> Lines);
