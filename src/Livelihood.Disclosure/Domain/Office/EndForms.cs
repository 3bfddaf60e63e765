namespace Livelihood.Disclosure.Domain.Office;

/// <summary>Withdrawal and complaints .</summary>
internal static class EndForms
{
    public static readonly EventForm Withdrawn = new(
        typeof(Withdrawn), "登记申请人撤回", "申请人撤回申请的，登记后本件办结，计入“其他处理”。",
        occasion => [EventField.Day("撤回的日期", occasion), new("Reason", "申请人怎样提出撤回", FieldKind.Text, "例如：来电、来信，联系人和时间。")],
        (values, _) => new Withdrawn(values.On, values.Text("Reason")),
        (_, on) => new Withdrawn(on));

    public static readonly EventForm ComplaintFiled = new(
        typeof(ComplaintFiled), "登记投诉",
        "期限届满没有答复，或者认为答复不合法的，申请人可以向主管部门投诉（《条例》第四十七条）。",
        occasion => [EventField.Day("收到投诉的日期", occasion), new("Text", "投诉的内容", FieldKind.Text)],
        (values, occasion) => new ComplaintFiled(values.On, NextComplaint(occasion.History), values.Text("Text")),
        (occasion, on) => new ComplaintFiled(on, NextComplaint(occasion.History)));

    public static readonly EventForm ComplaintDecided = new(
        typeof(ComplaintDecided), "登记投诉处理决定",
        "主管部门查明以后，对不依法履行公开职责的责令改正（《条例》第四十七条）。",
        occasion =>
        [
            EventField.Day("决定的日期", occasion),
            Which(occasion.History),
            new("Orders", "决定", FieldKind.Choice) { Choices = [new("yes", "责令改正"), new("no", "不责令改正")] },
            new("Text", "理由和要求", FieldKind.Text, "责令改正的，写明改正什么、什么时候以前改正。"),
        ],
        (values, _) => new ComplaintDecided(values.On, values.Text("Id")!, values.Text("Orders") == "yes", values.Text("Text")),
        (occasion, on) => occasion.History.OpenComplaints.FirstOrDefault() is { } open ? new ComplaintDecided(on, open.Id, OrdersRemedy: false) : null);

    /// <summary>The id of the complaint that comes next.</summary>
    public static string NextComplaint(RequestHistory history) => (history.Effective.OfType<ComplaintFiled>().Count() + 1).ToString();

    private static EventField Which(RequestHistory history)
    {
        var open = history.OpenComplaints.Select(filed => new FieldChoice(filed.Id, $"第{filed.Id}件，{Wording.Day(filed.On)}收到")).ToList();
        return new("Id", "哪一件投诉", FieldKind.Choice) { Choices = open, Initial = open.Count == 1 ? open[0].Value : null };
    }
}
