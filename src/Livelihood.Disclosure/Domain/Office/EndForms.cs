using Livelihood.Disclosure.Domain.Outcomes;

namespace Livelihood.Disclosure.Domain.Office;

/// <summary>Withdrawal, complaints and what is ordered upon them .</summary>
internal static class EndForms
{
    private const string NoOutcome = "none";

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
            new("Text", "理由和要求", FieldKind.Text, "责令改正的，写明改正什么。"),
            new("RemedyBy", "改正的最后一天", FieldKind.Date, "责令改正的填写；休息日顺延，到期提醒机关和主管部门。") { IsRequired = false },
        ],
        (values, _) => values.Text("Orders") == "yes"
            ? new ComplaintDecided(values.On, values.Text("Id")!, OrdersRemedy: true, values.Text("Text"), values.Date("RemedyBy"))
            : new ComplaintDecided(values.On, values.Text("Id")!, OrdersRemedy: false, values.Text("Text")),
        (occasion, on) => occasion.History.OpenComplaints.FirstOrDefault() is { } open ? new ComplaintDecided(on, open.Id, OrdersRemedy: false) : null);

    public static readonly EventForm Remedied = new(
        typeof(Remedied), "登记整改办结",
        "主管部门责令改正的事项改正以后，由负责人核对并登记；登记以后，这项责令改正办结，申请人能看到。本件原来的结果和送达日期不变，统计仍按原来的结果计一次（《条例》第四十七条）。",
        occasion =>
        [
            EventField.Day("改正的日期", occasion),
            Ordered(occasion.History),
            new("What", "怎样改正的", FieldKind.Text, "写明做了什么；重新答复的，写明文号和送达的日期、方式。"),
            new("Outcome", "新的结果", FieldKind.Choice, "重新作出答复的，选择新的结果。")
            {
                Choices = [new(NoOutcome, "没有重新答复"), .. ReplyKinds.Of(occasion.History.Matter).Select(kind => kind.Outcome).Distinct().Select(key => new FieldChoice(key, OutcomeTable.Find(key)!.Name))],
                Initial = NoOutcome,
            },
        ],
        (values, occasion) => new Remedied(
            values.On, values.Text("Id")!, values.Text("What")!, values.Text("Outcome") is { } outcome && outcome != NoOutcome ? outcome : null, occasion.By),
        (occasion, on) => occasion.History.OpenOrders.FirstOrDefault() is { } open ? new Remedied(on, open.Id, "事项", By: occasion.By) : null);

    /// <summary>The id of the complaint that comes next.</summary>
    public static string NextComplaint(RequestHistory history) => (history.Effective.OfType<ComplaintFiled>().Count() + 1).ToString();

    private static EventField Ordered(RequestHistory history)
    {
        var open = history.OpenOrders.Select(order => new FieldChoice(order.Id, $"第{order.Id}件投诉，{Wording.Day(order.On)}决定")).ToList();
        return new("Id", "哪一项责令改正", FieldKind.Choice) { Choices = open, Initial = open.Count == 1 ? open[0].Value : null };
    }

    private static EventField Which(RequestHistory history)
    {
        var open = history.OpenComplaints.Select(filed => new FieldChoice(filed.Id, $"第{filed.Id}件，{Wording.Day(filed.On)}收到")).ToList();
        return new("Id", "哪一件投诉", FieldKind.Choice) { Choices = open, Initial = open.Count == 1 ? open[0].Value : null };
    }
}
