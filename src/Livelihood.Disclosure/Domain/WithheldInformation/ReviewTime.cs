namespace Livelihood.Disclosure.Domain.WithheldInformation;

/// <summary>
/// How long after the last look what is not disclosed is looked at again (第十八条, R-18). The article says 定期 and names no
/// time, so it is data that an administrator changes, with the day from which it holds.
/// </summary>
/// <param name="Version">Which version; 0 is the delivered one.</param>
/// <param name="Months">Months from the decision, or from the last review, to the next.</param>
public sealed record ReviewTime(int Version, int Months)
{
    /// <summary>The most months that can be set: an interval beyond five years would be none.</summary>
    public const int MostMonths = 60;

    /// <summary>The delivered interval: once a year, as the open-government evaluation asks for.</summary>
    public static readonly ReviewTime Delivered = new(0, 12);

    /// <summary>The last day of the next review: the same day of a later month, or that month's last.</summary>
    /// <param name="from">The day of the decision, or of the last review.</param>
    public DateOnly Next(DateOnly from) => from.AddMonths(Months);

    /// <summary>What is wrong with an earlier day that somebody set in its place, in a Chinese sentence; null where nothing is.</summary>
    /// <param name="from">The day of the decision, or of the last review.</param>
    /// <param name="earlier">The day that was set.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    public string? Objection(DateOnly from, DateOnly earlier, DateOnly today) => Next(from) is var last && last <= today
        ? $"按间隔{Wording.Day(last)}就应当评估，不用再提前。请不填。"
        : earlier <= today || earlier >= last
            ? $"请填写今天以后、{Wording.Day(last)}以前的日期；按间隔就是{Wording.Day(last)}，不提前的不填。"
            : null;

    /// <summary>The interval in words.</summary>
    public string Text => $"每{Months}个月评估一次";
}
