using System.Text.Json.Serialization;

namespace Livelihood.Disclosure.Domain.Fees;

/// <summary>What the information processing fee is counted by; one or the other, never both (国办函〔2020〕109号).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeeBasis>))]
public enum FeeBasis
{
    /// <summary>按件: which one of the requester's requests of a calendar month it is.</summary>
    [JsonStringEnumMemberName("byRequest")]
    ByRequest,

    /// <summary>按量: how many pages the reply has.</summary>
    [JsonStringEnumMemberName("byPage")]
    ByPage,
}

/// <summary>An information processing fee and how it came about (R-FEE).</summary>
/// <param name="Basis">What is counted.</param>
/// <param name="Quantity">By request: the how-many-th of the month, from 1; by page: the number of pages.</param>
/// <param name="Yuan">The amount in yuan.</param>
/// <param name="Computation">The computation in Chinese: what requester, letter and handler are shown.</param>
public sealed record ProcessingFee(FeeBasis Basis, int Quantity, int Yuan, string Computation)
{
    /// <summary>The version of the tables, see <see cref="FeeVersion"/>; null in events of before they had versions.</summary>
    public int? Version { get; init; }
}
