namespace Livelihood.Disclosure.Domain.Redaction;

/// <summary>A passage that is not disclosed, with its ground. Wherever it stands in the text or the name, it goes.</summary>
/// <param name="Passage">The words.</param>
/// <param name="Ground">A ground of 第十四条 to 第十六条: the key of an outcome, see <see cref="RedactionGrounds"/>.</param>
/// <param name="Reason">Why it applies; printed, and so without the words.</param>
public sealed record RedactionMark(string Passage, string Ground, string Reason);

/// <summary>A text for the reply and what is blacked out in it.</summary>
/// <param name="Name">What the file is called.</param>
/// <param name="Text">The whole text, a paragraph a line.</param>
/// <param name="Marks">What is not disclosed.</param>
public sealed record RedactionSheet(string Name, string Text, IReadOnlyList<RedactionMark> Marks)
{
    /// <summary>What the handler was told when the file was read; none in sheets of before it was kept.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>Longest text, in characters; a longer one is given in parts.</summary>
    public const int LongestText = 100_000;

    /// <summary>Longest passage, in characters.</summary>
    public const int LongestPassage = 5_000;

    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 300;

    /// <summary>Most passages.</summary>
    public const int MostMarks = 1_000;
}
