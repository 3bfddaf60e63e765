using Livelihood.Formats.Markdown;

namespace Livelihood.Formats.Html;

/// <summary>What the reading of one paste shares: footnotes and notices.</summary>
/// <param name="notesBefore">The highest number of a footnote in the text that it goes into.</param>
internal sealed class HtmlReading(int notesBefore)
{
    private readonly List<string> _notes = [];
    private readonly List<string> _notices = [];

    /// <summary>The texts of the footnotes.</summary>
    public List<DraftBlock> NoteTexts { get; } = [];

    /// <summary>What was left out.</summary>
    public IReadOnlyList<string> Notices => _notices;

    /// <summary>Says once that something was left out.</summary>
    public void Notice(string notice)
    {
        if (!_notices.Contains(notice, StringComparer.Ordinal))
        {
            _notices.Add(notice);
        }
    }

    /// <summary>The label of a note at the first mark of it; null at further ones, which lead back from the note.</summary>
    public string? Refer(string note)
    {
        if (_notes.Contains(note, StringComparer.Ordinal))
        {
            return null;
        }

        _notes.Add(note);
        return LabelOf(note);
    }

    /// <summary>The label of a note that was referred to; null for others.</summary>
    public string? LabelOf(string? note) =>
        _notes.FindIndex(n => n.Equals(note?.TrimStart('_'), StringComparison.Ordinal)) is >= 0 and var at ? (notesBefore + at + 1).ToString() : null;
}
