namespace Livelihood.Disclosure.Domain.Keeping;

/// <summary>
/// For how long personal data of a request are kept after its end. Which time is right is the archive's and counsel's to
/// say, so it is data that an administrator changes, with the day from which it holds.
/// </summary>
/// <param name="Version">Which version; 0 is the delivered one.</param>
/// <param name="Years">Years after the end; 0: for ever.</param>
public sealed record KeepingRule(int Version, int Years)
{
    /// <summary>The most years that can be set; longer is for ever.</summary>
    public const int MostYears = 100;

    /// <summary>The delivered rule: no suit is possible after five years (《行政诉讼法》第四十六条第二款).</summary>
    public static readonly KeepingRule Delivered = new(0, 5);

    /// <summary>Requests that ended before this day are past their time; null: none ever is.</summary>
    public DateOnly? EndedBefore(DateOnly today) => Years == 0 || today.Year <= Years ? null : today.AddYears(-Years);

    /// <summary>The last day on which the data of a request are kept; null: for ever.</summary>
    public DateOnly? LastDay(DateOnly endedOn) => Years == 0 ? null : endedOn.AddYears(Years);

    /// <summary>The rule in words.</summary>
    public string Text => Years == 0 ? "一直保存，不删除" : $"办结以后保存{Years}年";
}
