using Livelihood.Disclosure.Domain.Fees;

namespace Livelihood.Disclosure.Domain.Office;

/// <summary>信息处理费 (R-FEE). The amount is computed, never typed.</summary>
internal static class FeeForms
{
    public static readonly EventForm Noticed = new(
        typeof(FeeNoticed), "通知缴纳信息处理费",
        "申请的数量、频次明显超过合理范围的，可以收取信息处理费，按件或者按量计收，不能同时使用（国办函〔2020〕109号）。应当在办理期限内通知；申请人自收到通知的次日起20个工作日内缴纳，逾期不缴的视为放弃申请；缴费以后期限重新计算。",
        occasion =>
        [
            EventField.Day("通知的日期", occasion),
            new("Basis", "计收方式", FieldKind.Choice)
            {
                Choices = [new(nameof(FeeBasis.ByRequest), "按件：该申请人本自然月的第几件"), new(nameof(FeeBasis.ByPage), "按量：本件答复的页数")],
                Initial = (occasion.Original as FeeNoticed)?.Fee?.Basis.ToString(),
            },
            new("Quantity", "第几件或者多少页", FieldKind.Number, "按件的，填第几件；按量的，填页数。金额由平台计算。")
                { Initial = (occasion.Original as FeeNoticed)?.Fee?.Quantity.ToString() },
            new("Delivered", "申请人收到通知的日期", FieldKind.Date, "知道的填写，20个工作日从次日起算；不填的，从通知之日算。")
                { IsRequired = false, Initial = (occasion.Original as FeeNoticed)?.Delivered?.ToString("yyyy-MM-dd") },
        ],
        (values, occasion) => occasion.Fees.Compute(values.On, Enum.Parse<FeeBasis>(values.Text("Basis")!), values.Number("Quantity")!.Value) is { Yuan: > 0 } fee
            ? new FeeNoticed(values.On, values.Date("Delivered"), fee)
            : throw new DisclosureRuleException(Rules.Fee, "按填写的件数或者页数，本件不收费，不能发出收费通知（国办函〔2020〕109号）。"),
        (_, on) => new FeeNoticed(on)) { IsCorrectedWhole = true };

    public static readonly EventForm Paid = new(
        typeof(FeePaid), "登记缴费", "缴费之日是新的第0日，答复期限重新计算20个工作日；以前同意的延期随之失效（国办函〔2020〕109号）。",
        occasion => [EventField.Day("缴费的日期", occasion)],
        (values, _) => new FeePaid(values.On),
        (_, on) => new FeePaid(on));

    public static readonly EventForm Lapsed = new(
        typeof(FeeLapsed), "逾期未缴费，不再处理", "20个工作日届满没有缴费的，视为放弃申请，不再处理（国办函〔2020〕109号）。登记后本件办结。",
        occasion => [EventField.Day("办结的日期", occasion)],
        (values, _) => new FeeLapsed(values.On),
        (_, on) => new FeeLapsed(on));
}
