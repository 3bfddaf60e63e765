namespace Livelihood.Disclosure.Domain.Clock;

/// <summary>A consultation as the clock sees it (R-32, R-34, R-S).</summary>
/// <param name="Sent">The letter.</param>
/// <param name="LastDay">The last of the 15 working days to answer.</param>
/// <param name="Answered">The day of the answer, if there is one.</param>
/// <param name="IsPartial">Whether the answer agrees to a part alone.</param>
internal sealed record Consultation(ConsultationSent Sent, DateOnly LastDay, DateOnly? Answered, bool IsPartial = false)
{
    /// <summary>The last day that is not counted: the answer or the end of the 15 working days, whichever comes first.</summary>
    public DateOnly SuspendedThrough => Answered < LastDay ? Answered.Value : LastDay;

    public string Name => Sent.With == Consulted.Agency ? "征求其他机关意见" : "征求第三方意见";

    public string Rule => Sent.With == Consulted.Agency ? Rules.JointAgency : Rules.ThirdParty;

    public string Article => Sent.With == Consulted.Agency ? "第三十四条" : "第三十二条";
}

/// <summary>Days after <paramref name="After"/> up to and including <paramref name="Through"/> that are not counted.</summary>
/// <param name="After">The day before the first.</param>
/// <param name="Through">The last day.</param>
/// <param name="Consultations">What they are left out for; more than one where consultations overlap.</param>
internal sealed record Suspension(DateOnly After, DateOnly Through, IReadOnlyList<Consultation> Consultations)
{
    /// <summary>Consultations as disjoint suspensions in order: a day that lies in two of them is left out once (R-S).</summary>
    public static List<Suspension> Of(IReadOnlyList<Consultation> consultations)
    {
        var merged = new List<Suspension>(consultations.Count);
        foreach (var next in consultations) // events come in order of date, and so do these
        {
            if (next.SuspendedThrough <= next.Sent.On)
            {
                continue;
            }

            if (merged.Count > 0 && next.Sent.On <= merged[^1].Through)
            {
                var last = merged[^1];
                merged[^1] = new(last.After, last.Through > next.SuspendedThrough ? last.Through : next.SuspendedThrough, [.. last.Consultations, next]);
            }
            else
            {
                merged.Add(new(next.Sent.On, next.SuspendedThrough, [next]));
            }
        }

        return merged;
    }
}
