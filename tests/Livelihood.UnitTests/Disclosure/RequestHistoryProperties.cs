using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Calendar;
using Livelihood.UnitTests.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>Whole lives of requests, recorded one by one as the register does it, against <see cref="NaiveClock"/> and the table's own words.</summary>
public sealed class RequestHistoryProperties
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());
    private static readonly NaiveCalendar Naive = new(CalendarDocument.Delivered());

    /// <summary>An attempt to record something: which of the lines that the table has for the state, when, and the rest of it.</summary>
    private sealed record Attempt(int Line, int Step, int Back, int Size);

    private sealed record Life(DateOnly First, Channel Channel, List<Attempt> Attempts, int Seed)
    {
        public override string ToString() => $"{First:O} {Channel} {Seed}: {string.Join("; ", Attempts)}";
    }

    private static readonly Gen<Life> Lives =
        from first in Gen.Choose(new DateOnly(2007, 1, 1).DayNumber, new DateOnly(2027, 12, 31).DayNumber)
        from channel in Gen.Elements(Channel.Internet, Channel.InPerson, Channel.SignedPost)
        from attempts in (from line in Gen.Choose(0, 1000)
                          from step in Gen.Frequency((3, Gen.Choose(0, 3)), (3, Gen.Choose(0, 12)), (1, Gen.Choose(15, 40)))
                          from back in Gen.Choose(0, 4)
                          from size in Gen.Choose(0, 21)
                          select new Attempt(line, step, back, size)).ListOf(45)
        from seed in Gen.Choose(1, 1_000_000)
        select new Life(DateOnly.FromDayNumber(first), channel, [.. attempts], seed);

    [Fact]
    public void R_C5_Whatever_was_recorded_the_deadline_is_the_naive_one_and_moves_only_as_the_table_says()
    {
        var (kinds, longest) = (new HashSet<Type>(), 0);
        HashSet<Type> wanted = [typeof(CorrectionArrived), typeof(Extended), typeof(ConsultationAnswered), typeof(FeePaid), typeof(Postponed), typeof(Replied), typeof(Served), typeof(RecordCorrected), typeof(CalendarChanged)];

        // The rarest of these is missing from one round in some tens; more lives are lived until each was there.
        for (var round = 0; round < 8 && !wanted.IsSubsetOf(kinds); round++)
        {
            Prop.ForAll(Lives.ToArbitrary(), life =>
            {
                var history = Live(life, Calendar, (before, next, after) =>
                {
                    kinds.Add(next.GetType());
                    AssertEffect(before, next, after);
                    Assert.Equal(after.ReceivedOn is { } received ? new NaiveClock(Naive, received, after.Effective.OfType<ClockEvent>()).Due() : null, after.ReplyDeadline(Calendar)?.Due);
                });
                longest = Math.Max(longest, history.Events.Count);

                // As the register keeps them.
                var read = new RequestHistory(JsonSerializer.Deserialize<RequestEvent[]>(JsonSerializer.Serialize(history.Events, EventJson.Options), EventJson.Options)!);
                return (read.State, read.Outcome, read.ReplyDeadline(Calendar)?.Due) == (history.State, history.Outcome, history.ReplyDeadline(Calendar)?.Due);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(700));
        }

        Assert.True(longest >= 15, $"the longest life had only {longest} events");
        Assert.Subset(kinds, wanted);
    }

    [Fact]
    public void R_C3_On_any_calendar_the_deadline_is_the_naive_one_and_another_calendar_moves_it_only_by_a_day_on_the_way()
    {
        Prop.ForAll(Lives.ToArbitrary(), life =>
        {
            var document = GeneratedCalendar.Of(life.Seed);
            var other = new WorkingDayCalendar(document);
            var history = Live(life, other);
            if (history.ReceivedOn is not { } received)
            {
                return true;
            }

            var events = history.Effective.OfType<ClockEvent>().ToList();
            var (due, delivered) = (history.ReplyDeadline(other)!.Due, ReplyClock.Replay(received, events, next: null, Calendar).Due);
            Assert.Equal(new NaiveClock(new(document), received, events).Due(), due);
            var last = due > delivered ? due : delivered;
            var differs = Enumerable.Range(1, last.DayNumber - received.DayNumber).Select(received.AddDays).Any(day => other.IsWorkingDay(day) != Calendar.IsWorkingDay(day));
            return differs || due == delivered;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    /// <summary>The column of the table, compared with what the clock does.</summary>
    private static void AssertEffect(RequestHistory before, RequestEvent next, RequestHistory after)
    {
        var (was, becomes) = (before.ReplyDeadline(Calendar), after.ReplyDeadline(Calendar));
        switch (next is RecordCorrected ? null : (ClockEffect?)Workflow.Next(before.State, next).Effect)
        {
            case null:
                break;
            case ClockEffect.Start:
                Assert.Null(was);
                Assert.Equal(next.On, becomes!.Start);
                break;
            case ClockEffect.Restart:
                Assert.Equal(next.On, becomes!.Start);
                break;
            case ClockEffect.Suspend:
                Assert.True(becomes!.Due >= was!.Due && becomes.Start == was.Start, next.ToString());
                break;
            case ClockEffect.Resume:
                Assert.True(becomes!.Due <= was!.Due && becomes.Start == was.Start, next.ToString());
                break;
            case ClockEffect.Extend:
                Assert.True(becomes!.Due > was!.Due && becomes.Start == was.Start, next.ToString());
                break;
            default:
                Assert.Equal((was?.Start, was?.Due), (becomes?.Start, becomes?.Due));
                break;
        }
    }

    private static RequestHistory Live(Life life, WorkingDayCalendar calendar, Action<RequestHistory, RequestEvent, RequestHistory>? recorded = null)
    {
        var (history, today) = (new RequestHistory([]).With(new Submitted(life.First, life.Channel), life.First, calendar), life.First);
        foreach (var attempt in life.Attempts)
        {
            today = today.AddDays(attempt.Step);
            var state = history.State;
            var lines = Workflow.Table.Where(line => line.From == state && line.Event != typeof(Voided)).ToList();
            var next = Make(lines[attempt.Line % lines.Count].Event, history, today.AddDays(-attempt.Back), attempt, calendar);
            try
            {
                var after = history.With(next, today, calendar);
                recorded?.Invoke(history, next, after);
                history = after;
            }
            catch (DisclosureRuleException)
            {
                // What a rule forbids does not happen.
            }
        }

        return history;
    }

    private static RequestEvent Make(Type kind, RequestHistory history, DateOnly on, Attempt attempt, WorkingDayCalendar calendar)
    {
        var (size, later) = (attempt.Size, on.AddDays(attempt.Size + 1));
        DateOnly? delivered = size % 3 == 0 ? null : on.AddDays(Math.Min(attempt.Back, size % 4));
        var id = (history.Effective.OfType<ConsultationSent>().Count() + (kind == typeof(ConsultationSent) ? 1 : size % 2 == 0 ? 0 : -1)).ToString();
        var complaint = (history.Effective.OfType<ComplaintFiled>().Count() + (kind == typeof(ComplaintFiled) ? 1 : 0)).ToString();
        return kind.Name switch
        {
            nameof(Confirmed) => new Confirmed(on),
            nameof(CalendarChanged) => new CalendarChanged(on, "a", "b", on, on),
            nameof(CorrectionAsked) => new CorrectionAsked(on, later, "哪一年"),
            nameof(CorrectionArrived) => new CorrectionArrived(on),
            nameof(CorrectionLapsed) => new CorrectionLapsed(on),
            nameof(ExtensionProposed) => new ExtensionProposed(on, size, "查找", "a"),
            nameof(ExtensionReturned) => new ExtensionReturned(on, "不必", "b"),
            nameof(Extended) => new Extended(on, size, "查找", "b", size % 2 == 0 ? null : new(on, "挂号信")),
            nameof(ConsultationSent) => new ConsultationSent(on, id, delivered, size % 2 == 0 ? Consulted.ThirdParty : Consulted.Agency),
            nameof(ConsultationAnswered) => new ConsultationAnswered(on, id),
            nameof(ConsultationEnded) => new ConsultationEnded(on, id),
            nameof(FeeNoticed) => new FeeNoticed(on, delivered),
            nameof(FeePaid) => new FeePaid(on),
            nameof(FeeLapsed) => new FeeLapsed(on),
            nameof(ReasonsAsked) => new ReasonsAsked(on, "九次", later),
            nameof(ReasonsGiven) => new ReasonsGiven(on),
            nameof(Postponed) => new Postponed(on, (history.ReplyDeadline(calendar)?.Due ?? on).AddDays(size), "多", "b", size % 2 == 0 ? null : new(on, "挂号信")),
            nameof(ReplyProposed) => new ReplyProposed(on, size % 4 == 0 ? "r5_4" : "r1", "a"),
            nameof(ReplyReturned) => new ReplyReturned(on, "改", "b"),
            nameof(Replied) => new Replied(on, history.OpenProposal?.Outcome ?? "r1", "x", "b"),
            nameof(Served) => new Served(on, ServiceWay.Post),
            nameof(Withdrawn) => attempt.Line % 7 == 0 ? new Withdrawn(on) : new Noted(on, "备注", "a"), // or most lives would be short
            nameof(ComplaintFiled) => new ComplaintFiled(on, complaint),
            nameof(ComplaintDecided) => new ComplaintDecided(on, complaint, size % 2 == 0, "理由", later),
            nameof(Remedied) => new Remedied(on, complaint, "改了", null, "b"),
            nameof(Assigned) => new Assigned(on, "a", "b"),
            nameof(Noted) => new Noted(on, "备注", "a"),
            nameof(RecordCorrected) => Correct(history, on, attempt),
            _ => throw new InvalidOperationException(kind.Name),
        };
    }

    /// <summary>An entry with another day; or a closing made void.</summary>
    private static RecordCorrected Correct(RequestHistory history, DateOnly on, Attempt attempt)
    {
        var index = attempt.Size % history.Events.Count;
        var entry = history.Effective[index];
        return new(on, index + 1, entry is Withdrawn or CorrectionLapsed or FeeLapsed && attempt.Back == 0 ? new Voided(entry.On) : entry with { On = entry.On.AddDays(attempt.Back - 2) }, "录错");
    }
}
