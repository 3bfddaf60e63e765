using Livelihood.Disclosure.Domain.Outcomes;

namespace Livelihood.Disclosure.Domain.Redaction;

/// <summary>On what grounds a part can be withheld: those on which a whole reply can be refused (第十四条至第十六条).</summary>
public static class RedactionGrounds
{
    private const string Refused = "不予公开：";

    /// <summary>All: key, and article with name.</summary>
    public static readonly IReadOnlyList<(string Key, string Name)> All =
    [
        .. OutcomeTable.All.Where(outcome => outcome.Name.StartsWith(Refused, StringComparison.Ordinal) && outcome.Rule == "R-36-3")
            .Select(outcome => (outcome.Key, $"《中华人民共和国政府信息公开条例》{outcome.Article}（{outcome.Name[Refused.Length..]}）")),
    ];

    /// <summary>Article and name of a ground, or null where there is none of this key.</summary>
    public static string? NameOf(string? key) => All.FirstOrDefault(ground => ground.Key == key).Name;
}
