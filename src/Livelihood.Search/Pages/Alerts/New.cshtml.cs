using Livelihood.Platform.Web;
using Livelihood.Search.Alerts;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Pages.Search;
using Livelihood.Search.Querying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Search.Pages.Alerts;

/// <summary>Subscribes to a search by e-mail. The search stands in the page's address, as on the search page.</summary>
[EnableRateLimiting(AlertRegistration.Limit)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewModel(IQueryReading reading, FilterReading filters, FacetNames names, PublicAddresses addresses) : PageModel
{
    private SearchQuery _query = QueryParser.Parse(null);
    private SearchFilter _filter = SearchFilter.None;

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The search in words.</summary>
    public string Search { get; private set; } = "";

    /// <summary>The address of the search page with this search.</summary>
    public string Back => Url.Content("~/search") + SearchAddress.QueryOf(_query.Text, _filter);

    /// <summary>The address to which a mail is on its way, masked; null before.</summary>
    public string? SentTo { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancellation) =>
        await ReadAsync(q, cancellation) ? Page() : RedirectToPage("/Search/Index");

    public async Task<IActionResult> OnPostAsync(string? q, CancellationToken cancellation)
    {
        if (!await ReadAsync(q, cancellation))
        {
            return RedirectToPage("/Search/Index");
        }

        ModelState.Clear();
        var query = SearchAddress.QueryOf(_query.Text, _filter);
        if (AlertEmail.Read(Email) is not { } address)
        {
            ModelState.AddModelError(nameof(Email), "请填写有效的电子邮箱，例如 name@example.com");
            return Page();
        }

        if (query.Length > SearchAlert.LongestQuery)
        {
            ModelState.AddModelError(nameof(Email), "这个搜索的条件太多，请取消一些筛选以后再订阅");
            return Page();
        }

        // A subscription is written only where it is asked for: the service keeps its room to itself.
        var alerts = HttpContext.RequestServices.GetRequiredService<SearchAlerts>();
        if (!await alerts.RequestAsync(address, addresses.Of("/").TrimEnd('/'), query, Search, cancellation))
        {
            ModelState.AddModelError(nameof(Email), "现在等待确认的订阅太多，请明天再试，或者用阅读器订阅");
            return Page();
        }

        SentTo = AlertEmail.Mask(address);
        return Page();
    }

    private async Task<bool> ReadAsync(string? q, CancellationToken cancellation)
    {
        _query = await reading.ReadAsync(q, cancellation);
        _filter = (await filters.ReadAsync(Request.Query, cancellation)).Filter;
        var chosen = (await names.OfAsync(_filter, cancellation)).Select(c => $"{c.Facet}：{c.Text}").ToList();
        Search = chosen.Count == 0 ? _query.Text : $"{_query.Text}（{string.Join("；", chosen)}）";
        return !_query.IsEmpty;
    }
}
