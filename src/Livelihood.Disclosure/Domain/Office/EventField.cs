namespace Livelihood.Disclosure.Domain.Office;

/// <summary>How a field is filled in.</summary>
public enum FieldKind
{
    /// <summary>A date.</summary>
    Date,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>One line of text.</summary>
    Line,

    /// <summary>Several lines of text.</summary>
    Text,

    /// <summary>One of a few choices.</summary>
    Choice,
}

/// <summary>Something to choose.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Name">What is shown.</param>
public sealed record FieldChoice(string Value, string Name);

/// <summary>A field of an event's form.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What the form calls it.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="Hint">What to write, or null.</param>
public sealed record EventField(string Name, string Label, FieldKind Kind, string? Hint = null)
{
    /// <summary>The longest text that is taken.</summary>
    public const int LongestText = 2000;

    /// <summary>The longest line that is taken.</summary>
    public const int LongestLine = 200;

    /// <summary>The name of the field that says when it happened.</summary>
    public const string On = nameof(On);

    /// <summary>Whether an empty one is refused.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>What a choice offers.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>What stands in it at first, or null.</summary>
    public string? Initial { get; init; }

    /// <summary>The most characters it takes.</summary>
    public int Longest => Kind == FieldKind.Text ? LongestText : LongestLine;

    /// <summary>The day of the event, by default today.</summary>
    public static EventField Day(string label, FormOccasion occasion, string? hint = null) =>
        new(On, label, FieldKind.Date, hint ?? "登记以前的事项，填它发生的那一天。") { Initial = (occasion.Original?.On ?? occasion.Today).ToString("yyyy-MM-dd") };
}
