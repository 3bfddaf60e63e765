using System.Text.Json;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Calculator;

/// <summary>
/// The calculator (R-CALC): a reply deadline for whoever asks, on the register's own clock. Days that have not come yet are
/// allowed, as people ask "what if"; a deadline that reaches a year not yet announced is provisional.
/// </summary>
public static class DeadlineCalculator
{
    /// <summary>Answers one question; a question that cannot be answered gets <see cref="DeadlineRefusal"/>. Never throws.</summary>
    public static string AnswerJson(string question, WorkingDayCalendar calendar) => TryAnswer(question, calendar, out var answer, out var refusal)
        ? answer!.ToJson()
        : refusal!.ToJson();

    /// <summary>Answers one question, or says why it cannot be answered.</summary>
    public static bool TryAnswer(string question, WorkingDayCalendar calendar, out DeadlineAnswer? answer, out DeadlineRefusal? refusal)
    {
        (answer, refusal) = (null, null);
        try
        {
            answer = DeadlineAnswer.Of(Compute(DeadlineQuestion.Parse(question), calendar));
        }
        catch (DisclosureRuleException against)
        {
            refusal = new(against.Message, against.Rule);
        }

        return answer is not null;
    }

    /// <summary>The deadline with its derivation.</summary>
    /// <exception cref="DisclosureRuleException">An event is against a rule, or a date lies outside of the calendar (R-C2).</exception>
    public static Deadline Compute(DeadlineQuestion question, WorkingDayCalendar calendar) =>
        ReplyClock.Read(question.Received, question.Events, calendar);
}

/// <summary>What the calculator answers.</summary>
/// <param name="Due">The last day to reply.</param>
/// <param name="Provisional">Whether it reaches a year not announced (R-C4).</param>
/// <param name="Calendar">The version of the calendar.</param>
/// <param name="Steps">How it was computed.</param>
public sealed record DeadlineAnswer(DateOnly Due, bool Provisional, string Calendar, IReadOnlyList<DerivationStep> Steps)
{
    /// <summary>The answer that a deadline makes.</summary>
    public static DeadlineAnswer Of(Deadline deadline) => new(deadline.Due, deadline.IsProvisional, deadline.CalendarVersion, deadline.Steps);

    /// <summary>On one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, EventJson.Options);
}

/// <summary>Why there is no answer.</summary>
/// <param name="Error">In Chinese: what is wrong.</param>
/// <param name="Rule">The rule's id, such as R-33b; R-CALC where the question itself cannot be read.</param>
public sealed record DeadlineRefusal(string Error, string Rule)
{
    /// <summary>On one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, EventJson.Options);
}
