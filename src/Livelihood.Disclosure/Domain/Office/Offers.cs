namespace Livelihood.Disclosure.Domain.Office;

/// <summary>How far an event can be recorded.</summary>
public enum Possibility
{
    /// <summary>Today.</summary>
    Now,

    /// <summary>Only for an earlier day, as something that is entered late.</summary>
    Earlier,

    /// <summary>Not at all.</summary>
    Not,
}

/// <summary>An event that the workflow table names for a person, and whether it can be recorded.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Line">Its line of the table.</param>
/// <param name="Possibility">Whether it can.</param>
/// <param name="Refusal">Where it cannot today: the rule and its sentence.</param>
public sealed record Offer(EventForm Form, Transition Line, Possibility Possibility, DisclosureRuleException? Refusal);

/// <summary>What can be recorded now: asked of the same rules that will judge it, so that nothing is offered that would be refused.</summary>
public static class Offers
{
    /// <summary>What the table names for people with these roles, in the order of the forms.</summary>
    public static IReadOnlyList<Offer> Of(FormOccasion occasion, IReadOnlySet<EventSource> sources) => Of(occasion, sources, EventForms.All);

    /// <summary>The same of other forms than the office's.</summary>
    public static IReadOnlyList<Offer> Of(FormOccasion occasion, IReadOnlySet<EventSource> sources, IEnumerable<EventForm> forms)
    {
        var state = occasion.History.State;
        return [.. from form in forms
                   let line = Workflow.Table.FirstOrDefault(line => line.From == state && line.From is not null && line.Event == form.Event && line.By.Any(sources.Contains))
                   where line is not null
                   select Offer(form, line, occasion)];
    }

    private static Offer Offer(EventForm form, Transition line, FormOccasion occasion)
    {
        var refusal = Refusal(form, occasion, occasion.Today);
        if (refusal is null)
        {
            return new(form, line, Possibility.Now, null);
        }

        var earlier = occasion.History.Effective.Max(happened => happened.On);
        return new(form, line, earlier < occasion.Today && Refusal(form, occasion, earlier) is null ? Possibility.Earlier : Possibility.Not, refusal);
    }

    private static DisclosureRuleException? Refusal(EventForm form, FormOccasion occasion, DateOnly on)
    {
        try
        {
            if (form.Probe(occasion, on) is not { } candidate)
            {
                return new(Rules.Order, "现在没有可以登记的对象。");
            }

            occasion.History.With(candidate, occasion.Today, occasion.Calendar);
            return null;
        }
        catch (DisclosureRuleException refusal)
        {
            return refusal;
        }
    }
}
