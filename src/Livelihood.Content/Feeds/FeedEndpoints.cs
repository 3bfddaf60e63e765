using System.Text;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Columns;
using Livelihood.Content.Navigation;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Content.Feeds;

/// <summary>What programs fetch at fixed addresses: feeds, the calendar, the sitemap, robots.txt.</summary>
public static class FeedEndpoints
{
    /// <summary>The address of the feed of everything, below the portal's root.</summary>
    public const string AllPath = "/feeds/all.atom";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The address of an agency's feed, below the portal's root.</summary>
    public static string PathOfAgency(string agencyId) => $"/feeds/agencies/{agencyId}.atom";

    /// <summary>The address of a type's feed, below the portal's root.</summary>
    public static string PathOfType(string type) => $"/feeds/types/{type}.atom";

    /// <summary>The address of a column's feed, below the portal's root.</summary>
    public static string PathOfColumn(string slug) => $"/feeds/columns/{slug}.atom";

    /// <summary>Whether a column has a feed: one that leads elsewhere has nothing of its own.</summary>
    public static bool HasFeed(Column column) => column.Selection is { AsksAnything: true } or { Placed.Count: > 0 };

    /// <summary>Maps the addresses.</summary>
    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(AllPath, Reading, AllAsync);
        endpoints.MapMethods(PathOfAgency("{agency}"), Reading, OfAgencyAsync);
        endpoints.MapMethods(PathOfType("{type}"), Reading, OfTypeAsync);
        endpoints.MapMethods(PathOfColumn("{slug}"), Reading, OfColumnAsync);
        endpoints.MapMethods(CalendarFeed.Path, Reading, (CalendarFeed calendar, CancellationToken cancellation) => calendar.AnswerAsync(cancellation));
        endpoints.MapMethods("/sitemap.xml", Reading, (Sitemap sitemap, CancellationToken cancellation) => sitemap.IndexAsync(cancellation));
        endpoints.MapMethods("/sitemap-pages.xml", Reading, (Sitemap sitemap) => sitemap.Pages());
        endpoints.MapMethods("/sitemap-{part:int:min(1)}.xml", Reading, (int part, Sitemap sitemap) => sitemap.Part(part));
        endpoints.MapMethods("/robots.txt", Reading, Robots);
        return endpoints;
    }

    private static Task<IResult> AllAsync(PublicationQuery query, AtomFeed feed, IConfiguration configuration, string? after, CancellationToken cancellation) =>
        AnswerAsync(query, feed, new("feed/all", $"{configuration["Portal:Name"]}：最新公开", AllPath, "/"), new(), after, cancellation);

    private static async Task<IResult> OfAgencyAsync(
        string agency, IAgencyDirectory agencies, PublicationQuery query, AtomFeed feed, string? after, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(agency, cancellation) is not { } known)
        {
            return Results.NotFound();
        }

        var head = new FeedHead($"feed/agencies/{known.Id}", $"{known.Name}：最新公开", PathOfAgency(known.Id), "/documents")
        {
            PageQuery = QueryString.Create("agency", known.Id).Value!,
        };
        return await AnswerAsync(query, feed, head, new() { Lines = new() { AgencyIds = [known.Id] } }, after, cancellation);
    }

    private static async Task<IResult> OfTypeAsync(
        string type, CatalogueQuery catalogue, PublicationQuery query, AtomFeed feed, string? after, CancellationToken cancellation)
    {
        if ((await catalogue.TypesAsync(cancellation)).FirstOrDefault(t => t.Name == type) is not { } known)
        {
            return Results.NotFound();
        }

        var head = new FeedHead($"feed/types/{known.Name}", $"{known.DisplayName}：最新公开", PathOfType(known.Name), "/documents")
        {
            PageQuery = QueryString.Create("type", known.Name).Value!,
        };
        return await AnswerAsync(query, feed, head, new() { Lines = new() { Types = [known.Name] } }, after, cancellation);
    }

    private static async Task<IResult> OfColumnAsync(
        string slug, SiteStructures structures, ColumnLines lines, PublicationQuery query, AtomFeed feed, string? after, CancellationToken cancellation)
    {
        if ((await structures.CurrentAsync(cancellation)).Columns.At(slug) is not { } column || !HasFeed(column))
        {
            return Results.NotFound();
        }

        // By the column's id: it may get another name or address.
        var head = new FeedHead($"feed/columns/{column.Id}", $"{column.Name}：最新公开", PathOfColumn(column.Slug), column.Path);
        var filter = new PublicationFilter { Lines = await lines.FilterAsync(column, cancellation), Also = column.Selection.Placed };
        return await AnswerAsync(query, feed, head, filter, after, cancellation);
    }

    // A place that cannot be read is the beginning: a feed reader cannot act on a complaint.
    private static async Task<IResult> AnswerAsync(
        PublicationQuery query, AtomFeed feed, FeedHead head, PublicationFilter filter, string? after, CancellationToken cancellation)
    {
        var place = PublicationCursor.Parse(after) is { Order: PublicationOrder.NewestPublished } cursor ? cursor : null;
        var page = await query.PageAsync(filter, PublicationOrder.NewestPublished, place, AtomFeed.PageSize, cancellation);
        head = head with
        {
            Query = place is null ? "" : $"?after={place}",
            FirstQuery = place is null ? null : "",
            NextQuery = page.Next is { } next ? $"?after={next}" : null,
        };
        return await feed.AnswerAsync(head, page.Entries, cancellation);
    }

    // What is for staff, for one reader alone, or a form's answer.
    private static CacheableBody Robots(PublicAddresses addresses, HttpRequest request)
    {
        string[] closed = ["/console", "/account", "/preview", "/disclosure/requests/status", "/disclosure/requests/mine", "/status"];
        var lines = new StringBuilder("User-agent: *\n");
        foreach (var path in closed)
        {
            lines.Append("Disallow: ").Append(request.PathBase.Value).Append(path).Append('\n');
        }

        lines.Append("\nSitemap: ").Append(addresses.Of("/sitemap.xml")).Append('\n');
        return new CacheableBody(Encoding.UTF8.GetBytes(lines.ToString()), "text/plain; charset=utf-8", TimeSpan.FromHours(1));
    }
}
