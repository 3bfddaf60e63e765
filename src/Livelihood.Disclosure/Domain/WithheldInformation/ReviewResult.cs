namespace Livelihood.Disclosure.Domain.WithheldInformation;

/// <summary>What a review comes to. Stored by name, and never renamed.</summary>
public enum ReviewResult
{
    /// <summary>继续不予公开.</summary>
    Keep,

    /// <summary>可以公开.</summary>
    Disclose,

    /// <summary>部分可以公开.</summary>
    DisclosePart,
}

/// <summary>The Chinese words for results.</summary>
public static class ReviewResults
{
    /// <summary>The result in words.</summary>
    public static string NameOf(ReviewResult result) => result switch
    {
        ReviewResult.Keep => "继续不予公开",
        ReviewResult.Disclose => "可以公开",
        _ => "部分可以公开",
    };

    /// <summary>Whether something becomes public by it.</summary>
    public static bool Discloses(ReviewResult result) => result is ReviewResult.Disclose or ReviewResult.DisclosePart;

    /// <summary>Whether something stays withheld, so that it is reviewed again.</summary>
    public static bool Withholds(ReviewResult result) => result is ReviewResult.Keep or ReviewResult.DisclosePart;
}
