using System.ComponentModel;
using System.Globalization;
using Livelihood.Content.Feeds;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Api.Reading;

/// <summary>What a list of items is asked for. All of it is text at first, so that an error can say in Chinese what would be right.</summary>
internal sealed record ItemsRequest
{
    private const int UsualSize = 50;
    private const int LargestSize = 100;

    private static readonly Dictionary<string, PublicationOrder> Orders = new(StringComparer.Ordinal)
    {
        ["-published"] = PublicationOrder.NewestPublished,
        ["published"] = PublicationOrder.OldestPublished,
        ["-date"] = PublicationOrder.NewestDated,
        ["date"] = PublicationOrder.OldestDated,
    };

    [FromQuery(Name = "type"), Description("内容类型的名称，例如 OfficialDocument")]
    public string? Type { get; init; }

    [FromQuery(Name = "agency"), Description("机关编码，例如 SMX-ZFB")]
    public string? Agency { get; init; }

    [FromQuery(Name = "subAgencies"), Description("true：连同下级机关；默认 false")]
    public string? SubAgencies { get; init; }

    [FromQuery(Name = "category"), Description("公开类别，例如 20-1")]
    public string? Category { get; init; }

    [FromQuery(Name = "year"), Description("生成日期所在的年份，例如 2021")]
    public string? Year { get; init; }

    [FromQuery(Name = "from"), Description("生成日期不早于这一天，例如 2021-01-01")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("生成日期不晚于这一天，例如 2021-12-31")]
    public string? To { get; init; }

    [FromQuery(Name = "updatedSince"), Description("在这个时间或者以后公开、更新的，例如 2026-03-01T00:00:00Z；同步数据时与 sort=published 一起用")]
    public string? UpdatedSince { get; init; }

    [FromQuery(Name = "sort"), Description("排序：-published（默认，新公开的在前）、published、-date、date")]
    public string? Sort { get; init; }

    [FromQuery(Name = "limit"), Description("每页几条，1 到 100，默认 50")]
    public string? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("从哪里接着列；取自上一页的 next，不要自己编写")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "format"), Description("json（默认）或者 csv；也可以用请求头 Accept: text/csv")]
    public string? Format { get; init; }

    /// <summary>Reads the parameters.</summary>
    /// <param name="all">All agencies.</param>
    /// <param name="types">The names of the listed types.</param>
    /// <param name="errors">By parameter; empty where all is well.</param>
    public ItemsQuestion Read(IReadOnlyList<Agency> all, IEnumerable<string> types, out IReadOnlyDictionary<string, string[]> errors)
    {
        var wrong = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var order = Of("sort", Sort, Orders.ContainsKey, s => Orders[s], PublicationOrder.NewestPublished, $"没有“{Sort}”这种排序。可以用：{string.Join("、", Orders.Keys)}。");
        var cursor = Cursor is null or "" ? null : PublicationCursor.Parse(Cursor);
        if (Cursor is { Length: > 0 } && cursor?.Order != order)
        {
            wrong["cursor"] = ["cursor 只能照原样取自上一页的 next，并且其他参数不变。请从第一页重新开始。"];
        }

        var year = Of("year", Year, t => Whole(t) is >= 1900 and <= 9998, t => Whole(t), null, "year 应当是四位的年份，例如 2021。");
        var from = Of("from", From, IsDate, t => (DateOnly?)Date(t), null, "from 应当写作 2021-01-01 的形式，并且是存在的日期。");
        var to = Of("to", To, IsDate, t => (DateOnly?)Date(t), null, "to 应当写作 2021-12-31 的形式，并且是存在的日期。");
        var filter = new PublicationFilter
        {
            Lines = new()
            {
                Types = Of<IReadOnlyList<string>>("type", Type, t => types.Contains(t), t => [t], [], $"没有公开的类型“{Type}”。可以用：{string.Join("、", types)}。"),
                AgencyIds = AgenciesOf(all, wrong),
                Categories = string.IsNullOrEmpty(Category) ? [] : [Category],
            },
            From = Later(from, year is { } y ? new DateOnly(y, 1, 1) : null),
            To = Earlier(to, year is { } z ? new DateOnly(z, 12, 31) : null),
            PublishedSince = Of("updatedSince", UpdatedSince, t => Instant(t) is not null, Instant, null, "updatedSince 应当写作 2026-03-01T00:00:00Z 的形式，带时区。"),
        };
        var size = Of("limit", Limit, t => Whole(t) is >= 1 and <= LargestSize, t => Whole(t)!.Value, UsualSize, $"limit 应当是 1 到 {LargestSize} 的整数。");
        errors = wrong;
        return new(filter, order, cursor, size);

        T Of<T>(string name, string? text, Func<string, bool> isRight, Func<string, T> read, T otherwise, string problem)
        {
            if (string.IsNullOrEmpty(text))
            {
                return otherwise;
            }

            if (isRight(text))
            {
                return read(text);
            }

            wrong[name] = [problem];
            return otherwise;
        }
    }

    private IReadOnlyList<string> AgenciesOf(IReadOnlyList<Agency> all, Dictionary<string, string[]> wrong)
    {
        if (SubAgencies is not (null or "" or "true" or "false"))
        {
            wrong["subAgencies"] = ["subAgencies 应当是 true 或者 false。"];
        }

        if (string.IsNullOrEmpty(Agency))
        {
            return [];
        }

        if (!all.Any(a => a.Id == Agency))
        {
            wrong["agency"] = [$"没有编码为“{Agency}”的机关。全部编码见 /api/v1/agencies。"];
            return [];
        }

        return SubAgencies == "true" ? [.. all.Where(a => a.LineFrom(all).Any(x => x.Id == Agency)).Select(a => a.Id)] : [Agency];
    }

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(string text) => DateTimeOffset.TryParseExact(
        text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToUniversalTime() : null;

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a > b || b is null ? a : b;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a < b || b is null ? a : b;
}

/// <summary>What a list was asked for, read.</summary>
/// <param name="Filter">Which items.</param>
/// <param name="Order">In which order.</param>
/// <param name="After">Where the page begins, or null.</param>
/// <param name="Size">How many.</param>
internal sealed record ItemsQuestion(PublicationFilter Filter, PublicationOrder Order, PublicationCursor? After, int Size);
