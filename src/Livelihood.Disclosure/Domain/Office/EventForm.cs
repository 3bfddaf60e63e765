namespace Livelihood.Disclosure.Domain.Office;

/// <summary>
/// How people record one kind of event. Who may, when, and what it does to the clock stands in the workflow table; the
/// form only asks for what the event needs.
/// </summary>
/// <param name="Event">The event's type.</param>
/// <param name="Button">What one does, as a button says it.</param>
/// <param name="Explanation">What it means, in plain Chinese, with the article.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Make">The event, from values without mistakes; it may refuse with a rule.</param>
/// <param name="Probe">
/// An event of this kind as it could be recorded for a day, to ask whether it is possible at all; null where it is not.
/// </param>
public sealed record EventForm(
    Type Event, string Button, string Explanation,
    Func<FormOccasion, IReadOnlyList<EventField>> Fields,
    Func<FormValues, FormOccasion, RequestEvent> Make,
    Func<FormOccasion, DateOnly, RequestEvent?> Probe)
{
    /// <summary>The event's stored name; also the form's address.</summary>
    public string Kind => EventKinds.NameOf(Event);

    /// <summary>What is to be chosen before the form, or null.</summary>
    public Func<FormOccasion, IReadOnlyList<FieldChoice>>? Options { get; init; }

    /// <summary>The question to which <see cref="Options"/> are the answers.</summary>
    public string OptionsTitle { get; init; } = "";

    /// <summary>Whether the entry's other fields can be corrected too, not its date alone (R-ORD).</summary>
    public bool IsCorrectedWhole { get; init; }
}
