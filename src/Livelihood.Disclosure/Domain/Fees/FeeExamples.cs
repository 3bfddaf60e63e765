namespace Livelihood.Disclosure.Domain.Fees;

/// <summary>What somebody pays by the tables in force, and by others.</summary>
/// <param name="Basis">What is counted.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Now">Yuan by the tables in force.</param>
/// <param name="Then">The fee by the others.</param>
public sealed record FeeExample(FeeBasis Basis, int Quantity, int Now, ProcessingFee Then);

/// <summary>Examples at the edges of all bands, where a mistake shows.</summary>
public static class FeeExamples
{
    /// <summary>The examples, by request first.</summary>
    public static IReadOnlyList<FeeExample> Of(FeeStandard now, FeeStandard then) =>
    [
        .. Edges([now, then], standard => [.. standard.Requests.Select(band => band.UpTo), Last(standard) + standard.Steps.Size]).Select(quantity => Of(now, then, FeeBasis.ByRequest, quantity)),
        .. Edges([now, then], standard => [.. standard.Pages.Select(band => band.UpTo).OfType<int>()]).Select(quantity => Of(now, then, FeeBasis.ByPage, quantity)),
    ];

    private static int Last(FeeStandard standard) => standard.Requests.Count == 0 ? 0 : standard.Requests[^1].UpTo;

    private static IEnumerable<int> Edges(IEnumerable<FeeStandard> standards, Func<FeeStandard, IEnumerable<int>> ends) =>
        standards.SelectMany(ends).SelectMany(end => new[] { end, end + 1 }).Append(1).Where(quantity => quantity <= FeeStandard.MostCounted).Distinct().Order();

    private static FeeExample Of(FeeStandard now, FeeStandard then, FeeBasis basis, int quantity) => new(basis, quantity, now.Compute(basis, quantity).Yuan, then.Compute(basis, quantity));
}
