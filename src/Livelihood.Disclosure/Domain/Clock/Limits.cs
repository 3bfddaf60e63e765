using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Clock;

/// <summary>The limits beside the reply: a plain number of working days from a day 0, each with its derivation.</summary>
public static class Limits
{
    /// <summary>The last day to ask for a correction .</summary>
    /// <exception cref="DisclosureRuleException">A date lies outside of the calendar (R-C2).</exception>
    public static Deadline Correction(DateOnly received, WorkingDayCalendar calendar) =>
        Count(received, ReplyClock.CorrectionLimit, Rules.Correction, "收到申请", "告知补正", "《条例》第三十条", calendar);

    /// <summary>The last day for a consulted party to answer .</summary>
    /// <exception cref="DisclosureRuleException">A date lies outside of the calendar (R-C2).</exception>
    public static Deadline Consultation(ConsultationSent sent, WorkingDayCalendar calendar)
    {
        var (rule, article) = sent.With == Consulted.Agency ? (Rules.JointAgency, "《条例》第三十四条") : (Rules.ThirdParty, "《条例》第三十二条");
        return Count(sent.Delivered ?? sent.On, ReplyClock.ConsultationLimit, rule, "收到征求意见书", "提出意见", article, calendar);
    }

    /// <summary>The last day to pay the fee (R-FEE).</summary>
    /// <exception cref="DisclosureRuleException">A date lies outside of the calendar (R-C2).</exception>
    public static Deadline Payment(FeeNoticed noticed, WorkingDayCalendar calendar) =>
        Count(noticed.Delivered ?? noticed.On, ReplyClock.PaymentLimit, Rules.Fee, "收到收费通知", "缴费", "国办函〔2020〕109号", calendar);

    /// <summary>The last day of a time that somebody set: the day itself, or the next working day where it is a day off (R-C6).</summary>
    /// <exception cref="DisclosureRuleException">The day lies outside of the calendar (R-C2).</exception>
    public static DateOnly LastDay(DateOnly set, WorkingDayCalendar calendar)
    {
        try
        {
            return calendar.WorkingDayOnOrAfter(set);
        }
        catch (OutsideCalendarException outside)
        {
            throw new DisclosureRuleException(Rules.WorkingDays, outside.Message);
        }
    }

    private static Deadline Count(DateOnly start, int limit, string rule, string opening, string purpose, string article, WorkingDayCalendar calendar)
    {
        DateOnly due;
        try
        {
            due = calendar.AddWorkingDays(start, limit);
        }
        catch (OutsideCalendarException outside)
        {
            throw new DisclosureRuleException(Rules.WorkingDays, outside.Message);
        }

        return new Deadline(start, due, calendar, () => Derivation.Write(
            start, $"{Wording.Day(start)}{opening}，当日不计入期限。", due, limit, rule, $"{purpose}的期限为{limit}个工作日（{article}）。", calendar));
    }
}
