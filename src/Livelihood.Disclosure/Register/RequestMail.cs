using Livelihood.Disclosure.Domain;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Mail;
using Livelihood.Platform.Time;

namespace Livelihood.Disclosure.Register;

/// <summary>The messages to requesters. Neither names nor query codes stand in them: mail is read by many machines. Once they left, nothing of them is kept, as the address is personal data.</summary>
internal static class RequestMail
{
    public static OutgoingMail Registered(string to, string number, RequestMatter matter, Agency agency, Channel channel, DateTimeOffset registeredUtc, string? link) => new(
        to,
        $"{Subject(matter)}已登记（{number}）",
        $"""
        您好：

        您向{agency.Name}提出的{Subject(matter)}已于{ChinaClock.Local(registeredUtc):yyyy年M月d日 HH:mm}登记，回执编号 {number}。

        接下来由该机关的政府信息公开工作机构确认。{Channels.ReceiptOf(channel)}，答复期限从那一天起算。

        {Where(link, "办理情况")}查询码只在登记时给您的回执上，本邮件不包含查询码。
        {Phone(agency)}
        """) { IsForgotten = true };

    public static OutgoingMail Confirmed(string to, string number, RequestMatter matter, Agency agency, DateOnly received, DateOnly due, bool isProvisional, string? link) => new(
        to,
        $"{Subject(matter)}已确认收到（{number}）",
        $"""
        您好：

        {agency.Name}已确认收到您的{Subject(matter)}，回执编号 {number}。

        收到申请之日：{Wording.Day(received)}
        最迟答复日期：{Wording.Day(due)}{(isProvisional ? "（暂定，待放假安排公布后确定）" : "")}

        {Where(link, "答复期限的逐步计算过程")}
        {Phone(agency)}
        """) { IsForgotten = true };

    public static OutgoingMail Happened(string to, string number, RequestMatter matter, Agency agency, RequestEvent happened, RequestState state, DateOnly? due, string? link) => new(
        to,
        $"{Subject(matter)}有新的进展（{number}）",
        $"""
        您好：

        您向{agency.Name}提出的{Subject(matter)}（回执编号 {number}）有新的进展：

        {Wording.Day(happened.On)}　{Workflow.NameOf(happened)}
        办理情况：{Workflow.NameOf(state)}
        {(due is { } day && state is RequestState.Open or RequestState.AwaitsReasons ? $"最迟答复日期：{Wording.Day(day)}" : "")}

        {Where(link, "具体内容和需要您做的事")}
        {Phone(agency)}
        """) { IsForgotten = true };

    /// <summary>The working-day calendar was changed, and with it the last day for the reply (R-C3).</summary>
    public static OutgoingMail Moved(string to, string number, RequestMatter matter, Agency agency, DateOnly before, DateOnly due, bool isProvisional, string? link) => new(
        to,
        $"{Subject(matter)}的最迟答复日期有变动（{number}）",
        $"""
        您好：

        国家公布或者调整了放假安排，您向{agency.Name}提出的{Subject(matter)}（回执编号 {number}）的最迟答复日期随之变动：

        原来：{Wording.Day(before)}
        现在：{Wording.Day(due)}{(isProvisional ? "（暂定，待放假安排公布后确定）" : "")}

        {Where(link, "日期是怎样算出来的")}
        {Phone(agency)}
        """) { IsForgotten = true };

    /// <summary>How the subjects of all of them begin in a case of this kind.</summary>
    public static string Subject(RequestMatter matter) => RequestMatters.Of(matter) + "申请";

    private static string Where(string? link, string what) => link is null
        ? $"{what}，请在本网站“查询申请”页面用回执编号和查询码查看。"
        : $"{what}，请在这里用查询码查看（收进账号的，登录后不用查询码）：\n{link}\n";

    private static string Phone(Agency agency) => agency.RequestPhone is { } phone ? $"\n如有疑问，请致电{agency.ShortName}政府信息公开工作机构：{phone}。" : "";
}
