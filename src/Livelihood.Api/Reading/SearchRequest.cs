using System.ComponentModel;
using System.Globalization;
using Livelihood.Content.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Api.Reading;

/// <summary>What a search is asked for: the parameters of the search page's address, and the size of a page.</summary>
internal sealed record SearchRequest
{
    private const int UsualSize = 10;
    private const int LargestSize = 50;

    /// <summary>Results that can be read of one search.</summary>
    public const int MostResults = 500;

    private static readonly string[] Filters = ["type", "agency", "year", "validity", "topic", "category", "issue"];

    [FromQuery(Name = "q"), Description("要查找的词、文号或者一句话，写法与搜索页相同：引号、减号、标题:、文号:、发文机关:、日期:")]
    public string? Text { get; init; }

    [FromQuery(Name = "type"), Description("内容类型的名称；可以写多次，符合其一即可，下同。只选一种类型时，还可以用 f.部件.字段 限定它自己的字段")]
    public string[]? Types { get; init; }

    [FromQuery(Name = "agency"), Description("机关编码，连同下级机关")]
    public string[]? Agencies { get; init; }

    [FromQuery(Name = "year"), Description("生成日期所在的年份，例如 2021")]
    public string[]? Years { get; init; }

    [FromQuery(Name = "validity"), Description("有效性：current（有效）、ended（已废止或失效）")]
    public string[]? Validity { get; init; }

    [FromQuery(Name = "topic"), Description("主题分类的代码")]
    public string[]? Topics { get; init; }

    [FromQuery(Name = "category"), Description("公开类别，例如 20-1")]
    public string[]? Categories { get; init; }

    [FromQuery(Name = "issue"), Description("刊登它的公报的永久编号")]
    public string[]? Issues { get; init; }

    [FromQuery(Name = "sort"), Description("排序：不写（相关的在前）、newest（新的在前）、number（按文号）")]
    public string? Sort { get; init; }

    [FromQuery(Name = "page"), Description("第几页，从 1 起；一次搜索最多读取前 500 条")]
    public string? Page { get; init; }

    [FromQuery(Name = "limit"), Description("每页几条，1 到 50，默认 10")]
    public string? Limit { get; init; }

    [FromQuery(Name = "format"), Description("json（默认）或者 csv；也可以用请求头 Accept: text/csv")]
    public string? Format { get; init; }

    /// <summary>Reads the parameters.</summary>
    /// <param name="query">The address's query, which may name fields of a type too.</param>
    /// <param name="errors">By parameter; empty where these are right. What is wrong in the filter, the answer says.</param>
    public SearchQuestion Read(IQueryCollection query, out IReadOnlyDictionary<string, string[]> errors)
    {
        var wrong = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var size = Number("limit", Limit, 1, LargestSize, UsualSize);
        var page = Number("page", Page, 1, Math.Max(1, MostResults / size), 1);
        errors = wrong;
        return new()
        {
            Text = Text,
            Filter = query.Where(q => Filters.Contains(q.Key) || q.Key.StartsWith("f.", StringComparison.Ordinal)),
            Sort = Sort,
            Page = page,
            Size = size,
        };

        int Number(string name, string? text, int least, int most, int usual)
        {
            if (string.IsNullOrEmpty(text))
            {
                return usual;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            wrong[name] = [$"{name} 应当是 {least} 到 {most} 的整数。"];
            return usual;
        }
    }
}
