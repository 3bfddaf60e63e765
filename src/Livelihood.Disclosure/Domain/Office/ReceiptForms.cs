namespace Livelihood.Disclosure.Domain.Office;

/// <summary>Confirmation, and what is the office's own.</summary>
internal static class ReceiptForms
{
    public static readonly EventForm Confirmed = new(
        typeof(Confirmed), "确认收到申请",
        "网上、传真提出的申请，以双方确认之日为收到申请之日；普通信函，以与申请人确认之日为准（《条例》第三十一条）。从确认之日的下一个工作日起算20个工作日。",
        occasion => [EventField.Day("双方确认的日期", occasion)],
        (values, _) => new Confirmed(values.On),
        (_, on) => new Confirmed(on));

    public static readonly EventForm Assigned = new(
        typeof(Assigned), "指定经办人", "登记由谁经办；申请人看不到（《条例》第四十五条）。",
        occasion => [new("To", "经办人", FieldKind.Choice) { Choices = occasion.Colleagues, Initial = occasion.History.AssignedTo }],
        (values, occasion) => new Assigned(occasion.Today, values.Text("To")!, occasion.By),
        (occasion, on) => occasion.Colleagues.Count == 0 ? null : new Assigned(on, occasion.Colleagues[0].Value, occasion.By));

    public static readonly EventForm Noted = new(
        typeof(Noted), "写备注", "给同事看的备注，登记后不能修改；申请人看不到。请不要写申请人的个人信息。",
        _ => [new("Text", "备注", FieldKind.Text)],
        (values, occasion) => new Noted(occasion.Today, values.Text("Text")!, occasion.By),
        (occasion, on) => new Noted(on, "备注", occasion.By));
}
