using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain;

/// <summary>What a condition looks at: the request before the event, the event, the calendar.</summary>
/// <param name="Before">The request as it stands.</param>
/// <param name="Next">The event.</param>
/// <param name="Calendar">The calendar in force.</param>
/// <param name="Today">The day of recording, in Asia/Shanghai.</param>
public sealed record Occasion(RequestHistory Before, RequestEvent Next, WorkingDayCalendar Calendar, DateOnly Today);

/// <summary>A named condition of a line of the workflow.</summary>
/// <param name="Name">Its name, for tests and tables.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Objection">What stands against it, in a Chinese sentence; null where it holds.</param>
public sealed record Condition(string Name, string Rule, Func<Occasion, string?> Objection)
{
    /// <summary>A second condition, of another rule, or null.</summary>
    public Condition? And { get; init; }

    /// <summary>The refusal under the rule that stands against it; null where nothing does.</summary>
    public DisclosureRuleException? Refusal(Occasion occasion) => Objection(occasion) is { } objection ? new(Rule, objection) : And?.Refusal(occasion);
}

/// <summary>The conditions.</summary>
internal static class Conditions
{
    public static readonly Condition CorrectionTimeIsOver = new(nameof(CorrectionTimeIsOver), Rules.Correction, occasion =>
        occasion.Before.Latest<CorrectionAsked>() is { Until: { } given } && Limits.LastDay(given, occasion.Calendar) is var until && occasion.Next.On <= until
            ? $"补正期限到{Wording.Day(until)}，期限内不能按逾期处理（《条例》第三十条）。"
            : null);

    public static readonly Condition CouldBeExtended = new(nameof(CouldBeExtended), Rules.Extension, occasion =>
    {
        var proposal = (ExtensionProposed)occasion.Next;
        if (occasion.Before.OpenExtension is not null)
        {
            return "已经提请延长，正在等待负责人决定。";
        }

        try
        {
            ReplyClock.Replay(
                occasion.Before.ReceivedOn!.Value, occasion.Before.Effective.OfType<ClockEvent>(), new Extended(proposal.On, proposal.WorkingDays), occasion.Calendar);
            return null;
        }
        catch (DisclosureRuleException refusal)
        {
            return refusal.Message;
        }
    });

    public static readonly Condition ExtensionIsProposed = new(nameof(ExtensionIsProposed), Rules.Extension, occasion =>
        occasion.Before.OpenExtension is null ? "没有等待决定的延期。" : null);

    public static readonly Condition AnotherPersonExtends = new(nameof(AnotherPersonExtends), Rules.Extension, occasion =>
        occasion.Next is not Extended { By: { } by } ? null
            : occasion.Before.OpenExtension is not { } proposal ? "没有等待决定的延期；延长答复期限由经办人提请、负责人同意（《条例》第三十三条第二款）。"
            : proposal.By == by ? "延长答复期限应当经政府信息公开工作机构负责人同意，不能由提请延长的人自己同意（《条例》第三十三条第二款）。"
            : null) { And = ToldInTime(Rules.Extension, "《条例》第三十三条第二款") };

    public static readonly Condition InformationIsAsked = new(nameof(InformationIsAsked), Rules.RecordsOfOneself, occasion =>
        occasion.Before.Matter == RequestMatter.Information ? null : "这是要求更正自身信息的申请，不收信息处理费（《条例》第四十一条、第四十二条）。");

    public static readonly Condition ReasonsAskedOnce = new(nameof(ReasonsAskedOnce), Rules.Excess, occasion =>
        occasion.Before.Latest<ReasonsAsked>() is null ? null : "已经要求说明过理由（《条例》第三十五条）。");

    public static readonly Condition ReasonsWereGiven = new(nameof(ReasonsWereGiven), Rules.Excess, occasion =>
        occasion.Before.Latest<ReasonsGiven>() is null ? "确定延迟答复的日期以前，应当先要求申请人说明理由，并且收到了理由（《条例》第三十五条）。" : null) { And = ToldInTime(Rules.Excess, "《条例》第三十五条") };

    public static readonly Condition ConsultationIsOver = new(nameof(ConsultationIsOver), Rules.Suspension, occasion =>
    {
        var id = ((ConsultationEnded)occasion.Next).Id;
        if (occasion.Before.Effective.OfType<ConsultationSent>().FirstOrDefault(sent => sent.Id == id) is not { } letter)
        {
            return $"没有发出过编号“{id}”的征求意见书。";
        }

        if (occasion.Before.Effective.OfType<ConsultationAnswered>().Any(answer => answer.Id == id))
        {
            return $"编号“{id}”的征求意见书已经收到意见。";
        }

        if (occasion.Before.Effective.OfType<ConsultationEnded>().Any(ended => ended.Id == id))
        {
            return $"编号“{id}”的征求意见书已经登记过期满。";
        }

        var last = Limits.Consultation(letter, occasion.Calendar).Due;
        return occasion.Next.On <= last ? $"征求意见的期限到{Wording.Day(last)}，还没有届满。" : null;
    });

    public static readonly Condition PaymentTimeIsOver = new(nameof(PaymentTimeIsOver), Rules.Fee, occasion =>
        occasion.Before.Latest<FeeNoticed>() is { } noticed && Limits.Payment(noticed, occasion.Calendar).Due is var last && occasion.Next.On <= last
            ? $"缴费期限到{Wording.Day(last)}，期限内不能按逾期处理（国办函〔2020〕109号）。"
            : null);

    public static readonly Condition OutcomeIsAReply = new(nameof(OutcomeIsAReply), Rules.Reply, occasion =>
    {
        var proposal = (ReplyProposed)occasion.Next;
        return ReplyKinds.Of(occasion.Before.Matter).All(kind => kind.Outcome != proposal.Outcome) ? "请从答复的种类里选择一种。"
            : proposal.Outcome == OutcomeTable.Excess && occasion.Before.Latest<ReasonsAsked>() is null ? "认定无正当理由大量反复申请以前，应当先要求申请人说明理由（《条例》第三十五条）。"
            : proposal.Outcome == "r4_3" && occasion.Before.Latest<CorrectionArrived>() is null ? "“补正后申请内容仍不明确”只用于收到过补正的申请（《条例》第三十条）。"
            : proposal.Content is { } content ? ReplyKinds.Objection(proposal.Outcome, content)
            : null;
    }) { And = ReasonsAreAwaited() };

    public static readonly Condition ReplyIsProposed = new(nameof(ReplyIsProposed), Rules.Reply, occasion =>
        occasion.Before.OpenProposal is null ? "没有等待审批的答复。" : null);

    public static readonly Condition AnotherPersonReplies = new(nameof(AnotherPersonReplies), Rules.Reply, occasion =>
    {
        var reply = (Replied)occasion.Next;
        return occasion.Before.OpenProposal is not { } proposal ? "没有等待审批的答复。"
            : proposal.By == reply.By ? "答复应当由两个人办理：拟定的人不能自己批准。"
            : proposal.Outcome != reply.Outcome ? "批准的答复与拟定的不是同一种。请退回修改，或者刷新页面。"
            : null;
    });

    public static readonly Condition LateOrAnswered = new(nameof(LateOrAnswered), Rules.Complaint, occasion =>
    {
        var (before, filed) = (occasion.Before, (ComplaintFiled)occasion.Next);
        return before.Effective.OfType<ComplaintFiled>().Any(other => other.Id == filed.Id) ? "这件投诉已经登记过。"
            : before.Latest<Withdrawn>() is not null ? "申请已经撤回，没有可以投诉的答复（《条例》第四十七条）。"
            : before.Outcome is not null ? null
            : before.State switch
            {
                RequestState.Unconfirmed => Receipt.ConfirmationDue(before.Latest<Submitted>()!.On, occasion.Calendar) is var last && filed.On <= last
                    ? $"机关应当在{Wording.Day(last)}确认收到申请；过了这一天还没有确认的，可以投诉（《条例》第三十一条、第四十七条）。"
                    : null,
                RequestState.AwaitsCorrection => "正在等待补正，收到补正以后答复期限重新计算，现在没有逾期（《条例》第三十条）。",
                RequestState.AwaitsPayment => "正在等待缴费，缴费以后答复期限重新计算，现在没有逾期（国办函〔2020〕109号）。",
                _ => before.ReplyDeadline(occasion.Calendar)!.Due is var due && filed.On <= due
                    ? $"答复期限到{Wording.Day(due)}，还没有届满；期限届满仍未答复的，或者对答复不服的，可以投诉（《条例》第四十七条）。"
                    : null,
            };
    });

    public static readonly Condition ComplaintIsOpen = new(nameof(ComplaintIsOpen), Rules.Complaint, occasion =>
    {
        var id = ((ComplaintDecided)occasion.Next).Id;
        return occasion.Before.Effective.OfType<ComplaintFiled>().All(filed => filed.Id != id) ? "没有这件投诉。"
            : occasion.Before.Effective.OfType<ComplaintDecided>().Any(decided => decided.Id == id) ? "这件投诉已经作出处理决定。"
            : null;
    }) { And = OrderHasItsDay() };

    public static readonly Condition OrderIsOpen = new(nameof(OrderIsOpen), Rules.Complaint, occasion =>
    {
        var (before, remedied) = (occasion.Before, (Remedied)occasion.Next);
        return before.OpenOrders.All(order => order.Id != remedied.Id) ? "没有等待整改的责令改正决定。"
            : string.IsNullOrWhiteSpace(remedied.What) ? "请写明怎样改正的。"
            : remedied.Outcome is { } outcome && ReplyKinds.Of(before.Matter).All(kind => kind.Outcome != outcome) ? "请从答复的种类里选择新的结果。"
            : null;
    });

    public static readonly Condition CorrectsAnEntry = new(nameof(CorrectsAnEntry), Rules.Order, occasion =>
    {
        var (sequence, right, reason) = ((RecordCorrected)occasion.Next) is var c ? (c.Sequence, c.Right, c.Reason) : default;
        return sequence < 1 || sequence > occasion.Before.Events.Count ? $"没有第{sequence}条登记。"
            : occasion.Before.Events[sequence - 1] is RecordCorrected or CalendarChanged ? "这一条登记不能更正。"
            : right is Voided && occasion.Before.Events[sequence - 1] is not (Withdrawn or CorrectionLapsed or FeeLapsed) ? "只有登记错了的撤回和逾期不再处理可以作废。"
            : right is not Voided && right.GetType() != occasion.Before.Events[sequence - 1].GetType() ? "更正后的事项应当与原来的是同一种。"
            : string.IsNullOrWhiteSpace(reason) ? "请写明更正的原因。"
            : right.On > occasion.Next.On ? "更正后的日期还没有到。"
            : null;
    });

    /// <summary>Whoever was asked for reasons is not refused before the time to give them is over .</summary>
    private static Condition ReasonsAreAwaited() => new(nameof(ReasonsAreAwaited), Rules.Excess, occasion =>
        ((ReplyProposed)occasion.Next).Outcome == OutcomeTable.Excess && occasion.Before.Latest<ReasonsAsked>() is { Until: { } given } && occasion.Before.Latest<ReasonsGiven>() is null
            && Limits.LastDay(given, occasion.Calendar) is var until && occasion.Next.On <= until
            ? $"说明理由的期限到{Wording.Day(until)}，期限内还没有收到理由，不能认定理由不合理（《条例》第三十五条）。"
            : null);

    /// <summary>
    /// What moves the deadline is told to the requester before it passes. What is entered in time is told by the entry; what is
    /// entered later says when and how it was told, or it would make a late request punctual.
    /// </summary>
    private static Condition ToldInTime(string rule, string article) => new(nameof(ToldInTime), rule, occasion =>
    {
        var due = occasion.Before.ReplyDeadline(occasion.Calendar)!.Due;
        var said = occasion.Next switch { Extended extended => extended.Told, Postponed postponed => postponed.Told, _ => null };
        return occasion.Next.On > due ? null // the clock refuses it, and says so
            : said is null ? occasion.Today <= due ? null
                : $"答复期限已于{Wording.Day(due)}届满。补记期限内作出的决定，应当写明期限届满以前哪一天、怎样告知申请人；没有告知的，期限没有改变（{article}）。"
            : said.On < occasion.Next.On ? "告知申请人的日期早于决定的日期，请核对。"
            : said.On > due ? $"告知申请人的日期晚于答复期限届满之日（{Wording.Day(due)}）；没有在期限内告知的，期限没有改变（{article}）。"
            : string.IsNullOrWhiteSpace(said.How) ? "请写明怎样告知申请人的。"
            : null;
    });

    private static Condition OrderHasItsDay() => new(nameof(OrderHasItsDay), Rules.Complaint, occasion =>
    {
        var decided = (ComplaintDecided)occasion.Next;
        return !decided.OrdersRemedy ? null
            : decided.RemedyBy is not { } until ? "责令改正的，请填写改正的最后一天（《条例》第四十七条）。"
            : until <= decided.On ? "改正的最后一天应当晚于决定的日期。"
            : null;
    });
}
