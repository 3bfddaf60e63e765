using System.Globalization;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using static Livelihood.Disclosure.Domain.Letters.LetterFields;

namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>What stands in the fields of a letter.</summary>
public static class LetterValues
{
    private const string Refused = "不予公开：";

    /// <summary>What every letter of a request can say.</summary>
    /// <param name="kind">Which letter.</param>
    /// <param name="of">The request.</param>
    /// <param name="history">The request as it stands, with the event of the letter.</param>
    /// <param name="on">The day of the letter.</param>
    public static Dictionary<string, string?> OfCase(LetterKind kind, LetterCase of, RequestHistory history, DateOnly on)
    {
        var due = history.ReplyDeadline(of.Calendar);
        var (who, number) = (of.Requester, of.Requester.DocumentNumber);
        return new(StringComparer.Ordinal)
        {
            [Agency] = of.Agency,
            [Number] = of.Number,
            [Received] = history.ReceivedOn is { } received ? Wording.Day(received) : null,
            [Asked] = of.AskedAs(kind.To),
            [Due] = due is null ? null : Wording.Day(due.Due) + (due.IsProvisional ? "（暂定，放假安排公布后确定）" : ""),
            [HowDue] = due is null ? null : string.Join('\n', due.Steps.Select(step => step.Text)),
            [OfficeContact] = of.Contact,
            [Day] = Wording.Day(on),
            [Matter] = RequestMatters.Of(history.Matter),
            [Citing] = history.Matter == RequestMatter.Correction ? "参照" : "根据",
            [OfInformation] = history.Matter == RequestMatter.Information ? "公开" : null,
            [OfCorrection] = history.Matter == RequestMatter.Correction ? "更正" : null,
            [RequesterName] = who.Name,
            [CameBy] = Channels.NameOf(of.Channel),
            [Registered] = of.Registered.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture),
            [RequesterType] = RequesterKinds.NameOf(who.Kind),
            [Identity] = $"{IdentityDocumentKinds.NameOf(who.DocumentKind)} {number}",
            [Reach] = string.Join("，", new[] { who.ContactPerson, who.Phone, who.Email, who.Address }.OfType<string>()),
        };
    }

    /// <summary>What the letter of an event says besides.</summary>
    /// <param name="about">The event.</param>
    /// <param name="history">The request as it stands, with the event.</param>
    /// <param name="of">The request.</param>
    public static IReadOnlyList<(string Field, string? Value)> OfEvent(RequestEvent about, RequestHistory history, LetterCase of) => about switch
    {
        Submitted or Confirmed => [(ReceiptRule, Channels.ReceiptOf(of.Channel))],
        CorrectionAsked e => [(Items, e.What), (ItemsUntil, Text(e.Until))],
        ReasonsAsked e => [(Excess, e.What), (ReasonsUntil, Text(e.Until))],
        Extended e => [(Reason, e.Reason), (Added, e.WorkingDays.ToString(CultureInfo.InvariantCulture))],
        Postponed e => [(Reason, e.Reason), (PostponedTo, Wording.Day(e.Until))],
        ConsultationSent e => [(Concerned, e.About), (ConsultedOn, Wording.Day(e.On))],
        FeeNoticed e => [(FeeComputation, e.Fee?.Computation), (FeeAmount, e.Fee?.Yuan.ToString(CultureInfo.InvariantCulture)), (NoticedOn, Wording.Day(e.On))],
        CorrectionLapsed e => [(Basis, LegalBasis.NotCorrected), (Lapsed, LapsedCorrection(history, e.On))],
        FeeLapsed e => [(Basis, LegalBasis.NotPaid), (Lapsed, LapsedFee(history, e.On, of))],
        Replied e => OfReply(EventLetters.ReplyOf(history, e), history),
        Served e => [(ServedLetter, ServedReply(history)), (WayOfService, EventText.NameOf(e.Way)), (ServedOn, Wording.Day(e.On)), (Proof, e.Proof ?? "无")],
        _ => [],
    };

    /// <summary>Whether a letter names remedies.</summary>
    public static bool NamesRemedies(LetterKind kind) => kind.Field(RemedyText) is not null;

    /// <summary>The outcome whose remedies a letter names; null where it tells of none, so that the choice is free.</summary>
    public static Outcome? OutcomeBehind(LetterKind kind, RequestHistory history) =>
        kind.Number is >= 12 and <= 23 || (kind.Number == 24 && history.Matter == RequestMatter.Correction) ? history.Outcome : null;

    private static IReadOnlyList<(string Field, string? Value)> OfReply(ReplyKind kind, RequestHistory history) =>
    [
        .. OfContent(kind, history.Latest<ReplyProposed>()?.Content),
        (Finding, kind.Key == "public" ? "已经主动公开" : "可以公开"),
        (Explained, history.Latest<ReasonsGiven>() is null ? "到作出本告知书时，没有收到您说明的理由" : "经审查，您说明的理由不合理"),
    ];

    private static IEnumerable<(string Field, string? Value)> OfContent(ReplyKind kind, ReplyContent? content) =>
    [
        (Basis, kind.Key == "other" && !string.IsNullOrWhiteSpace(content?.Law) ? content.Law : LegalBasis.Of(kind)),
        (Ground, OutcomeTable.Find(kind.Outcome)!.Name.Replace(Refused, "", StringComparison.Ordinal)),
        (Given, content?.WithFiles(content.Information)), (Withheld, content?.Withheld), (Reason, content?.Reason), (Search, content?.Search), (Responsible, content?.Responsible),
        (Earlier, content?.Earlier), (Law, content?.Law), (RightChannel, content?.Channel), (Source, content?.Channel), (Lapsed, content?.Reason), (Result, content?.WithFiles(content.Result)),
    ];

    private static string LapsedCorrection(RequestHistory history, DateOnly on) => history.Latest<CorrectionAsked>() is { } asked
        ? $"本机关于{Wording.Day(asked.On)}告知您补正，补正期限到{Text(asked.Until)}；到{Wording.Day(on)}，没有收到您的补正，也没有收到正当理由，视为放弃申请。"
        : $"到{Wording.Day(on)}，没有收到您的补正，也没有收到正当理由，视为放弃申请。";

    private static string LapsedFee(RequestHistory history, DateOnly on, LetterCase of) => history.Latest<FeeNoticed>() is { } noticed
        ? $"本机关于{Wording.Day(noticed.On)}通知您缴纳信息处理费，缴费期限到{Wording.Day(Limits.Payment(noticed, of.Calendar).Due)}；到{Wording.Day(on)}，没有收到缴费，视为放弃申请。"
        : $"到{Wording.Day(on)}，没有收到缴费，视为放弃申请。";

    private static string? ServedReply(RequestHistory history) => history.Latest<Replied>() is { } reply
        ? $"《{LetterKinds.Get(EventLetters.ReplyOf(history, reply).Letter).NameIn(history.Matter)}》（{reply.Letter}）"
        : null;

    private static string? Text(DateOnly? day) => day is { } known ? Wording.Day(known) : null;
}
