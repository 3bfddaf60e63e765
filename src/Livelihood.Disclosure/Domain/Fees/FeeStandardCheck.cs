namespace Livelihood.Disclosure.Domain.Fees;

/// <summary>Refuses tables of the fee by which an amount could not be computed, or more would cost less.</summary>
public static class FeeStandardCheck
{
    /// <summary>The longest name of a basis, in characters.</summary>
    public const int LongestBasis = 100;

    /// <summary>The most yuan that one request or page may cost; more is a typing mistake.</summary>
    public const int MostYuan = 10_000;

    /// <summary>What is wrong, in Chinese sentences, each with the part of the form; nothing where it can be used.</summary>
    public static IReadOnlyList<(string Part, string Message)> Objections(FeeStandard standard) =>
    [
        .. OfBasis(standard.Basis).Select(message => (nameof(standard.Basis), message)),
        .. Of([.. standard.Requests.Select(band => ((int?)band.UpTo, band.Yuan))], "件").Select(message => (nameof(standard.Requests), message)),
        .. OfSteps(standard).Select(message => (nameof(standard.Steps), message)),
        .. Of([.. standard.Pages.Select(band => (band.UpTo, band.Yuan))], "页").Concat(OfLastPages(standard.Pages)).Select(message => (nameof(standard.Pages), message)),
    ];

    private static IEnumerable<string> OfBasis(string basis)
    {
        if (string.IsNullOrWhiteSpace(basis) || basis.Length > LongestBasis)
        {
            yield return $"请填写收费的依据，不超过{LongestBasis}个字，例如国办函〔2020〕109号。";
        }
    }

    private static IEnumerable<string> Of(IReadOnlyList<(int? UpTo, int Yuan)> bands, string unit)
    {
        var (last, yuan) = (0, 0);
        foreach (var (index, (upTo, each)) in bands.Index())
        {
            var row = $"第{index + 1}档";
            if (upTo is { } to && (to <= last || to > FeeStandard.MostCounted))
            {
                yield return $"{row}应当到第{last + 1}{unit}或者更多为止，最多{FeeStandard.MostCounted}{unit}。";
            }

            if (each is < 0 or > MostYuan)
            {
                yield return $"{row}的金额应当是0到{MostYuan}的整数。";
            }
            else if (each < yuan)
            {
                yield return $"{row}每{unit}{each}元，比前一档的{yuan}元少；多的不能收得更低。";
            }

            (last, yuan) = (upTo ?? last, each);
        }
    }

    private static IEnumerable<string> OfSteps(FeeStandard standard)
    {
        var (size, first, more) = standard.Steps;
        if (size is < 1 or > 1000)
        {
            yield return "每增加的件数应当是1到1000的整数。";
        }

        if (first is < 0 or > MostYuan || more is < 0 or > MostYuan)
        {
            yield return $"金额应当是0到{MostYuan}的整数。";
        }
        else if (standard.Requests.Count > 0 && first < standard.Requests[^1].Yuan)
        {
            yield return $"以后每件{first}元，比前一档的{standard.Requests[^1].Yuan}元少；多的不能收得更低。";
        }
    }

    private static IEnumerable<string> OfLastPages(IReadOnlyList<PageBand> pages)
    {
        if (pages.Count == 0 || pages[^1].UpTo is not null || pages.SkipLast(1).Any(band => band.UpTo is null))
        {
            yield return "按量计收的最后一档应当不写到多少页为止，其他各档都要写。";
        }
    }
}
