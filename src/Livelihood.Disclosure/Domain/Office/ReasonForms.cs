namespace Livelihood.Disclosure.Domain.Office;

/// <summary>说明理由 .</summary>
internal static class ReasonForms
{
    private const int ProposedWorkingDays = 10;

    public static readonly EventForm Asked = new(
        typeof(ReasonsAsked), "要求说明理由",
        "申请的数量、频次明显超过合理范围的，可以要求申请人说明理由。理由不合理的，告知不予处理；合理但不能按期答复的，可以确定合理的延迟答复期限并告知申请人（《条例》第三十五条）。答复期限照常计算。",
        occasion =>
        [
            EventField.Day("告知的日期", occasion),
            new("What", "认定超过合理范围的情况", FieldKind.Text, "写明申请的数量、频次。") { Initial = (occasion.Original as ReasonsAsked)?.What },
            new("Until", "说明理由的期限", FieldKind.Date)
                { Initial = ((occasion.Original as ReasonsAsked)?.Until ?? occasion.Calendar.AddWorkingDays(occasion.Today, ProposedWorkingDays)).ToString("yyyy-MM-dd") },
        ],
        (values, _) => values.Date("Until") <= values.On
            ? throw new DisclosureRuleException(Rules.Excess, "说明理由的期限应当晚于告知的日期（《条例》第三十五条）。")
            : new ReasonsAsked(values.On, values.Text("What"), values.Date("Until")),
        (_, on) => new ReasonsAsked(on)) { IsCorrectedWhole = true };

    public static readonly EventForm Postponed = new(
        typeof(Postponed), "确定延迟答复的日期",
        "申请人说明的理由合理，但不能在规定期限内答复的，可以确定合理的延迟答复期限并告知申请人（《条例》第三十五条）。由负责人确定，只能确定一次，应当在现在的答复期限届满以前；休息日顺延。",
        occasion =>
        [
            EventField.Day("确定的日期", occasion),
            new("Until", "延迟到哪一天答复", FieldKind.Date, "应当晚于现在的最迟答复日期，并且合理。") { Initial = (occasion.Original as Postponed)?.Until.ToString("yyyy-MM-dd") },
            new("Reason", "为什么延迟到这一天", FieldKind.Text, "会写进给申请人的延迟答复告知书。") { Initial = (occasion.Original as Postponed)?.Reason },
            .. TellingFields.Of(occasion, (occasion.Original as Postponed)?.Told),
        ],
        (values, occasion) => new Postponed(
            values.On, values.Date("Until")!.Value, values.Text("Reason"), occasion.Original is Postponed original ? original.By : occasion.By, TellingFields.Read(values)),
        (occasion, on) => occasion.History.ReplyDeadline(occasion.Calendar) is { } deadline
            ? new Postponed(on, occasion.Calendar.AddWorkingDays(deadline.Due, 1), "理由", occasion.By, TellingFields.Probe(occasion, on))
            : null) { IsCorrectedWhole = true };

    public static readonly EventForm Given = new(
        typeof(ReasonsGiven), "登记收到理由", "登记申请人说明的理由，继续办理（《条例》第三十五条）。",
        occasion => [EventField.Day("收到的日期", occasion), new("Text", "申请人说明的理由", FieldKind.Text) { IsRequired = false }],
        (values, _) => new ReasonsGiven(values.On, values.Text("Text")),
        (_, on) => new ReasonsGiven(on));
}
