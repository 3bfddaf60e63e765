namespace Livelihood.Gazettes.Composing;

/// <summary>That somebody said a warning about an issue is meant. Rows are only added, each with its entry in the audit chain.</summary>
public sealed class FindingWord
{
    /// <summary>The longest word, in characters.</summary>
    public const int MostWord = 500;

    /// <summary>The row.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The issue's item.</summary>
    public required string IssueId { get; init; }

    /// <summary>Which finding (<see cref="Domain.Composing.IssueFinding.Key"/>).</summary>
    public required string Key { get; init; }

    /// <summary>The finding's sentence, as it was when the word was said.</summary>
    public required string Finding { get; init; }

    /// <summary>The word.</summary>
    public required string Word { get; init; }

    /// <summary>Who, as in the audit chain.</summary>
    public required string Actor { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset AtUtc { get; init; }
}
