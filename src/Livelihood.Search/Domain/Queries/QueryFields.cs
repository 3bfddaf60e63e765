using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Queries;

/// <summary>
/// Takes the named parts out of a query: <c>标题:</c>, <c>文号:</c>, <c>发文机关:</c>, <c>日期:</c>, with either colon, each up to the next
/// space or, in quotation marks, up to the closing one. What cannot be understood is said and searched as words.
/// </summary>
internal sealed partial class QueryFields
{
    private readonly List<QueryWord> _words = [];
    private readonly List<string> _agencies = [];
    private readonly List<string> _notices = [];
    private DateRange? _dates;

    /// <summary>Words that must stand in the title, and document numbers.</summary>
    public IReadOnlyList<QueryWord> Words => _words;

    /// <summary>Names of issuing agencies, as typed; any of them.</summary>
    public IReadOnlyList<string> Agencies => _agencies;

    /// <summary>The days between which a document's date must lie, or null.</summary>
    public DateRange? Dates => _dates;

    /// <summary>What was not understood.</summary>
    public IReadOnlyList<string> Notices => _notices;

    /// <summary>Takes the named parts out; <paramref name="rest"/> is what is left.</summary>
    public static QueryFields TakeFrom(string text, out string rest)
    {
        var fields = new QueryFields();
        rest = Named().Replace(text, match => fields.Take(match.Groups["name"].Value, match.Groups["value"].Value.Trim(Quotes)) ? " " : $" {match.Groups["value"].Value} ");
        return fields;
    }

    private const string QuoteCharacters = "\"“”＂「」";

    private static readonly char[] Quotes = QuoteCharacters.ToCharArray();

    private bool Take(string name, string value)
    {
        switch (name)
        {
            case "标题":
                var words = value.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries).Select(CanonicalText.TextOf).Where(c => c.Length > 1).ToList();
                _words.AddRange(words.Select(c => QueryWord.In(TextColumn.Title, c)));
                return words.Count > 0;
            case "文号":
                if (DocumentNumber.TryParseQuery(value, out var number))
                {
                    _words.Add(QueryWord.OfNumber(value, number));
                    return true;
                }

                _notices.Add($"“{value}”不像文号，按普通词查找。文号写作：市政办〔2019〕8号、2019年8号。");
                return false;
            case "日期":
                if (DateRange.TryParse(value, out var dates))
                {
                    _dates = dates;
                    if (dates!.WasTurned)
                    {
                        _notices.Add($"“{value}”的先后颠倒了，按{dates.From:yyyy-MM-dd}至{dates.To:yyyy-MM-dd}查找。");
                    }

                    return true;
                }

                _notices.Add($"“{value}”不像日期，没有按日期查找。日期写作：2019、2019-04-30、2019..2021。");
                return true;
            default:
                if (CanonicalText.TextOf(value).Length > 1)
                {
                    _agencies.Add(value);
                }

                return true;
        }
    }

    [GeneratedRegex("""(?<=^|[\s　])(?<name>标题|文号|发文机关|日期)[:：]\s?(?<value>["“＂「][^"”＂」]{1,100}["”＂」]|[^\s　]{1,100})""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
