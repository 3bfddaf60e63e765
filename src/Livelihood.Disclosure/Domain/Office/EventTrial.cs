using Livelihood.Disclosure.Domain.Clock;

namespace Livelihood.Disclosure.Domain.Office;

/// <summary>What a filled-in form would come to, before anything is recorded.</summary>
/// <param name="Mistakes">What is wrong, field by field; then nothing else is set.</param>
/// <param name="Refusal">The rule that forbids it, or null.</param>
/// <param name="Candidate">The event that would be recorded; null where something stands against it.</param>
/// <param name="After">The request with it.</param>
/// <param name="DueAfter">The reply deadline with it; null before receipt.</param>
public sealed record EventTrial(
    IReadOnlyList<(string Field, string Message)> Mistakes, DisclosureRuleException? Refusal = null, RequestEvent? Candidate = null, RequestHistory? After = null, Deadline? DueAfter = null)
{
    /// <summary>Tries what was typed into a form.</summary>
    public static EventTrial Of(EventForm form, IReadOnlyList<EventField> fields, IReadOnlyDictionary<string, string?> typed, FormOccasion occasion)
    {
        var values = new FormValues(fields, typed);
        if (values.Mistakes.Count > 0)
        {
            return new(values.Mistakes);
        }

        try
        {
            var candidate = form.Make(values, occasion);
            var after = occasion.History.With(candidate, occasion.Today, occasion.Calendar);
            return new([], null, candidate, after, after.ReplyDeadline(occasion.Calendar));
        }
        catch (DisclosureRuleException against)
        {
            return new([], against);
        }
    }
}
