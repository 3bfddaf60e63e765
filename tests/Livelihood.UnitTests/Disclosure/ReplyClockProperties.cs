using FsCheck;
using FsCheck.Fluent;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Calendar;
using Livelihood.UnitTests.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>Any receipt day from 2007 to 2027 with any events, against <see cref="NaiveClock"/>.</summary>
public sealed class ReplyClockProperties
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());
    private static readonly NaiveCalendar Naive = new(CalendarDocument.Delivered());

    private sealed record History(DateOnly Received, List<ClockEvent> Events)
    {
        public override string ToString() => $"{Received:O}: {string.Join("; ", Events)}";
    }

    private static Gen<ClockEvent> Event(DateOnly received) =>
        from kind in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Constant(1)), (3, Gen.Constant(2)), (5, Gen.Constant(3)), (4, Gen.Constant(4)), (2, Gen.Constant(5)), (2, Gen.Constant(6)), (2, Gen.Constant(7)))
        from day in kind == 0 ? Gen.Choose(-1, 12) : Gen.Frequency((1, Gen.Choose(-2, 3)), (8, Gen.Choose(0, 45)), (1, Gen.Choose(40, 120)))
        from delay in Gen.Choose(-3, 8)
        from size in Gen.Choose(0, 22)
        from id in Gen.Elements("a", "b", "c")
        from agency in Gen.Elements(Consulted.ThirdParty, Consulted.Agency)
        select Make(kind, received.AddDays(day), delay, size, id, agency);

    private static ClockEvent Make(int kind, DateOnly on, int delay, int size, string id, Consulted with) => kind switch
    {
        0 => new CorrectionAsked(on),
        1 => new CorrectionArrived(on),
        2 => new Extended(on, size),
        3 => new ConsultationSent(on, id, delay < 0 && size > 2 ? null : on.AddDays(delay), with),
        4 => new ConsultationAnswered(on, id),
        7 => new Postponed(on, on.AddDays((delay * 9) + (size * 2))),
        5 => new FeeNoticed(on, delay < 0 && size > 2 ? null : on.AddDays(delay)),
        _ => new FeePaid(on),
    };

    private static readonly Gen<History> Any =
        from number in Gen.Choose(new DateOnly(2007, 1, 1).DayNumber, new DateOnly(2027, 12, 31).DayNumber)
        let received = DateOnly.FromDayNumber(number)
        from events in Event(received).ListOf().Resize(14)
        select new History(received, [.. events]);

    /// <summary>Histories from which every event that the naive clock refuses has been taken out.</summary>
    private static readonly Gen<History> Valid = Any.Select(history =>
    {
        var kept = new List<ClockEvent>();
        foreach (var next in history.Events.OrderBy(e => e.On))
        {
            if (new NaiveClock(Naive, history.Received, [.. kept, next]).Broken() is null)
            {
                kept.Add(next);
            }
        }

        return history with { Events = kept };
    });

    [Fact]
    public void Valid_histories_end_on_the_same_day()
    {
        var longest = 0;
        Prop.ForAll(Valid.ToArbitrary(), history =>
        {
            longest = Math.Max(longest, history.Events.Count);
            return ReplyClock.Read(history.Received, history.Events, Calendar).Due == new NaiveClock(Naive, history.Received, history.Events).Due();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
        Assert.True(longest >= 6, $"the longest history had only {longest} events");
    }

    [Fact]
    public void R_ORD_Any_history_is_refused_under_the_same_rule_or_accepted_by_both()
    {
        Prop.ForAll(Any.ToArbitrary(), history =>
        {
            var expected = new NaiveClock(Naive, history.Received, history.Events).Broken();
            string? actual = null;
            try
            {
                ReplyClock.Read(history.Received, history.Events, Calendar);
            }
            catch (DisclosureRuleException refused)
            {
                actual = refused.Rule;
            }

            return expected == actual;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void R_C5_The_derivation_accounts_for_every_day()
    {
        Prop.ForAll(Valid.ToArbitrary(), history =>
        {
            var deadline = ReplyClock.Read(history.Received, history.Events, Calendar);
            var next = history.Received;
            foreach (var step in deadline.Steps)
            {
                Assert.Equal(next, step.From);
                Assert.True(step.To >= step.From);
                Assert.Equal(step.To.DayNumber - step.From.DayNumber + 1, step.Counted + step.Left.Count);
                Assert.All(step.Left, left => Assert.InRange(left.On, step.From, step.To));
                Assert.NotEmpty(step.Text);
                next = step.To.AddDays(1);
            }

            Assert.Equal(deadline.Due.AddDays(1), next);
            var lastRestart = history.Events.FindLastIndex(e => e is CorrectionArrived or FeePaid);
            var postponed = Naive.Count(new NaiveClock(Naive, history.Received, history.Events).Counted(), deadline.Due);
            Assert.Equal(20 + history.Events.Skip(lastRestart + 1).OfType<Extended>().Sum(e => e.WorkingDays) + postponed, deadline.Steps.Sum(step => step.Counted));
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
    }

    [Fact]
    public void R_C5_Replaying_gives_the_same_and_order_of_recording_does_not_matter()
    {
        Prop.ForAll(Valid.ToArbitrary(), history =>
        {
            var once = ReplyClock.Read(history.Received, history.Events, Calendar);
            var distinctDays = history.Events.Select(e => e.On).Distinct().Count() == history.Events.Count;
            var again = ReplyClock.Read(history.Received, distinctDays ? Enumerable.Reverse(history.Events) : history.Events, Calendar);
            return once.Due == again.Due && once.Steps.Select(s => s.Text).SequenceEqual(again.Steps.Select(s => s.Text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(800));
    }

    [Fact]
    public void R_C2_A_make_up_day_never_makes_a_deadline_with_its_events_later()
    {
        var without = new WorkingDayCalendar(new([.. Calendar.Document.Years.Select(year => year with { MakeUpWorkingDays = [] })]));
        Prop.ForAll(Valid.ToArbitrary(), history =>
            ReplyClock.Replay(history.Received, history.Events, next: null, Calendar).Due <= ReplyClock.Replay(history.Received, history.Events, next: null, without).Due)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
    }
}
