namespace Livelihood.Disclosure.Domain.Office;

/// <summary>补正 .</summary>
internal static class CorrectionForms
{
    // A proposal only: the Regulation asks for a reasonable time and names none.
    private const int ProposedWorkingDays = 10;

    public static readonly EventForm Asked = new(
        typeof(CorrectionAsked), "告知补正",
        "申请内容不明确的，应当在收到申请之日起7个工作日内一次性告知申请人补正，说明需要补正的事项和合理的补正期限；答复期限自收到补正的申请之日起重新计算（《条例》第三十条）。",
        occasion =>
        [
            EventField.Day("告知的日期", occasion),
            new("What", "需要补正的事项", FieldKind.Text, "逐项写明哪里不明确、怎样补充。")
                { Initial = (occasion.Original as CorrectionAsked)?.What },
            new("Until", "补正期限", FieldKind.Date, "给申请人合理的时间；逾期不补正、又没有正当理由的，视为放弃申请。")
                { Initial = ((occasion.Original as CorrectionAsked)?.Until ?? occasion.Calendar.AddWorkingDays(occasion.Today, ProposedWorkingDays)).ToString("yyyy-MM-dd") },
        ],
        (values, _) => values.Date("Until") <= values.On
            ? throw new DisclosureRuleException(Rules.Correction, "补正期限应当晚于告知的日期，并且给申请人合理的时间（《条例》第三十条）。")
            : new CorrectionAsked(values.On, values.Date("Until"), values.Text("What")),
        (_, on) => new CorrectionAsked(on, on.AddDays(1), "事项")) { IsCorrectedWhole = true };

    public static readonly EventForm Arrived = new(
        typeof(CorrectionArrived), "登记收到补正",
        "收到补正的申请之日是新的第0日，答复期限重新计算20个工作日；以前同意的延期随之失效（《条例》第三十条）。",
        occasion =>
        [
            EventField.Day("收到补正的日期", occasion),
            new("Text", "补正的内容", FieldKind.Text, "申请人补充了什么。") { IsRequired = false, Initial = (occasion.Original as CorrectionArrived)?.Text },
        ],
        (values, _) => new CorrectionArrived(values.On, values.Text("Text")),
        (_, on) => new CorrectionArrived(on)) { IsCorrectedWhole = true };

    public static readonly EventForm Lapsed = new(
        typeof(CorrectionLapsed), "逾期不补正，不再处理",
        "申请人没有正当理由、逾期不补正的，视为放弃申请，行政机关不再处理（《条例》第三十条）。登记后本件办结。",
        occasion => [EventField.Day("办结的日期", occasion)],
        (values, _) => new CorrectionLapsed(values.On),
        (_, on) => new CorrectionLapsed(on));
}
