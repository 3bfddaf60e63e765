using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain;

/// <summary>What a condition looks at: the request before the event, the event, the calendar.</summary>
/// <param name="Before">The request as it stands.</param>
/// <param name="Next">The event.</param>
/// <param name="Calendar">The calendar in force.</param>
public sealed record Occasion(RequestHistory Before, RequestEvent Next, WorkingDayCalendar Calendar);

/// <summary>A named condition of a line of the workflow.</summary>
/// <param name="Name">Its name, for tests and tables.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Objection">What stands against it, in a Chinese sentence; null where it holds.</param>
public sealed record Condition(string Name, string Rule, Func<Occasion, string?> Objection);

/// <summary>The conditions.</summary>
internal static class Conditions
{
    public static readonly Condition CorrectionTimeIsOver = new(nameof(CorrectionTimeIsOver), Rules.Correction, occasion =>
        occasion.Before.Latest<CorrectionAsked>() is { Until: { } until } && occasion.Next.On <= until
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
            : null);

    public static readonly Condition InformationIsAsked = new(nameof(InformationIsAsked), Rules.RecordsOfOneself, occasion =>
        occasion.Before.Matter == RequestMatter.Information ? null : "这是要求更正自身信息的申请，不收信息处理费（《条例》第四十一条、第四十二条）。");

    public static readonly Condition ReasonsAskedOnce = new(nameof(ReasonsAskedOnce), Rules.Excess, occasion =>
        occasion.Before.Latest<ReasonsAsked>() is null ? null : "已经要求说明过理由（《条例》第三十五条）。");

    public static readonly Condition ReasonsWereGiven = new(nameof(ReasonsWereGiven), Rules.Excess, occasion =>
        occasion.Before.Latest<ReasonsGiven>() is null ? "确定延迟答复的日期以前，应当先要求申请人说明理由，并且收到了理由（《条例》第三十五条）。" : null);

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
            : proposal.Outcome == "r5_4" && occasion.Before.Latest<ReasonsAsked>() is null ? "认定无正当理由大量反复申请以前，应当先要求申请人说明理由（《条例》第三十五条）。"
            : proposal.Outcome == "r4_3" && occasion.Before.Latest<CorrectionArrived>() is null ? "“补正后申请内容仍不明确”只用于收到过补正的申请（《条例》第三十条）。"
            : proposal.Content is { } content ? ReplyKinds.Objection(proposal.Outcome, content)
            : null;
    });

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

    public static readonly Condition ServedAfterReply = new(nameof(ServedAfterReply), Rules.Service, occasion =>
        occasion.Before.Latest<Replied>() is { } reply && occasion.Next.On < reply.On
            ? $"送达日期早于答复日期（{Wording.Day(reply.On)}），请核对。"
            : null);

    public static readonly Condition LateOrAnswered = new(nameof(LateOrAnswered), Rules.Complaint, occasion =>
        occasion.Before.Latest<Withdrawn>() is not null ? "申请已经撤回，没有可以投诉的答复（《条例》第四十七条）。"
        : occasion.Before.Outcome is not null || occasion.Before.ReplyDeadline(occasion.Calendar) is not { } deadline || occasion.Next.On > deadline.Due
            ? occasion.Before.Effective.OfType<ComplaintFiled>().Any(other => other.Id == ((ComplaintFiled)occasion.Next).Id) ? "这件投诉已经登记过。" : null
            : $"答复期限到{Wording.Day(deadline.Due)}，还没有届满；期限届满仍未答复的，或者对答复不服的，可以投诉（《条例》第四十七条）。");

    public static readonly Condition ComplaintIsOpen = new(nameof(ComplaintIsOpen), Rules.Complaint, occasion =>
    {
        var id = ((ComplaintDecided)occasion.Next).Id;
        return occasion.Before.Effective.OfType<ComplaintFiled>().All(filed => filed.Id != id) ? "没有这件投诉。"
            : occasion.Before.Effective.OfType<ComplaintDecided>().Any(decided => decided.Id == id) ? "这件投诉已经作出处理决定。"
            : null;
    });

    public static readonly Condition CorrectsAnEntry = new(nameof(CorrectsAnEntry), Rules.Order, occasion =>
    {
        var (sequence, right, reason) = ((RecordCorrected)occasion.Next) is var c ? (c.Sequence, c.Right, c.Reason) : default;
        return sequence < 1 || sequence > occasion.Before.Events.Count ? $"没有第{sequence}条登记。"
            : occasion.Before.Events[sequence - 1] is RecordCorrected or CalendarChanged ? "这一条登记不能更正。"
            : right.GetType() != occasion.Before.Events[sequence - 1].GetType() ? "更正后的事项应当与原来的是同一种。"
            : string.IsNullOrWhiteSpace(reason) ? "请写明更正的原因。"
            : right.On > occasion.Next.On ? "更正后的日期还没有到。"
            : null;
    });
}
