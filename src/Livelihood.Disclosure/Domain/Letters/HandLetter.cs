using Livelihood.Disclosure.Domain.Office;

namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>A letter that no event makes: somebody fills in its fields.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Explanation">When it is written, in plain Chinese.</param>
/// <param name="Objection">Why it does not fit a request, in a Chinese sentence; null where it does.</param>
/// <param name="Fields">What is typed, and the letter's field that it goes to; null: to whom it goes.</param>
public sealed record HandLetter(
    LetterKind Kind, string Explanation, Func<RequestHistory, string?> Objection, IReadOnlyList<(EventField Form, string? Field)> Fields)
{
    private const int Proof = 25;
    private const string Closed = "申请已经答复或者办结，不需要协办。";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<HandLetter> All =
    [
        new(LetterKinds.Get(1), "收到申请时登记：怎样来的、看了什么身份证明、怎样与申请人确认。留在机关，不发给申请人。", _ => null,
        [
            (new("Identity", "身份证明的核验", FieldKind.Text, "看了什么证件，是否与申请人相符。"), LetterFields.IdentitySeen),
            (new("Confirmation", "与申请人确认的记录", FieldKind.Text, "什么时候、用什么方式、与谁确认；不需要确认的，写明不需要。"), LetterFields.Confirmation),
        ]),
        new(LetterKinds.Get(9), "请本机关其他机构协助查找、核对。协办所需时间计入答复期限。",
            history => history.State is { } state && Workflow.IsRunning(state) ? null : history.ReceivedOn is null ? "申请还没有确认收到。" : Closed,
        [
            (new("To", "协办的单位", FieldKind.Line), null),
            (new("Task", "协办的事项", FieldKind.Text, "查找什么、核对什么、要什么意见。"), LetterFields.Errand),
            (new("Until", "协办期限", FieldKind.Date, "应当早于最迟答复日期。"), LetterFields.ErrandUntil),
        ]),
        new(LetterKinds.Get(10), "第三方不同意公开，而不公开会对公共利益造成重大影响，决定公开的，把决定公开的内容和理由书面告知第三方（《条例》第三十二条）。",
            history => history.Matter == RequestMatter.Correction ? "这件是要求更正的申请，没有决定公开的内容。" : history.Effective.OfType<ConsultationSent>().Any(sent => sent.With == Consulted.ThirdParty) ? null : "没有征求过第三方意见。",
        [
            (new("To", "第三方的姓名或者名称", FieldKind.Line, "加密保存，申请人看不到。"), null),
            (new("Opened", "决定公开的内容", FieldKind.Text), LetterFields.Opened),
            (new("Reason", "公开的理由", FieldKind.Text, "不公开会对公共利益造成什么重大影响。"), LetterFields.Reason),
        ]),
        new(LetterKinds.Get(24), "申请人认为与自身相关的信息记录不准确、要求更正的，告知更正、转送的结果或者应当向哪里提出（《条例》第四十一条）。",
            history => history.Matter == RequestMatter.Correction ? "这件就是要求更正的申请，答复时作出这份文书。" : history.ReceivedOn is null ? "申请还没有确认收到。" : null,
        [
            (new("Result", "处理结果", FieldKind.Text, "已经更正什么、转给哪个机关，或者应当向哪里提出。"), LetterFields.Result),
            (new("Reason", "理由", FieldKind.Text), LetterFields.Reason),
        ]),
        new(LetterKinds.Get(Proof), "补正、延期、收费、征求意见等文书送出以后，登记送达的方式、日期和凭证，一份文书写一份。", _ => null, ServiceProof.Fields),
    ];

    /// <summary>The letter of this number, or null.</summary>
    public static HandLetter? Find(int number) => All.FirstOrDefault(letter => letter.Kind.Number == number);

    /// <summary>The fields of its form, the day first.</summary>
    public IReadOnlyList<EventField> Form(FormOccasion occasion) => IsProof
        ? [EventField.Day("送达的日期", occasion, "当面的，签收的那一天；邮寄的，交给邮局的那一天。"), .. Fields.Select(field => ServiceProof.With(field.Form, occasion))]
        : [EventField.Day("文书的日期", occasion, "写在文书上的日期。"), .. Fields.Select(field => field.Form)];

    /// <summary>Whether it proves the service of another letter.</summary>
    public bool IsProof => Kind.Number == Proof;

    /// <summary>The draft, from values without mistakes.</summary>
    /// <exception cref="DisclosureRuleException">It does not fit, or its days cannot be.</exception>
    public LetterDraft Draft(FormValues values, LetterCase of, FormOccasion occasion)
    {
        var (history, today) = (occasion.History, occasion.Today);
        if (Objection(history) is { } objection)
        {
            throw new DisclosureRuleException(Kind.Rule, objection);
        }

        var first = history.ReceivedOn ?? history.Latest<Submitted>()?.On;
        if (values.On > today || values.On < first)
        {
            throw new DisclosureRuleException(Rules.Order, values.On > today ? "文书的日期还没有到。" : $"文书的日期早于收到申请之日（{Wording.Day(first!.Value)}），请核对。");
        }

        if (Fields.Any(field => field.Form.Kind == FieldKind.Date && values.Date(field.Form.Name) <= values.On))
        {
            throw new DisclosureRuleException(Rules.Order, "期限应当晚于文书的日期。");
        }

        var filled = LetterValues.OfCase(Kind, of, history, values.On);
        if (IsProof)
        {
            ServiceProof.Check(values, occasion);
            filled[LetterFields.ServedOn] = Wording.Day(values.On);
        }

        foreach (var (form, field) in Fields.Where(field => field.Field is not null && (field.Form.IsRequired || values.Text(field.Form.Name) is not null)))
        {
            filled[field!] = form.Kind == FieldKind.Date ? Wording.Day(values.Date(form.Name)!.Value) : values.Text(form.Name);
        }

        var to = Fields.Where(field => field.Field is null).Select(field => values.Text(field.Form.Name)).FirstOrDefault();
        return new(Kind, values.On, filled, LetterComposition.Addressee(Kind, of, to));
    }
}
