using static Livelihood.Disclosure.Domain.Letters.LetterFields;

namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>The 25 documents (reply-documents) and that of R-35, which the set has none for, each with the fields it can hold and the elements it must say.</summary>
public static class LetterKinds
{
    private static readonly LetterField s_remedies = Word(RemedyText, "救济途径，按结果和日期取当时有效的文字");
    private static readonly LetterField s_basis = Word(Basis, "依据的条、款、项");

    /// <summary>All, by number.</summary>
    public static readonly IReadOnlyList<LetterKind> All =
    [
        Of(1, "政府信息公开申请登记表", LetterTo.Office, Rules.Register,
            [
                Word(CameBy, "申请怎样来的"), Word(Registered, "登记的日期和时刻"), Word(RequesterType, "自然人或者哪一类组织"), Word(Identity, "证件的名称和号码"),
                Word(Reach, "电话、邮箱、地址"), Text(IdentitySeen, "看了什么身份证明，是否相符"), Text(Confirmation, "什么时候、怎样与申请人确认"),
            ],
            Holds("来件方式", CameBy), Holds("收到的时间", Registered), Holds("身份证明的核验", IdentitySeen), Holds("与申请人确认的记录", Confirmation)),
        Of(2, "政府信息公开申请登记回执", LetterTo.Requester, Rules.ReceivedOnline,
            [Word(ReceiptRule, "收到申请之日按第三十一条哪一项确定")],
            Holds("收到之日的依据", ReceiptRule), Holds("答复期限", Due), new("查询码的用法", "", "查询码"), Holds("联系方式", OfficeContact)),
        Of(3, "政府信息公开申请补正告知书", LetterTo.Requester, Rules.Correction,
            [Text(Items, "哪里不明确、怎样补充"), Word(ItemsUntil, "补正的最后一天")],
            Holds("需要补正的事项", Items), Holds("合理的补正期限", ItemsUntil), new("逾期不补正的后果", "", "视为放弃"), Holds("指导补正的联系方式", OfficeContact)),
        Of(4, "政府信息公开申请说明理由告知书", LetterTo.Requester, Rules.Excess,
            [Text(Excess, "申请的数量、频次怎样超出合理范围"), Word(ReasonsUntil, "说明理由的最后一天")],
            Holds("认定超出合理范围的情况", Excess), Holds("说明理由的期限", ReasonsUntil)),
        Of(5, "政府信息公开延期答复告知书", LetterTo.Requester, Rules.Extension,
            [Text(Reason, "为什么延期"), Word(Added, "延长多少个工作日")],
            Holds("延期的理由", Reason), new("经工作机构负责人同意", "", "负责人同意", "负责人批准"), Holds("延期以后的答复期限", Due)),
        Of(6, "政府信息公开征求第三方意见书", LetterTo.ThirdParty, Rules.ThirdParty,
            [Text(Concerned, "征求意见的信息")],
            Holds("涉及的信息", Concerned), new("自收到之日起15个工作日的期限", "", "15个工作日", "十五个工作日"), new("表示同意或者不同意和理由的地方", "", "不同意公开", "不同意" + Mark(OfInformation))),
        Of(7, "政府信息公开征求意见告知书", LetterTo.Requester, Rules.Suspension, [Word(ConsultedOn, "书面征求意见的日期")], new LetterElement("所需时间不计入答复期限", "", "不计")),
        Of(8, "政府信息公开征求机关意见书", LetterTo.Agency, Rules.JointAgency,
            [Text(Concerned, "征求意见的信息")],
            Holds("涉及的信息", Concerned), new("自收到之日起15个工作日的期限", "", "15个工作日", "十五个工作日"), new("逾期视为同意", "", "视为同意")),
        Of(9, "政府信息公开申请协办函", LetterTo.Office, Rules.Register,
            [Text(Errand, "请协办单位做什么"), Word(ErrandUntil, "协办的最后一天")],
            Holds("协办的事项", Errand), Holds("协办的期限", ErrandUntil)),
        Of(10, "政府信息公开告知书", LetterTo.ThirdParty, Rules.ThirdParty,
            [Text(Opened, "决定公开的信息的内容"), Text(Reason, "为什么公开"), s_remedies],
            Holds("决定公开的内容", Opened), Holds("公开的理由", Reason), Holds("救济途径", RemedyText)),
        Of(11, "政府信息公开信息处理费收费通知书", LetterTo.Requester, Rules.Fee,
            [Word(FeeComputation, "怎样计算"), Word(FeeAmount, "多少元"), Word(NoticedOn, "通知缴费的日期；更正登记以后重新作出的，也是原来的那一天")],
            new("收费的依据", "", "109号"), Holds("收费的标准和计算", FeeComputation), Holds("金额", FeeAmount), new("缴费的办法", "", "缴费办法", "缴费方式", "缴纳办法", "缴纳方式"),
            new("收到通知次日起20个工作日的期限", "", "20个工作日", "二十个工作日")),
        .. Replies(),
        Of(24, "政府信息更正答复书", LetterTo.Requester, "R-41",
            [Text(Result, "已经更正、转给哪个机关，或者应当向哪里提出"), Text(Reason, "理由"), s_remedies],
            Holds("更正、转送或者告知的结果", Result), Holds("救济途径", RemedyText)),
        Of(25, "政府信息公开文书送达回证", LetterTo.Office, Rules.Service,
            [Word(ServedLetter, "送达的文书和文号"), Word(WayOfService, "送达方式"), Word(ServedOn, "送达的日期"), Word(Proof, "邮件号码或者签收情况")],
            Holds("送达方式", WayOfService), Holds("送达日期", ServedOn), Holds("邮件号码或者签收情况", Proof)),
        Of(26, "政府信息公开延迟答复告知书", LetterTo.Requester, Rules.Excess,
            [Text(Reason, "为什么延迟到这一天"), Word(PostponedTo, "确定的延迟答复日期")],
            Holds("延迟的理由", Reason), Holds("延迟答复的日期", PostponedTo), Holds("延迟以后的答复期限", Due)),
    ];

    /// <summary>The document of this number.</summary>
    public static LetterKind Get(int number) => All[number - 1];

    private static IEnumerable<LetterKind> Replies() =>
    [
        Reply(12, "政府信息公开答复书", "R-36-2", [s_basis, Word(Finding, "可以公开，或者已经主动公开"), Text(Given, "提供的信息，或者获取的方式、途径和时间")], Holds("公开的信息或者获取的途径", Given)),
        Reply(13, "政府信息部分公开答复书", "R-37", [s_basis, Text(Given, "提供的信息"), Text(Withheld, "不公开的每一部分，依据和理由")], Holds("不公开的部分、依据和理由", Withheld)),
        Reply(14, "政府信息不予公开答复书", "R-36-3", [s_basis, Word(Ground, "属于哪一种不予公开的情形"), Text(Reason, "事实和理由")],
            Holds("不予公开的情形", Ground), Holds("依据的条款", Basis), Holds("理由", Reason)),
        Reply(15, "政府信息不存在答复书", "R-36-4", [s_basis, Text(Search, "在哪里、怎样检索，没有制作还是没有保存")], Holds("检索的经过", Search)),
        Reply(16, "非本机关政府信息答复书", "R-36-5", [s_basis, Text(Reason, "为什么不由本机关负责"), Text(Responsible, "负责公开的机关和联系方式") with { MayBeEmpty = true }],
            Holds("理由", Reason), Holds("负责公开的机关", Responsible)),
        Reply(17, "重复申请告知书", "R-36-6", [s_basis, Text(Earlier, "以前答复的文号和日期")], Holds("以前答复的文号和日期", Earlier)),
        Reply(18, "行政查询事项告知书", "R-36-7", [s_basis, Text(Law, "专门规定的名称和怎样查询")], Holds("专门规定和查询的途径", Law)),
        Reply(19, "政府信息无法提供答复书", "R-38", [s_basis, Text(Reason, "为什么没有现成的信息")], Holds("没有现成信息的理由", Reason), Holds("依据的条款", Basis)),
        Reply(20, "信访投诉举报类申请告知书", "R-39a", [s_basis, Text(RightChannel, "应当通过什么渠道提出")], Holds("正确的渠道", RightChannel)),
        Reply(21, "公开出版物告知书", "R-39b", [s_basis, Text(Source, "在哪里可以得到")], Holds("获取的途径", Source)),
        Reply(22, "政府信息公开申请不予处理告知书", Rules.Excess, [s_basis, Word(Explained, "申请人说明了理由没有"), Text(Reason, "申请人的理由为什么不合理")], Holds("理由为什么不成立", Reason)),
        Reply(23, "政府信息公开申请不再处理告知书", Rules.Correction, [s_basis, Text(Lapsed, "什么逾期、什么时候逾期，或者其他原因")], Holds("不再处理的原因和日期", Lapsed), Holds("依据的条款", Basis)),
    ];

    private static LetterKind Reply(int number, string name, string rule, IReadOnlyList<LetterField> fields, params IReadOnlyList<LetterElement> elements) =>
        Of(number, name, LetterTo.Requester, rule, [.. fields, s_remedies], [.. elements, Holds("救济途径", RemedyText)]);

    private static LetterKind Of(int number, string name, LetterTo to, string rule, IReadOnlyList<LetterField> fields, params IReadOnlyList<LetterElement> elements) => new(
        number, name, to, rule,
        [.. OfEveryLetter, .. number is 1 or 25 || to == LetterTo.Requester ? [OfRequester] : Array.Empty<LetterField>(), .. to == LetterTo.Requester ? [OfDeadline] : Array.Empty<LetterField>(), .. fields],
        [.. Head(number, to), .. elements.Select(element => element.Rule.Length > 0 ? element : element with { Rule = rule })]);

    /// <summary>What every document says: which request, when it was received, what was asked for, and the law.</summary>
    private static IEnumerable<LetterElement> Head(int number, LetterTo to) =>
    [
        Holds("申请的回执编号", Number) with { Rule = Rules.Register },
        Holds("收到申请之日", Received) with { Rule = Rules.Register },
        Holds("申请的内容", Asked) with { Rule = Rules.Register },
        .. to == LetterTo.Office ? Array.Empty<LetterElement>() : [new LetterElement("法律依据", Rules.Register, "条例》", Mark(Basis))],
        .. number is 1 or 25 ? [Holds("申请人", RequesterName) with { Rule = Rules.Register }] : Array.Empty<LetterElement>(),
    ];

    private static LetterElement Holds(string name, string field) => new(name, "", Mark(field));
}
