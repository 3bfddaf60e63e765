using System.Diagnostics;
using System.Globalization;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Calendar;

namespace Livelihood.Benchmarks.Deadlines;

/// <summary>
/// <c>deadlines</c>: how many reply deadlines with twenty events each one thread recomputes in a second, as a changed calendar
/// asks for it: histories that are read already, replayed on another calendar. The best of the rounds is printed, and all of them.
/// </summary>
internal static class DeadlinesCommand
{
    private const int Goal = 100_000;
    private const int Histories = 2_000;
    private const int Rounds = 5;
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(2);

    public static int Run()
    {
        var calendar = new WorkingDayCalendar(CalendarDocument.Delivered());
        var histories = Enumerable.Range(0, Histories).Select(i => Life(i, calendar)).ToList();
        var checksum = 0L;
        Measure(histories, calendar, ref checksum); // compiled now
        var rates = Enumerable.Range(0, Rounds).Select(_ => Measure(histories, calendar, ref checksum)).ToList();
        var best = rates.Max();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Histories} histories of 20 clock events, one thread, {Rounds} rounds of {s_round.TotalSeconds} s: {string.Join(", ", rates.Select(rate => rate.ToString("N0", CultureInfo.InvariantCulture)))} deadlines a second"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"best {best:N0} a second; goal {Goal:N0}: {(best >= Goal ? "reached" : "missed")} (checksum {checksum % 1_000_000})"));
        return best >= Goal ? 0 : 1;
    }

    private static double Measure(List<IReadOnlyList<RequestEvent>> histories, WorkingDayCalendar calendar, ref long checksum)
    {
        var (count, watch) = (0L, Stopwatch.StartNew());
        while (watch.Elapsed < s_round)
        {
            foreach (var events in histories)
            {
                checksum += new RequestHistory(events).ReplyDeadline(calendar)!.Due.DayNumber;
            }

            count += histories.Count;
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Twenty events that the clock reads: a correction, a fee, an extension, and consultations that overlap.</summary>
    private static IReadOnlyList<RequestEvent> Life(int index, WorkingDayCalendar calendar)
    {
        var chance = new Random(index + 1);
        var received = new DateOnly(2019, 5, 15).AddDays(chance.Next(2_500));
        var on = received;
        List<ClockEvent> events = [new CorrectionAsked(Next(2)), new CorrectionArrived(Next(8)), new FeeNoticed(Next(3)), new FeePaid(Next(10)), new Extended(Next(3), 1 + chance.Next(20))];
        for (var i = 1; events.Count < 20; i++)
        {
            events.Add(new ConsultationSent(Next(2), i.ToString(CultureInfo.InvariantCulture), With: i % 2 == 0 ? Consulted.Agency : Consulted.ThirdParty));
            if (i > 1 && events.Count < 20)
            {
                events.Add(new ConsultationAnswered(Next(3), (i - 1).ToString(CultureInfo.InvariantCulture)));
            }
        }

        ReplyClock.Read(received, events, calendar); // they keep to the rules
        return [new Submitted(received, Channel.InPerson), .. events];

        DateOnly Next(int most) => on = calendar.AddWorkingDays(on, chance.Next(most + 1));
    }
}
