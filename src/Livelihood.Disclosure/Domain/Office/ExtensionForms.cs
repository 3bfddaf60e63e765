using Livelihood.Disclosure.Domain.Clock;

namespace Livelihood.Disclosure.Domain.Office;

/// <summary>延期 (R-33b): a handler asks, the head decides.</summary>
internal static class ExtensionForms
{
    public static readonly EventForm Proposed = new(
        typeof(ExtensionProposed), "提请延长答复期限",
        "需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，最长不超过20个工作日（《条例》第三十三条第二款）。提请本身不改变期限，负责人同意以后才延长。",
        occasion =>
        [
            EventField.Day("提请的日期", occasion),
            new("WorkingDays", "延长的工作日数", FieldKind.Number, "1到20。") { Initial = ReplyClock.ExtensionLimit.ToString() },
            new("Reason", "延长的理由", FieldKind.Text, "会写进给申请人的延期告知书。"),
        ],
        (values, occasion) => new ExtensionProposed(values.On, values.Number("WorkingDays")!.Value, values.Text("Reason")!, occasion.By),
        (occasion, on) => new ExtensionProposed(on, 1, "理由", occasion.By));

    public static readonly EventForm Granted = new(
        typeof(Extended), "同意延长答复期限",
        "负责人同意后，期限延长相应的工作日，并应当在原期限届满以前告知申请人（《条例》第三十三条第二款）。提请的人不能自己同意。",
        occasion =>
        [
            EventField.Day("同意的日期", occasion),
            new("WorkingDays", "延长的工作日数", FieldKind.Number, "1到20。")
                { Initial = ((occasion.Original as Extended)?.WorkingDays ?? occasion.History.OpenExtension?.WorkingDays)?.ToString() },
            new("Reason", "延长的理由", FieldKind.Text, "会写进给申请人的延期告知书。")
                { Initial = (occasion.Original as Extended)?.Reason ?? occasion.History.OpenExtension?.Reason },
            .. TellingFields.Of(occasion, (occasion.Original as Extended)?.Told),
        ],
        (values, occasion) => new Extended(
            values.On, values.Number("WorkingDays")!.Value, values.Text("Reason")!, occasion.Original is Extended original ? original.By : occasion.By, TellingFields.Read(values)),
        (occasion, on) => new Extended(on, 1, "理由", occasion.By, TellingFields.Probe(occasion, on))) { IsCorrectedWhole = true };

    public static readonly EventForm Returned = new(
        typeof(ExtensionReturned), "不同意延长", "答复期限不变，仍按原期限答复；申请人看不到这一条。",
        occasion => [EventField.Day("决定的日期", occasion), new("Reason", "理由", FieldKind.Text)],
        (values, occasion) => new ExtensionReturned(values.On, values.Text("Reason")!, occasion.By),
        (occasion, on) => new ExtensionReturned(on, "理由", occasion.By));
}
