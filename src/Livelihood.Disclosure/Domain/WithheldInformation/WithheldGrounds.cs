using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Redaction;

namespace Livelihood.Disclosure.Domain.WithheldInformation;

/// <summary>On what grounds something can be in the register: those on which a reply refuses or withholds a part (第十四条至第十六条).</summary>
public static class WithheldGrounds
{
    private const string Partly = "r2";

    /// <summary>All: key, and article with name.</summary>
    public static IReadOnlyList<(string Key, string Name)> All => RedactionGrounds.All;

    /// <summary>The outcomes of requests whose information is looked at again: refused on one of the grounds, or in part.</summary>
    public static readonly IReadOnlyList<string> Outcomes = [Partly, .. RedactionGrounds.All.Select(ground => ground.Key)];

    /// <summary>The ground that a reply of this outcome rests on; null where its parts have their own.</summary>
    public static string? OfOutcome(string? outcome) => RedactionGrounds.NameOf(outcome) is null ? null : outcome;

    /// <summary>Name and article in few words, such as 保护第三方合法权益（第十五条、第三十二条）.</summary>
    public static string ShortNameOf(string key) => OutcomeTable.Find(key) is { } outcome ? $"{outcome.Name[(outcome.Name.IndexOf('：', StringComparison.Ordinal) + 1)..]}（{outcome.Article}）" : key;
}
