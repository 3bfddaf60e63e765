using System.Text.Json.Serialization;

namespace Livelihood.Disclosure.Domain.Fees;

/// <summary>Requests of a requester in a calendar month, up to a number, cost so much each.</summary>
/// <param name="UpTo">The last of them.</param>
/// <param name="Yuan">Yuan each; 0: free.</param>
public sealed record RequestBand(int UpTo, int Yuan);

/// <summary>What requests behind the last band cost.</summary>
/// <param name="Size">How many requests a step holds.</param>
/// <param name="FirstYuan">Yuan each in the first step.</param>
/// <param name="MoreYuan">Yuan more each in every further step.</param>
public sealed record RequestSteps(int Size, int FirstYuan, int MoreYuan);

/// <summary>Pages of a reply, up to a number, cost so much each.</summary>
/// <param name="UpTo">The last of them; null: all that follow.</param>
/// <param name="Yuan">Yuan each; 0: free.</param>
public sealed record PageBand(int? UpTo, int Yuan);

/// <summary>The two tables of the information processing fee (R-FEE). An amount is never typed: it is computed here.</summary>
/// <param name="Basis">The document that sets them, such as 国办函〔2020〕109号.</param>
/// <param name="Requests">By request: the bands, in order.</param>
/// <param name="Steps">By request: what follows behind them.</param>
/// <param name="Pages">By page: the bands, in order; the last is open.</param>
public sealed record FeeStandard(string Basis, IReadOnlyList<RequestBand> Requests, RequestSteps Steps, IReadOnlyList<PageBand> Pages)
{
    /// <summary>The most that one entry may count; more is a typing mistake.</summary>
    public const int MostCounted = 100_000;

    /// <summary>The tables of 国办函〔2020〕109号.</summary>
    [JsonIgnore]
    public static FeeStandard Delivered { get; } = new("国办函〔2020〕109号", [new(10, 0), new(30, 100)], new(10, 200, 100), [new(30, 0), new(100, 10), new(200, 20), new(null, 40)]);

    /// <summary>The fee.</summary>
    /// <param name="basis">What is counted.</param>
    /// <param name="quantity">See <see cref="ProcessingFee"/>; 1 or more.</param>
    /// <exception cref="DisclosureRuleException">The number cannot be.</exception>
    public ProcessingFee Compute(FeeBasis basis, int quantity) => quantity is < 1 or > MostCounted
        ? throw new DisclosureRuleException(Rules.Fee, $"件数、页数请填1到{MostCounted}的整数，填写的是{quantity}。")
        : basis == FeeBasis.ByRequest ? ByRequest(quantity) : ByPage(quantity);

    private ProcessingFee ByRequest(int number)
    {
        var (yuan, how) = Requests.Index().FirstOrDefault(band => number <= band.Item.UpTo) is { Item: { } band } found
            ? (band.Yuan, Tell(found.Index == 0 ? 1 : Requests[found.Index - 1].UpTo + 1, band))
            : Behind(number, Requests.Count == 0 ? 0 : Requests[^1].UpTo);
        return new(FeeBasis.ByRequest, number, yuan, $"按件计收：该申请人本自然月的第{number}件申请；{how}。应缴{yuan}元（{Basis}）。");
    }

    private (int Yuan, string How) Behind(int number, int last)
    {
        var yuan = Steps.FirstYuan + ((number - last - 1) / Steps.Size * Steps.MoreYuan);
        return (yuan, $"第{last + 1}件起，每增加{Steps.Size}件，每件多收{Steps.MoreYuan}元，第{number}件为{yuan}元");
    }

    private static string Tell(int from, RequestBand band) => band.Yuan > 0 ? $"第{from}件至第{band.UpTo}件每件{band.Yuan}元"
        : from == 1 ? $"同一申请人一个自然月内{band.UpTo}件以内（含{band.UpTo}件）的不收费"
        : $"第{from}件至第{band.UpTo}件不收费";

    private ProcessingFee ByPage(int pages)
    {
        var (told, yuan, above) = (new List<string>(), 0, 0);
        foreach (var band in Pages.TakeWhile(_ => pages > above))
        {
            var count = Math.Min(pages, band.UpTo ?? int.MaxValue) - above;
            yuan += count * band.Yuan;
            told.Add(band.Yuan > 0 ? $"第{above + 1}页至第{above + count}页{count}页，每页{band.Yuan}元，计{count * band.Yuan}元"
                : above > 0 ? $"第{above + 1}页至第{above + count}页不收费"
                : pages <= band.UpTo ? $"{band.UpTo}页以内（含{band.UpTo}页）的不收费"
                : $"{band.UpTo}页以内不收费");
            above = band.UpTo ?? int.MaxValue;
        }

        return new(FeeBasis.ByPage, pages, yuan, $"按量计收：本件共{pages}页；{string.Join("，", told)}。应缴{yuan}元（{Basis}）。");
    }
}
