using System.Text;
using System.Xml;
using Livelihood.Content.Catalogue;
using Livelihood.Platform.Data;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Feeds;

/// <summary>
/// The sitemap: an index of parts, each a stretch of the catalogue in order of publication. What was published long ago
/// stays in its part with its time, so that a search engine fetches the last part anew and little else.
/// </summary>
public sealed class Sitemap(PortalDbContext db, PublicAddresses addresses, IEnumerable<SitemapPage> pages)
{
    /// <summary>Addresses in a part; the protocol allows 50,000, but a part is read in one go.</summary>
    public const int PartSize = 10_000;

    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string ContentType = "application/xml; charset=utf-8";

    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Async = true };

    /// <summary>The index: the fixed pages and each part, with the time of its newest address.</summary>
    public async Task<IResult> IndexAsync(CancellationToken cancellation)
    {
        // The last entry of each part is its newest.
        var newest = await db.Set<CatalogueEntry>().FromSqlRaw(
            """
            SELECT e.* FROM catalogue_entries AS e
            JOIN (SELECT "ItemId", ROW_NUMBER() OVER (ORDER BY "PublishedUtc", "ItemId") AS place, COUNT(*) OVER () AS total
                FROM catalogue_entries) AS p ON p."ItemId" = e."ItemId"
            WHERE p.place % {0} = 0 OR p.place = p.total
            """, (long)PartSize).OrderBy(e => e.PublishedUtc).ThenBy(e => e.ItemId).Select(e => e.PublishedUtc).ToListAsync(cancellation);
        var map = Write("sitemapindex", xml =>
        {
            Address(xml, "sitemap", addresses.Of("/sitemap-pages.xml"), null);
            foreach (var (number, modified) in newest.Index())
            {
                Address(xml, "sitemap", addresses.Of($"/sitemap-{number + 1}.xml"), modified);
            }
        });
        return new CacheableBody(map, ContentType, MaxAge);
    }

    /// <summary>The fixed pages. When they changed last nobody knows, so nothing is said of it.</summary>
    public IResult Pages() => new CacheableBody(
        Write("urlset", xml =>
        {
            foreach (var page in pages.OrderBy(p => p.Path, StringComparer.Ordinal))
            {
                Address(xml, "url", addresses.Of(page.Path), null);
            }
        }), ContentType, MaxAge);

    /// <summary>A part, written while it is read.</summary>
    /// <param name="number">From 1.</param>
    public IResult Part(int number) => new StreamedPart(AddressesOf(number), addresses);

    private static byte[] Write(string root, Action<XmlWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartElement(root, Schema);
            content(xml);
            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    private static void Address(XmlWriter xml, string element, string address, DateTimeOffset? modified)
    {
        xml.WriteStartElement(element, Schema);
        xml.WriteElementString("loc", Schema, address);
        if (modified is { } at)
        {
            xml.WriteElementString("lastmod", Schema, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        }

        xml.WriteEndElement();
    }

    private IAsyncEnumerable<MappedAddress> AddressesOf(int number) =>
        db.Set<CatalogueEntry>().OrderBy(e => e.PublishedUtc).ThenBy(e => e.ItemId)
            .Skip((number - 1) * PartSize).Take(PartSize)
            .Select(e => new MappedAddress(e.Path, e.PublishedUtc)).AsAsyncEnumerable();

    private sealed record MappedAddress(string Path, DateTimeOffset PublishedUtc);

    private sealed class StreamedPart(IAsyncEnumerable<MappedAddress> part, PublicAddresses addresses) : IResult
    {
        private const int FlushEvery = 500;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var cancellation = httpContext.RequestAborted;
            await using var found = part.GetAsyncEnumerator(cancellation);
            if (!await found.MoveNextAsync())
            {
                httpContext.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            httpContext.Response.ContentType = ContentType;
            httpContext.Response.GetTypedHeaders().CacheControl = new() { Public = true, MaxAge = MaxAge };
            // Elements gather in the pipe and go out with each flush; nothing here blocks on the reader's network.
            await using var xml = XmlWriter.Create(httpContext.Response.BodyWriter.AsStream(leaveOpen: true), Settings);
            await xml.WriteStartElementAsync(null, "urlset", Schema);
            var written = 0;
            do
            {
                Address(xml, "url", addresses.Of(found.Current.Path), found.Current.PublishedUtc);
                if (++written % FlushEvery == 0)
                {
                    await xml.FlushAsync();
                }
            }
            while (await found.MoveNextAsync());
            await xml.WriteEndElementAsync();
        }
    }
}
