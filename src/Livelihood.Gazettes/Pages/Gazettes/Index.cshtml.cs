using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Livelihood.Content.Feeds;
using Livelihood.Content.Navigation;
using Livelihood.Content.Pages;
using Livelihood.Gazettes.Domain.Issues;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Issues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Gazettes.Pages.Gazettes;

/// <summary>The database of all published issues: a year's as a wall of covers, or all of them as a list.</summary>
public sealed class IndexModel(IssueLists issues, SiteStructures structures) : PageModel
{
    private static readonly string Build = typeof(IndexModel).Module.ModuleVersionId.ToString("N")[..8];

    private static readonly (IssueOrder Order, string Name)[] Orders =
    [
        (IssueOrder.Issue, "issue"), (IssueOrder.Total, "total"), (IssueOrder.Date, "date"), (IssueOrder.Documents, "documents"), (IssueOrder.Pages, "pages"),
    ];

    [BindProperty(SupportsGet = true, Name = "view")]
    public string? Look { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Order { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>What was typed to jump to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Issue { get; set; }

    /// <summary>Why the jump failed; null where there was none.</summary>
    public string? Problem { get; private set; }

    public IReadOnlyList<IssueYear> Years { get; private set; } = [];

    /// <summary>The year shown; null in the list, and where there is no issue.</summary>
    public IssueWall? Wall { get; private set; }

    /// <summary>The page of the list; empty on the wall.</summary>
    public IReadOnlyList<PublishedIssue> List { get; private set; } = [];

    public bool IsList => Look == "list";

    public int Total => Years.Sum(y => y.Count);

    public int PageCount => Math.Max(1, (Total + IssueLists.PageSize - 1) / IssueLists.PageSize);

    /// <summary>The feed of new issues.</summary>
    public static KeyValuePair<string, string> Feed => new("政府公报", "~" + FeedEndpoints.PathOfType(IssueContent.IssueType));

    public async Task<IActionResult> OnGetAsync(string? year, CancellationToken cancellation)
    {
        Years = await issues.YearsAsync(cancellation);
        if (!string.IsNullOrWhiteSpace(Issue) && await JumpAsync(year, cancellation) is { } found)
        {
            return found;
        }

        if (IsList)
        {
            Number = Math.Clamp(Number, 1, PageCount);
            List = await issues.PageAsync(Sorted, Order == "asc", Number, cancellation);
        }
        else
        {
            var shown = YearIn(year);
            if (shown is null && !string.IsNullOrWhiteSpace(year))
            {
                return NotFound();
            }

            Wall = (shown ?? NewestYear) is { } one ? await issues.WallAsync(one, cancellation) : null;
        }

        var site = await structures.CurrentAsync(cancellation);
        return IsUnchanged($"{site.Stamp}") ? StatusCode(304) : Page();
    }

    /// <summary>By what the list is ordered.</summary>
    public IssueOrder Sorted => Orders.FirstOrDefault(o => o.Name == Sort).Order;

    /// <summary>The address of the list ordered by a column; the one it is ordered by turns round.</summary>
    public string SortUrl(IssueOrder order)
    {
        var isRising = order == Sorted && Order != "asc";
        return Url.Page("/Gazettes/Index", new { view = "list", sort = Orders.First(o => o.Order == order).Name, order = isRising ? "asc" : "desc" }) ?? "";
    }

    /// <summary><c>aria-sort</c> of a column; null where it is not ordered by it.</summary>
    public string? SortState(IssueOrder order) => order != Sorted ? null : Order == "asc" ? "ascending" : "descending";

    /// <summary>The address of another page of the list.</summary>
    public string UrlOfPage(int number) => Url.Page("/Gazettes/Index", new { view = "list", sort = Sort, order = Order, p = number }) ?? "";

    private int? NewestYear => Years is [var newest, ..] ? newest.Year : null;

    private int? YearIn(string? year) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) && Years.Any(y => y.Year == typed) ? typed : null;

    private async Task<IActionResult?> JumpAsync(string? year, CancellationToken cancellation)
    {
        if (IssueAddress.Read(Issue) is not { } address)
        {
            Problem = $"没有看懂“{Issue}”。请写年份和期号，例如“2019年第6号”，或者总期号，例如“总第161号”。";
            return null;
        }

        if (address is { Number: null, Total: null })
        {
            if (Years.Any(y => y.Year == address.Year))
            {
                return Redirect(Url.Content($"~/gazettes?year={address.Year}"));
            }

            Problem = $"还没有收录{address.Year}年的公报。";
            return null;
        }

        if (await issues.FindAsync(address, YearIn(year) ?? NewestYear, cancellation) is { } issue)
        {
            return Redirect(Url.Content("~" + GazetteIssuePart.PathOf(issue.Year, issue.Number)));
        }

        Problem = $"没有找到“{Issue}”：这一期还没有收录，或者没有这一期。";
        return null;
    }

    // The page is its data, the site's menus and its build; who is signed in sees other menus.
    private bool IsUnchanged(string site)
    {
        var shown = string.Join(';', (Wall?.Issues ?? List).Select(i => $"{i.ItemId}{i.Year}-{i.Number}-{i.TotalNumber}-{i.PublishedOn:O}{i.Documents}-{i.LastPage}{i.Gazette}"));
        var years = string.Join(';', Years.Select(y => $"{y.Year}={y.Count}"));
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{site}{Request.PathBase}{Request.QueryString}{years}{shown}{Wall?.MissingAtTheEnd}")))[..16];
        var etag = new EntityTagHeaderValue($"\"gazettes-{Build}-{fingerprint}\"", isWeak: true);
        PublicCaching.Allow(HttpContext);
        Response.Headers.ETag = etag.ToString();
        return User.Identity?.IsAuthenticated != true && Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(etag, useStrongComparison: false));
    }
}
