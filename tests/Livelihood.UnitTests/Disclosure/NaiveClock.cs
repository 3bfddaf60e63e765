using Livelihood.Disclosure.Domain;
using Livelihood.UnitTests.Calendar;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>
/// The rules of the reply clock computed a second time, written apart from the product's code: it walks day by day and
/// looks through the whole list of events for each question.
/// </summary>
internal sealed class NaiveClock(NaiveCalendar calendar, DateOnly received, IEnumerable<ClockEvent> unordered)
{
    private readonly List<ClockEvent> events = unordered.Select((e, i) => (e, i)).OrderBy(x => x.e.On).ThenBy(x => x.i).Select(x => x.e).ToList();

    /// <summary>The rule that the first wrong event breaks, or null.</summary>
    public string? Broken()
    {
        for (var n = 0; n < events.Count; n++)
        {
            if (Broken(events[n], new NaiveClock(calendar, received, events.Take(n))) is { } rule)
            {
                return rule;
            }
        }

        return null;
    }

    public DateOnly Due()
    {
        var restart = events.FindLastIndex(e => e is CorrectionArrived or FeePaid);
        var start = restart < 0 ? received : events[restart].On;
        var wanted = 20 + events.Skip(restart + 1).OfType<Extended>().Sum(e => e.WorkingDays);
        var day = start;
        for (var counted = 0; counted < wanted;)
        {
            day = day.AddDays(1);
            if (calendar.IsWorking(day) && !IsLeftOut(day))
            {
                counted++;
            }
        }

        // A later date that was set in this run, moved from a day off to the next working day.
        foreach (var postponed in events.Skip(restart + 1).OfType<Postponed>())
        {
            var set = postponed.Until;
            while (!calendar.IsWorking(set))
            {
                set = set.AddDays(1);
            }

            day = set > day ? set : day;
        }

        return day;
    }

    /// <summary>The last day as if no later date had been set.</summary>
    public DateOnly Counted() => new NaiveClock(calendar, received, events.Where(e => e is not Postponed)).Due();

    private bool IsLeftOut(DateOnly day) => events.OfType<ConsultationSent>().Any(sent =>
        day > sent.On
        && day <= calendar.Add(sent.Delivered ?? sent.On, 15)
        && (events.OfType<ConsultationAnswered>().FirstOrDefault(a => a.Id == sent.Id) is not { } answer || day <= answer.On));

    private string? Broken(ClockEvent next, NaiveClock before)
    {
        var past = before.events;
        if (next.On < received)
        {
            return "R-ORD";
        }

        switch (next)
        {
            case CorrectionAsked:
                return past.Any(e => e is CorrectionAsked) || next.On > calendar.Add(received, 7) ? "R-30" : null;
            case CorrectionArrived:
                return past.Count(e => e is CorrectionAsked) == 1 && !past.Any(e => e is CorrectionArrived) ? null : "R-ORD";
            case Extended extended:
                var run = past.Skip(past.FindLastIndex(e => e is CorrectionArrived or FeePaid) + 1);
                return extended.WorkingDays is < 1 or > 20 || run.Any(e => e is Extended or Postponed) || next.On > before.Due() ? "R-33b" : null;
            case Postponed postponed:
                var until = postponed.Until;
                while (!calendar.IsWorking(until))
                {
                    until = until.AddDays(1);
                }

                var since = past.Skip(past.FindLastIndex(e => e is CorrectionArrived or FeePaid) + 1);
                return since.Any(e => e is Postponed) || next.On > before.Due() || until <= before.Due() ? "R-35" : null;
            case ConsultationSent sent:
                return sent.Delivered < sent.On || past.OfType<ConsultationSent>().Any(e => e.Id == sent.Id) ? "R-ORD" : null;
            case ConsultationAnswered answered:
                return past.OfType<ConsultationSent>().Any(e => e.Id == answered.Id) && !past.OfType<ConsultationAnswered>().Any(e => e.Id == answered.Id) ? null : "R-ORD";
            case FeeNoticed noticed:
                return past.Any(e => e is FeeNoticed) ? "R-FEE" : noticed.Delivered < noticed.On ? "R-ORD" : next.On > before.Due() ? "R-FEE" : null;
            case FeePaid:
                var notice = past.OfType<FeeNoticed>().LastOrDefault();
                if (notice is null || past.Count(e => e is FeeNoticed) == past.Count(e => e is FeePaid))
                {
                    return "R-ORD";
                }

                return next.On > calendar.Add(notice.Delivered ?? notice.On, 20) ? "R-FEE" : null;
            default:
                throw new InvalidOperationException(next.ToString());
        }
    }
}
