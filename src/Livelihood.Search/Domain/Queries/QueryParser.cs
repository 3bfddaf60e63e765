using Livelihood.Content.Documents;
using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Queries;

/// <summary>
/// Reads what a reader typed: words, <c>"exact phrases"</c>, <c>-excluded</c>, document numbers in any spelling, named parts such as <c>标题:</c> and <c>日期:</c>. There is no
/// input that it refuses or fails on; what it leaves out, it says.
/// </summary>
public static class QueryParser
{
    /// <summary>Characters of a query that count; the rest is cut off.</summary>
    public const int LongestText = 200;

    /// <summary>Words, phrases and exclusions that count.</summary>
    public const int MostWords = 12;

    /// <summary>Characters of a text that count when published items are suggested for it.</summary>
    public const int LongestDescription = 500;

    /// <summary>Reads a query. Never fails.</summary>
    public static SearchQuery Parse(string? text) => Parse(text, LongestText, MostWords);

    /// <summary>
    /// Reads a text that describes what is wanted, such as a request: it may be longer, and quotation marks and dashes mean
    /// nothing in it. Never fails.
    /// </summary>
    public static SearchQuery ParseText(string? text)
    {
        var query = Parse(text, LongestDescription, 4 * MostWords);
        return query with
        {
            Words = [.. query.Words.Select(w => w is { IsExact: true, Number: null } ? QueryWord.Word(w.Canonical) : w)],
            Excluded = [],
        };
    }

    private static SearchQuery Parse(string? text, int longest, int mostWords)
    {
        var notices = new List<string>();
        var bounded = Bound(text, longest, notices);
        var fields = QueryFields.TakeFrom(bounded, out var free);
        notices.AddRange(fields.Notices);
        var number = DocumentNumber.TryParseQuery(free.Trim(), out var whole) && !FollowsWords(free) ? whole : null;
        var words = new List<QueryWord>(fields.Words);
        var excluded = new List<QueryWord>();
        var rest = number is null ? TakeNumbers(free, words, excluded) : free;
        number ??= free.Trim().Length == 0 && words is [{ Number: { } only }] ? only : null;
        var parts = QueryReader.Read(rest);
        if (parts.HasOpenQuote)
        {
            notices.Add("引号没有成对，引号后的文字按普通词查找。");
        }

        foreach (var part in parts.Parts)
        {
            (part.IsExcluded ? excluded : words).AddRange(WordsOf(part));
        }

        Trim(words, excluded, mostWords, notices);
        if (words.Count == 0 && fields.Agencies.Count == 0 && fields.Dates is null)
        {
            notices.AddRange(WhyEmpty(text, excluded));
        }

        return new(bounded, words, excluded, number, notices) { Agencies = fields.Agencies, Dates = fields.Dates };
    }

    private static string Bound(string? text, int longest, List<string> notices)
    {
        var trimmed = VisibleText.Of(text ?? "").Trim();
        if (trimmed.Length <= longest)
        {
            return trimmed;
        }

        notices.Add($"查询词太长，只按前{longest}个字查找。");
        var end = char.IsHighSurrogate(trimmed[longest - 1]) ? longest - 1 : longest;
        return trimmed[..end];
    }

    /// <summary>Whether words stand before the number, not its code alone: before one that has a code, any; before one that has none, two.</summary>
    private static bool FollowsWords(string text) =>
        DocumentNumber.FindAll(text).Select(f => (f.Start, HasCode: true))
            .Concat(DocumentNumber.FindTyped(text).Select(f => (f.Start, HasCode: f.Number.AgencyCode is not null)))
            .Any(f => QueryReader.Read(text[..f.Start]).Parts is var before
                && (f.HasCode ? before.Count > 0 : before.Count > 1 && before.Any(word => word.Text.Length > 1)));

    /// <summary>Takes the numbers out of a longer query, those in full first; what is left are words, and phrases with what stands in them.</summary>
    private static string TakeNumbers(string text, List<QueryWord> words, List<QueryWord> excluded)
    {
        var rest = text.ToCharArray();
        foreach (var found in DocumentNumber.FindAll(text))
        {
            var number = found.Number;
            Take(new(number.AgencyCode, number.Year, number.Serial), found.Start, found.Length);
        }

        foreach (var found in DocumentNumber.FindTyped(new string(rest)))
        {
            Take(found.Number, found.Start, found.Length);
        }

        return new string(rest);

        void Take(DocumentNumberQuery number, int start, int length)
        {
            if (QueryReader.IsQuoted(text, start))
            {
                return;
            }

            var isExcluded = QueryReader.Excludes(rest, start - 1);
            (isExcluded ? excluded : words).Add(QueryWord.NumberAmongWords(text.Substring(start, length), number));
            rest.AsSpan(start, length).Fill(' ');
            if (isExcluded)
            {
                rest[start - 1] = ' ';
            }
        }
    }

    private static IEnumerable<QueryWord> WordsOf(QueryPart part)
    {
        var canonical = CanonicalText.TextOf(part.Text);
        if (canonical.Length < 2)
        {
            return [];
        }

        return part.IsExact || part.IsExcluded
            ? [QueryWord.Exact(canonical)]
            : QuestionWords.CutFrom(canonical).Select(QueryWord.Word);
    }

    private static void Trim(List<QueryWord> words, List<QueryWord> excluded, int most, List<string> notices)
    {
        var distinct = words.DistinctBy(w => (w.Pattern, w.IsExact, w.Forms[0].Column)).ToList();
        words.Clear();
        words.AddRange(distinct.Take(most));
        if (distinct.Count > most || excluded.Count > most)
        {
            notices.Add($"查询词太多，只按前{most}个查找。");
            excluded.RemoveRange(Math.Min(excluded.Count, most), Math.Max(0, excluded.Count - most));
        }
    }

    private static IEnumerable<string> WhyEmpty(string? text, List<QueryWord> excluded) => (string.IsNullOrWhiteSpace(text), excluded.Count) switch
    {
        (true, _) => [],
        (_, > 0) => ["只有要排除的词，请再输入至少一个要找的词。"],
        _ => ["没有可以查找的文字，请输入汉字、字母或数字，例如：断头路、2019年8号。"],
    };
}
