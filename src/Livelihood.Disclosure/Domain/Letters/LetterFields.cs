namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>The names of the fields of letters.</summary>
internal static class LetterFields
{
    public const string Agency = "机关名称", Number = "回执编号", Received = "收到日期", Asked = "申请内容", Due = "答复期限", OfficeContact = "联系方式", Day = "文书日期",
        Matter = "申请类别", Citing = "援引", OfInformation = "公开", OfCorrection = "更正", RequesterName = "申请人", Basis = "依据", RemedyText = "救济", Reason = "理由";

    public const string CameBy = "来件方式", Registered = "登记时间", RequesterType = "申请人类型", Identity = "申请人证件", Reach = "申请人联系方式",
        IdentitySeen = "身份证明核验", Confirmation = "确认联系记录", ReceiptRule = "收到依据", Items = "补正事项", ItemsUntil = "补正期限",
        Excess = "超出情况", ReasonsUntil = "说明期限", Added = "延长天数", PostponedTo = "延迟答复日期", Concerned = "涉及的信息", Errand = "协办事项", ErrandUntil = "协办期限",
        Opened = "公开的内容", FeeComputation = "收费计算", FeeAmount = "收费金额", Given = "公开的信息", Withheld = "不公开的部分", Ground = "不公开的情形",
        Search = "检索经过", Responsible = "负责机关", Earlier = "以前的答复", Law = "查询途径", RightChannel = "正确渠道", Source = "获取途径",
        Lapsed = "不再处理的原因", HowDue = "期限计算", ConsultedOn = "征求日期", NoticedOn = "通知日期", Finding = "公开情形", Explained = "说明情况", Result = "处理结果", ServedLetter = "送达文书", WayOfService = "送达方式", ServedOn = "送达日期", Proof = "送达凭证";

    /// <summary>What every letter about a request can hold.</summary>
    public static readonly IReadOnlyList<LetterField> OfEveryLetter =
    [
        new(Agency, "作出文书的机关的全称"),
        new(Number, "申请的回执编号"),
        new(Received, "收到申请之日（第三十一条）") { MayBeEmpty = true },
        new(Asked, "申请公开什么信息，或者更正哪一份记录，一行"),
        new(Due, "现在的最迟答复日期") { MayBeEmpty = true },
        new(OfficeContact, "公开工作机构的电话和地址"),
        new(Day, "文书的日期"),
        new(Matter, "政府信息公开，或者政府信息更正（第四十一条）；标题里也可以用"),
        new(Citing, "申请公开信息的是“根据”；要求更正的是“参照”，因为《条例》没有规定更正的程序"),
        new(OfInformation, "“公开”二字；有它的一段，只写给申请公开信息的") { Only = RequestMatter.Information, MayBeEmpty = true },
        new(OfCorrection, "“更正”二字；有它的一段，只写给要求更正的") { Only = RequestMatter.Correction, MayBeEmpty = true },
    ];

    /// <summary>What a letter to others than the requester must not tell.</summary>
    public static readonly LetterField OfRequester = new(RequesterName, "申请人的姓名或者名称");

    /// <summary>How the last day was computed: the steps that the requester's page, the office's page and the interface show, word for word.</summary>
    public static readonly LetterField OfDeadline = new(HowDue, "最迟答复日期怎样一步一步算出来，与查询页面上的相同；一步一段") { IsText = true, MayBeEmpty = true };

    /// <summary>A word or two.</summary>
    public static LetterField Word(string name, string meaning) => new(name, meaning);

    /// <summary>What somebody typed.</summary>
    public static LetterField Text(string name, string meaning) => new(name, meaning) { IsText = true };

    /// <summary>A field as it stands in a template.</summary>
    public static string Mark(string name) => $"{{{{{name}}}}}";
}
