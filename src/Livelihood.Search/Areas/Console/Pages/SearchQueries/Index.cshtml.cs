using System.Globalization;
using System.Text;
using Livelihood.Platform.Accounts;
using Livelihood.Search.QueryLog;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Livelihood.Search.Areas.Console.Pages.SearchQueries;

/// <summary>What readers seek, and what they seek and do not find: what is worth publishing, or naming as people name it.</summary>
[Authorize(Permissions.EditContent)]
public sealed class IndexModel(QueryLogReport report, IOptions<SearchOptions> options) : PageModel
{
    /// <summary>The times that can be looked at, in days.</summary>
    public static readonly IReadOnlyList<int> Times = [30, 90];

    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = 30;

    public IReadOnlyList<QueryLine> Sought { get; private set; } = [];

    public IReadOnlyList<QueryLine> Missed { get; private set; } = [];

    public IReadOnlyList<QueryDay> ByDay { get; private set; } = [];

    /// <summary>How long the log is kept, in days; 0: there is none.</summary>
    public int KeptDays => Math.Max(0, options.Value.QueryLogDays);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Days = Times.Contains(Days) ? Days : Times[0];
        Sought = await report.SoughtAsync(Days, cancellation);
        Missed = await report.MissedAsync(Days, cancellation);
        ByDay = await report.DaysAsync(Days, cancellation);
    }

    /// <summary>The same as a table (RFC 4180) that spreadsheets open.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        var lines = Sought.Union(Missed).Select(q => new[] { q.Text, Number(q.Times), Number(q.Missed), Number(q.Found), Number(q.Clicks) })
            .Prepend(["查询词", "次数", "没有找到的次数", "结果（篇）", "打开结果的次数"]);
        var text = string.Concat(lines.Select(line => string.Join(',', line.Select(Field)) + "\r\n"));
        return File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", $"search-queries-{Days}.csv");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // A value that begins like a formula gets an apostrophe in front, as spreadsheets themselves write it.
    private static string Field(string value) =>
        $"\"{(value.Length > 0 && "=+-@\t\r".Contains(value[0]) ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
