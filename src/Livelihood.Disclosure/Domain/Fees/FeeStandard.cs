namespace Livelihood.Disclosure.Domain.Fees;

/// <summary>The bands of 国办函〔2020〕109号 (R-FEE). An amount is never typed: it is computed here.</summary>
public static class FeeSchedule
{
    /// <summary>The most that one entry may count; more is a typing mistake.</summary>
    public const int MostCounted = 100_000;

    private const int FreeRequests = 10;
    private const int FlatRequests = 30;
    private const int BandOfRequests = 10;
    private const int YuanOfABand = 100;

    // Pages above the first number, up to the second, at so many yuan each.
    private static readonly (int Above, int UpTo, int Yuan)[] s_pages = [(30, 100, 10), (100, 200, 20), (200, int.MaxValue, 40)];

    /// <summary>The fee.</summary>
    /// <param name="basis">What is counted.</param>
    /// <param name="quantity">See <see cref="ProcessingFee"/>; 1 or more.</param>
    /// <exception cref="DisclosureRuleException">The number cannot be.</exception>
    public static ProcessingFee Compute(FeeBasis basis, int quantity) => quantity is < 1 or > MostCounted
        ? throw new DisclosureRuleException(Rules.Fee, $"件数、页数请填1到{MostCounted}的整数，填写的是{quantity}。")
        : basis == FeeBasis.ByRequest ? ByRequest(quantity) : ByPage(quantity);

    private static ProcessingFee ByRequest(int number)
    {
        var yuan = number <= FreeRequests ? 0
            : number <= FlatRequests ? YuanOfABand
            : YuanOfABand * (2 + ((number - FlatRequests - 1) / BandOfRequests));
        var band = number <= FreeRequests ? "同一申请人一个自然月内10件以内（含10件）的不收费"
            : number <= FlatRequests ? "第11件至第30件每件100元"
            : $"第31件起，每增加10件，每件多收100元，第{number}件为{yuan}元";
        return new(FeeBasis.ByRequest, number, yuan, $"按件计收：该申请人本自然月的第{number}件申请；{band}。应缴{yuan}元（国办函〔2020〕109号）。");
    }

    private static ProcessingFee ByPage(int pages)
    {
        var bands = s_pages.Where(band => pages > band.Above)
            .Select(band => (Band: band, Count: Math.Min(pages, band.UpTo) - band.Above)).ToList();
        var yuan = bands.Sum(entry => entry.Count * entry.Band.Yuan);
        var how = bands.Count == 0 ? "30页以内（含30页）的不收费"
            : "30页以内不收费，" + string.Join("，", bands.Select(entry => $"第{entry.Band.Above + 1}页至第{entry.Band.Above + entry.Count}页{entry.Count}页，每页{entry.Band.Yuan}元，计{entry.Count * entry.Band.Yuan}元"));
        return new(FeeBasis.ByPage, pages, yuan, $"按量计收：本件共{pages}页；{how}。应缴{yuan}元（国办函〔2020〕109号）。");
    }
}
