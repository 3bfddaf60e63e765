namespace Livelihood.Disclosure.Domain;

/// <summary>The days that an event tells of, beside its own.</summary>
internal static class EventDays
{
    /// <summary>Those that have come when it is recorded: none of them may lie in the future (R-ORD).</summary>
    public static IEnumerable<DateOnly> Past(RequestEvent happened) => new[]
    {
        happened.On,
        happened switch
        {
            ConsultationSent sent => sent.Delivered,
            FeeNoticed noticed => noticed.Delivered,
            Extended extended => extended.Told?.On,
            Postponed postponed => postponed.Told?.On,
            _ => null,
        },
    }.OfType<DateOnly>().Concat(happened is RecordCorrected { Right: var right } ? Past(right) : []);

    /// <summary>What an event answers, which cannot be later than it; null where it answers nothing.</summary>
    /// <param name="before">The request before the event.</param>
    /// <param name="next">The event.</param>
    public static RequestEvent? AnsweredBy(RequestHistory before, RequestEvent next) => next switch
    {
        CorrectionArrived or CorrectionLapsed => before.Latest<CorrectionAsked>(),
        Extended or ExtensionReturned => before.OpenExtension,
        ConsultationAnswered answered => Sent(before, answered.Id),
        ConsultationEnded ended => Sent(before, ended.Id),
        FeePaid or FeeLapsed => before.Latest<FeeNoticed>(),
        ReasonsGiven => before.Latest<ReasonsAsked>(),
        Postponed => before.Latest<ReasonsGiven>(),
        Replied or ReplyReturned => before.OpenProposal,
        Served => before.Latest<Replied>(),
        ComplaintDecided decided => before.Effective.OfType<ComplaintFiled>().FirstOrDefault(filed => filed.Id == decided.Id),
        Remedied remedied => before.OpenOrders.FirstOrDefault(order => order.Id == remedied.Id),
        _ => null,
    };

    private static ConsultationSent? Sent(RequestHistory before, string id) => before.Effective.OfType<ConsultationSent>().FirstOrDefault(sent => sent.Id == id);
}
