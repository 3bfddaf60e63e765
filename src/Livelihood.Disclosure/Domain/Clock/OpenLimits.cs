using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Clock;

/// <summary>A limit that is running, or has run out without anything recorded since.</summary>
/// <param name="Kind">What has to be done.</param>
/// <param name="Reference">Which of several: the number of the consultation; empty where there can be but one.</param>
/// <param name="DueOn">The last day.</param>
public sealed record OpenLimit(LimitKind Kind, string Reference, DateOnly DueOn);

/// <summary>The one list of what is due for a request: calendar, reminders and work list are made of it.</summary>
public static class OpenLimits
{
    /// <summary>The limits of a request as it stands; once it has ended, those of orders to remedy alone.</summary>
    /// <exception cref="DisclosureRuleException">A date lies outside of the calendar (R-C2).</exception>
    public static IReadOnlyList<OpenLimit> Of(RequestHistory history, WorkingDayCalendar calendar) => history.State is { } state ? [.. Of(state, history, calendar)] : [];

    private static IEnumerable<OpenLimit> Of(RequestState state, RequestHistory history, WorkingDayCalendar calendar)
    {
        if (state == RequestState.Unconfirmed)
        {
            yield return new(LimitKind.Confirmation, "", Receipt.ConfirmationDue(history.Latest<Submitted>()!.On, calendar));
        }

        if (Workflow.DueStates.Contains(state) && history.ReplyDeadline(calendar) is { } reply)
        {
            yield return new(LimitKind.Reply, "", reply.Due);
        }

        if (state == RequestState.Open && history.Latest<CorrectionAsked>() is null)
        {
            yield return new(LimitKind.CorrectionNotice, "", Limits.Correction(history.ReceivedOn!.Value, calendar).Due);
        }

        if (OfRequester(state, history, calendar) is { } own)
        {
            yield return own;
        }

        foreach (var sent in Workflow.IsRunning(state) ? history.OpenConsultations : [])
        {
            yield return new(sent.With == Consulted.Agency ? LimitKind.JointConsultation : LimitKind.Consultation, sent.Id, Limits.Consultation(sent, calendar).Due);
        }

        foreach (var order in history.OpenOrders.Where(order => order.RemedyBy is not null))
        {
            yield return new(LimitKind.Remedy, order.Id, Limits.LastDay(order.RemedyBy!.Value, calendar));
        }
    }

    private static OpenLimit? OfRequester(RequestState state, RequestHistory history, WorkingDayCalendar calendar) => state switch
    {
        RequestState.AwaitsCorrection when history.Latest<CorrectionAsked>()?.Until is { } until => new(LimitKind.Correction, "", Limits.LastDay(until, calendar)),
        RequestState.AwaitsReasons when history.Latest<ReasonsAsked>()?.Until is { } until => new(LimitKind.Reasons, "", Limits.LastDay(until, calendar)),
        RequestState.AwaitsPayment when history.Latest<FeeNoticed>() is { } noticed => new(LimitKind.Payment, "", Limits.Payment(noticed, calendar).Due),
        _ => null,
    };
}
