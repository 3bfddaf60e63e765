namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>What one row of the log says.</summary>
public enum EditStep
{
    /// <summary>An edit was made.</summary>
    Edit,

    /// <summary>The last edit that stood was taken back.</summary>
    Undo,

    /// <summary>The last edit that was taken back stands again.</summary>
    Redo,
}

/// <summary>
/// The edits that stand after a log of edits, undos and redos. The log only grows, so what was taken back and written over is
/// still in it; only where it stands follows from reading it.
/// </summary>
/// <typeparam name="T">What the log holds for an edit.</typeparam>
public sealed class EditLog<T>
{
    private readonly List<T> _standing = [];
    private readonly Stack<T> _undone = new();

    /// <summary>The edits that stand, in order.</summary>
    public IReadOnlyList<T> Standing => _standing;

    /// <summary>What undo takes back, or nothing.</summary>
    public bool CanUndo => _standing.Count > 0;

    /// <summary>What redo brings back.</summary>
    public bool CanRedo => _undone.Count > 0;

    /// <summary>The edit that redo brings back.</summary>
    public T Next => _undone.Peek();

    /// <summary>Reads one more row; an undo or redo of nothing changes nothing.</summary>
    public void Read(EditStep step, T edit)
    {
        switch (step)
        {
            case EditStep.Undo when CanUndo:
                _undone.Push(_standing[^1]);
                _standing.RemoveAt(_standing.Count - 1);
                break;
            case EditStep.Redo when CanRedo:
                _standing.Add(_undone.Pop());
                break;
            case EditStep.Edit:
                _standing.Add(edit);
                _undone.Clear();
                break;
        }
    }
}
