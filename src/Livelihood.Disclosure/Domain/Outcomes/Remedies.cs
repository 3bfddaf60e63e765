using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Outcomes;

/// <summary>A way to have a reply reviewed.</summary>
/// <param name="Key">Its name for programs.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Last">The last day; null where it is not known yet.</param>
/// <param name="Text">How the day is found, and what comes first.</param>
public sealed record RemedyLimit(string Key, string Name, DateOnly? Last, string Text);

/// <summary>
/// The last days of the remedies that a reply leaves: 60 days and 6 months from receipt (行政复议法第二十条、行政诉讼法第四十六条);
/// days and months are natural ones and end on a working day (R-C6). What one may do is said by the letter's own text, which is data.
/// </summary>
public static class Remedies
{
    /// <summary>The key of reconsideration.</summary>
    public const string ReconsiderationKey = "reconsideration";

    /// <summary>The key of a suit.</summary>
    public const string LitigationKey = "litigation";

    private const int ReconsiderationDays = 60;
    private const int LitigationMonths = 6;

    /// <summary>The remedies; none before the reply is served, and none for who withdrew the request.</summary>
    /// <param name="history">The request.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="remedy">Which remedies the outcome leaves, where administrators say otherwise than the delivered table.</param>
    public static IReadOnlyList<RemedyLimit> Of(RequestHistory history, WorkingDayCalendar calendar, Remedy? remedy = null)
    {
        if (history.EndedOn is not { } from || history.Outcome is not { } outcome || history.Latest<Withdrawn>() is not null)
        {
            return [];
        }

        var received = $"自收到之日（{Wording.Day(from)}）起";
        var posted = history.Latest<Served>() is { Way: ServiceWay.Post } ? "邮寄的自您实际收到之日起算，这里从交邮之日算起，是最早的一天。" : "";
        return
        [
            Posted(Reconsideration(from, received, calendar)),
            (remedy ?? outcome.Remedy) == Remedy.ReconsiderationFirst
                ? new(LitigationKey, "提起行政诉讼", null, "从收到复议决定书之日起算，收到以后才知道最后一天。")
                : Posted(Litigation(from, received, calendar)),
        ];

        RemedyLimit Posted(RemedyLimit limit) => limit with { Text = limit.Text + posted };
    }

    /// <summary>60 days from a day.</summary>
    /// <param name="from">Day 0.</param>
    /// <param name="since">What that day is, as the beginning of a sentence.</param>
    /// <param name="calendar">The calendar in force.</param>
    internal static RemedyLimit Reconsideration(DateOnly from, string since, WorkingDayCalendar calendar) =>
        new(ReconsiderationKey, "申请行政复议", calendar.AddNaturalDays(from, ReconsiderationDays), Text(since, $"{ReconsiderationDays}日", from.AddDays(ReconsiderationDays), calendar));

    /// <summary>6 months from a day.</summary>
    /// <param name="from">Day 0.</param>
    /// <param name="since">What that day is, as the beginning of a sentence.</param>
    /// <param name="calendar">The calendar in force.</param>
    internal static RemedyLimit Litigation(DateOnly from, string since, WorkingDayCalendar calendar) =>
        new(LitigationKey, "提起行政诉讼", calendar.AddMonths(from, LitigationMonths), Text(since, $"{LitigationMonths}个月", from.AddMonths(LitigationMonths), calendar));

    private static string Text(string since, string length, DateOnly plain, WorkingDayCalendar calendar) =>
        $"{since}{length}{(calendar.IsWorkingDay(plain) ? "" : $"，{Wording.Day(plain)}是休息日，顺延")}。";
}
