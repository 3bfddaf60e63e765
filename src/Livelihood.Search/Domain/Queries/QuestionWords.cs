using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Queries;

/// <summary>
/// The words by which a sentence asks. Readers type questions as they would ask them at a counter; what they look for is
/// what remains: 残疾儿童康复救助标准是多少 asks for 残疾儿童康复救助标准.
/// </summary>
internal static class QuestionWords
{
    /// <summary>Longer ones first, so that none is cut in half.</summary>
    private static readonly string[] Anywhere =
    [
        "什么时候", "多长时间", "需要多久", "是多久", "可不可以", "我想知道", "我想了解", "想要了解", "有没有", "能不能", "是不是", "是多少", "有多少", "多少钱",
        "什么是", "是什么", "为什么", "怎么样", "怎么办", "怎么", "怎样", "如何", "什么", "哪些", "哪里", "哪儿", "哪个", "多少", "多久",
        "请问", "想知道", "想了解",
    ];

    private static readonly string[] AtEnd = ["吗", "呢", "吧"];

    /// <summary>The words of a canonical text that are left, each in canonical form; the text itself where none would be.</summary>
    public static IReadOnlyList<string> CutFrom(string canonical)
    {
        var rest = canonical.TrimEnd();
        foreach (var word in AtEnd)
        {
            rest = rest.EndsWith(word, StringComparison.Ordinal) ? rest[..^word.Length] : rest;
        }

        foreach (var word in Anywhere)
        {
            rest = rest.Replace(word, "\n", StringComparison.Ordinal);
        }

        if (rest.Length == canonical.TrimEnd().Length && !rest.Contains('\n', StringComparison.Ordinal))
        {
            return [canonical];
        }

        var left = rest.Split('\n').Select(CanonicalText.TextOf).Where(p => p.Length > 1).ToList();
        return left.Count > 0 ? left : [canonical];
    }
}
