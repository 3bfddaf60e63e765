using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Reminders;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;

namespace Livelihood.Disclosure.Reminders;

/// <summary>
/// Tells those by mail whose turn it is now: the handler when the requester did something or the head sent something back, the
/// head when something waits for a decision, the supervisor when somebody complained. Whoever did it is not told, nor who turned news off
/// on the account's own page. Reminders of deadlines are another thing (<see cref="ReminderRun"/>): nobody turns them off.
/// </summary>
public sealed class StaffNews(PortalDbContext db, IAgencyDirectory agencies, IOutbox outbox, ICurrentActor actor)
{
    /// <summary>Stages the mails of an event; the caller's save writes them.</summary>
    /// <param name="request">The request, with the event.</param>
    /// <param name="happened">The event.</param>
    /// <param name="isRequesters">Whether the requester did it, and not the office for the requester.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task TellAsync(DisclosureRequest request, RequestEvent happened, bool isRequesters, CancellationToken cancellation = default)
    {
        if (NewsMail.ToWhom(happened, isRequesters) is not { } who)
        {
            return;
        }

        var receivers = await ReminderReceivers.ReadAsync(db, agencies, cancellation);
        foreach (var receiver in receivers.Of(who, request.AgencyId, request.AssignedTo).Where(receiver => $"account:{receiver.AccountId}" != actor.Current))
        {
            if (receiver is { Email: { } address, WithoutNews: false })
            {
                outbox.Send(NewsMail.Of(address, request.Number, happened));
            }
        }
    }
}

/// <summary>The mail that tells staff whose turn it is: number and what happened; nothing of who asks or for what.</summary>
internal static class NewsMail
{
    /// <summary>Who is to be told of an event; null: nobody.</summary>
    public static Reminded? ToWhom(RequestEvent happened, bool isRequesters) => happened switch
    {
        ComplaintFiled when isRequesters => Reminded.Supervisor,
        CorrectionArrived or ReasonsGiven or Withdrawn when isRequesters => Reminded.Handler,
        ReplyProposed or ExtensionProposed => Reminded.Head,
        ReplyReturned or ExtensionReturned => Reminded.Handler,
        ComplaintDecided { OrdersRemedy: true } => Reminded.Head,
        _ => null,
    };

    public static OutgoingMail Of(string to, string number, RequestEvent happened) => new(
        to,
        $"申请 {number}：{What(happened)}",
        $"""
        申请 {number}
        {Wording.Day(happened.On)}　{What(happened)}。

        请登录工作台，在“依申请公开”里按回执编号查看和办理。
        """);

    private static string What(RequestEvent happened) => happened switch
    {
        CorrectionArrived => "申请人提交了补正",
        ReasonsGiven => "申请人说明了理由",
        Withdrawn => "申请人撤回了申请",
        ComplaintFiled => "申请人投诉，请处理",
        ReplyProposed => "答复已经拟定，请审批",
        ExtensionProposed => "提请延长答复期限，请决定",
        ReplyReturned => "拟定的答复被退回，请修改",
        ExtensionReturned => "没有同意延长答复期限",
        ComplaintDecided => "主管部门责令改正，请办理",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Nobody is told of it."),
    };
}
