using Livelihood.Content.Documents;
using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Queries;

/// <summary>
/// Document numbers as terms of the index. Each number is one term in three ways, so that whichever part a reader remembers
/// finds it: <c>云政办〔2019〕8</c>, <c>〔2019〕8</c>, <c>云政办〕8</c>. The bracket keeps them apart from words.
/// </summary>
public static class NumberTerms
{
    /// <summary>The terms under which a number is found.</summary>
    public static IReadOnlyList<string> Of(DocumentNumber number)
    {
        var code = Code(number.AgencyCode);
        return number.Year is { } year
            ? [$"{code}〔{year}〕{number.Serial}", $"〔{year}〕{number.Serial}", $"{code}〕{number.Serial}"]
            : [$"{code}〕{number.Serial}"];
    }

    /// <summary>The term that stands for what was asked.</summary>
    public static string Of(DocumentNumberQuery query) => (query.AgencyCode, query.Year) switch
    {
        ({ } code, { } year) => $"{Code(code)}〔{year}〕{query.Serial}",
        ({ } code, null) => $"{Code(code)}〕{query.Serial}",
        (null, { } year) => $"〔{year}〕{query.Serial}",
        _ => $"〕{query.Serial}",
    };

    /// <summary>The beginning that every way of writing the number has in canonical text, without the closing 号.</summary>
    public static string Pattern(DocumentNumberQuery query)
    {
        var written = query.Year is { } year ? $"{query.AgencyCode} {year} {query.Serial}" : $"{query.AgencyCode}第{query.Serial}号";
        return QueryWord.PatternOf(CanonicalText.TextOf(written));
    }

    /// <summary>Agency codes compare folded, without spaces; at most 24 characters of them tell codes apart.</summary>
    public static string Code(string agencyCode)
    {
        var code = CanonicalText.TextOf(agencyCode).Replace(" ", "", StringComparison.Ordinal);
        return code.Length <= 24 ? code : code[..24];
    }
}
