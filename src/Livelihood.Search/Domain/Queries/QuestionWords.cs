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
        "在什么地方", "什么地方", "什么时候", "什么时间", "多长时间", "有哪几种", "有几种", "是几号", "几月几号", "哪一天", "能否", "可以吗", "行不行", "要不要", "该找谁", "找谁", "归谁管", "谁负责", "谁管",
        "我想问一下", "我想问", "想问一下", "帮我查一下", "帮我查", "查一下", "麻烦问一下", "听说", "我要", "需要多久", "是多久", "可不可以", "我想知道", "我想了解", "想要了解", "有没有", "能不能", "是不是", "是多少", "有多少", "多少钱",
        "什么是", "是什么", "为什么", "怎么样", "怎么办", "怎么", "怎样", "如何", "什么", "哪些", "哪里", "哪儿", "哪个", "多少", "多久",
        "几天内", "多少天", "多少个", "多少人", "多少户", "多大", "多高", "在哪", "去哪", "到哪", "请问", "想知道", "想了解",
    ];

    /// <summary>Words of a sentence that a text need not have to answer it.</summary>
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "我们", "你们", "他们", "咱们", "自己", "本人", "大家", "这个", "那个", "这些", "那些", "哪个", "可以", "需要", "应该", "能够", "可能", "必须", "是否", "有关", "关于", "相关",
        "办理", "一下", "一个", "一些", "一共", "总共", "现在", "目前", "今年", "去年", "明年", "最近", "已经", "还是", "或者", "以及", "的话", "时候", "地方", "东西", "事情", "知道", "告诉", "了解",
        "查询", "查找", "咨询", "帮忙", "麻烦", "谢谢", "您好", "你好", "没有", "不能", "不是", "就是", "如果", "因为", "所以", "但是", "什么", "怎么", "哪里", "哪些", "多少", "几个", "家里", "我家",
    };

    private static readonly string[] AtEnd = ["吗", "呢", "吧"];

    /// <summary>Whether a word may be left out of a sentence.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);

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
