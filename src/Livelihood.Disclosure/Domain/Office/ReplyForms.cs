using Livelihood.Disclosure.Domain.Outcomes;

namespace Livelihood.Disclosure.Domain.Office;

/// <summary>答复 (R-33a, R-36-1 to R-39b, R-SERVE): one person proposes, another decides.</summary>
internal static class ReplyForms
{
    public static readonly EventForm Proposed = new(
        typeof(ReplyProposed), "拟定答复",
        "经办人拟定，负责人批准，每件答复都由两个人办理。拟定本身不停止期限的计算；申请人看不到这一条。",
        occasion =>
        [
            EventField.Day("拟定的日期", occasion),
            .. ReplyKinds.Find(occasion.Option)?.Parts.Select(part => new EventField(part.Name, part.Label, FieldKind.Text, part.Hint)
            {
                IsRequired = part.IsRequired,
                Initial = occasion.History.Latest<ReplyProposed>()?.Content is { } before && before.Kind == occasion.Option ? before[part.Name]
                    : part.Name == nameof(ReplyContent.Withheld) ? occasion.Withheld : null,
            }) ?? [],
        ],
        (values, occasion) => ReplyKinds.Find(occasion.Option) is not { } kind
            ? throw new DisclosureRuleException(Rules.Reply, "请从答复的种类里选择一种。")
            : occasion.Files is { } files && !kind.GivesFiles
            ? throw new DisclosureRuleException(kind.Rule, $"已经选择随答复提供文件（{files.Replace("\n", "；", StringComparison.Ordinal)}），而“{kind.Name}”的答复不提供信息。请先到“随答复提供的文件”取消提供，或者改用公开、部分公开的答复。")
            : new ReplyProposed(values.On, kind.Outcome, occasion.By, ContentOf(kind, values) with { Files = occasion.Files }),
        (occasion, on) => new ReplyProposed(on, ReplyKinds.Of(occasion.History.Matter)[0].Outcome, occasion.By))
    {
        Options = occasion => [.. ReplyKinds.Of(occasion.History.Matter).Select(kind => new FieldChoice(kind.Key, $"{kind.Name}（规则{kind.Rule}）"))],
        OptionsTitle = "答复是哪一种？",
    };

    public static readonly EventForm Approved = new(
        typeof(Replied), "批准答复",
        "批准以后答复作出，按机关和年份编文号。拟定的人不能自己批准。送达以后本件才办结，是否按期以送达之日为准。",
        occasion => [EventField.Day("答复的日期", occasion, "写在答复书上的日期。")],
        (values, occasion) => occasion.History.OpenProposal is not { } proposal
            ? throw new DisclosureRuleException(Rules.Reply, "没有等待审批的答复。")
            : new Replied(values.On, proposal.Outcome, "", occasion.By),
        (occasion, on) => occasion.History.OpenProposal is { } proposal ? new Replied(on, proposal.Outcome, "", occasion.By) : null);

    public static readonly EventForm Returned = new(
        typeof(ReplyReturned), "退回拟定的答复", "退回经办人修改；申请人看不到这一条。",
        occasion => [EventField.Day("退回的日期", occasion), new("Reason", "需要修改什么", FieldKind.Text)],
        (values, occasion) => new ReplyReturned(values.On, values.Text("Reason")!, occasion.By),
        (occasion, on) => new ReplyReturned(on, "理由", occasion.By));

    public static readonly EventForm Served = new(
        typeof(Served), "登记送达",
        "当面送达的，以签收之日为准；邮寄的，以交邮之日为准；电子送达只用于申请人选择了电子方式的（规则R-SERVE）。答复是否按期，看这一天。登记后本件办结。",
        occasion =>
        [
            EventField.Day("送达的日期", occasion),
            new("Way", "送达方式", FieldKind.Choice) { Choices = Ways(occasion), Initial = (occasion.Original as Served)?.Way.ToString() },
            new("Proof", "凭证", FieldKind.Line, "邮寄的填邮件号码；当面的写明本人还是受委托人签收。") { IsRequired = false, Initial = (occasion.Original as Served)?.Proof },
        ],
        (values, _) => new Served(values.On, Enum.Parse<ServiceWay>(values.Text("Way")!), values.Text("Proof")),
        (_, on) => new Served(on, ServiceWay.Post)) { IsCorrectedWhole = true };

    private static IReadOnlyList<FieldChoice> Ways(FormOccasion occasion) =>
    [
        new(nameof(ServiceWay.InPerson), "当面签收（本人或者受委托人）"),
        new(nameof(ServiceWay.Post), "交邮"),
        .. occasion.Wanted.Delivery == DeliveryWay.Email ? [new FieldChoice(nameof(ServiceWay.Electronic), "发到申请人选择的电子邮箱")] : Array.Empty<FieldChoice>(),
    ];

    private static ReplyContent ContentOf(ReplyKind kind, FormValues values)
    {
        string? Of(string name) => kind.Parts.Any(part => part.Name == name) ? values.Text(name) : null;
        return new(
            kind.Key, Of(nameof(ReplyContent.Reason)), Of(nameof(ReplyContent.Information)), Of(nameof(ReplyContent.Withheld)), Of(nameof(ReplyContent.Search)),
            Of(nameof(ReplyContent.Responsible)), Of(nameof(ReplyContent.Earlier)), Of(nameof(ReplyContent.Law)), Of(nameof(ReplyContent.Channel)), Of(nameof(ReplyContent.Result)));
    }
}
