using System.Text;
using System.Xml;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Rendering;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Content.Feeds;

/// <summary>A feed, but for its entries.</summary>
/// <param name="Name">Unique among the portal's feeds and never changed, such as <c>feed/all</c>; the feed's id is made of it.</param>
/// <param name="Title">What a reader sees in a list of feeds.</param>
/// <param name="Path">The feed's own address below the portal's root.</param>
/// <param name="PagePath">The page that shows the same to people, below the portal's root.</param>
public sealed record FeedHead(string Name, string Title, string Path, string PagePath)
{
    /// <summary>The query of <see cref="Path"/>, escaped, with its question mark; empty for none.</summary>
    public string Query { get; init; } = "";

    /// <summary>The query of <see cref="PagePath"/>, likewise.</summary>
    public string PageQuery { get; init; } = "";

    /// <summary>The query of the feed's first page, where this is a later one; null on the first.</summary>
    public string? FirstQuery { get; init; }

    /// <summary>The query of the page with the next older entries; null on the last page.</summary>
    public string? NextQuery { get; init; }
}

/// <summary>Writes Atom feeds (RFC 4287) of catalogue entries, paged as RFC 5005 says.</summary>
public sealed class AtomFeed(PublicAddresses addresses, IAgencyDirectory agencies, ContentDefinitions definitions, IConfiguration configuration)
{
    /// <summary>Entries on a page of a feed.</summary>
    public const int PageSize = 50;

    /// <summary>The type of the answer.</summary>
    public const string ContentType = "application/atom+xml; charset=utf-8";

    /// <summary>How long a reader's program may keep a feed without asking.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    private const string Atom = "http://www.w3.org/2005/Atom";

    // Indented, for those who look at it in a browser.
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    /// <summary>The feed as an answer, with its time and entity tag. Without entries it is a valid feed, too.</summary>
    /// <param name="head">What the feed is.</param>
    /// <param name="entries">Newest publication first.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public async Task<IResult> AnswerAsync(FeedHead head, IReadOnlyList<CatalogueEntry> entries, CancellationToken cancellation = default)
    {
        var agencyNames = (await agencies.AllAsync(cancellation)).ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        var types = await definitions.TypesAsync(cancellation);
        // A feed without entries has changed never yet.
        var updated = entries.Count > 0 ? entries.Max(e => e.PublishedUtc) : DateTimeOffset.UnixEpoch;
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, "zh-CN");
            WriteHead(xml, head, updated);
            foreach (var entry in entries)
            {
                WriteEntry(xml, entry, agencyNames.GetValueOrDefault(entry.AgencyId, entry.AgencyId), types.GetValueOrDefault(entry.Type)?.DisplayName ?? entry.Type);
            }

            xml.WriteEndElement();
        }

        return new CacheableBody(buffer.ToArray(), ContentType, MaxAge, updated);
    }

    private void WriteHead(XmlWriter xml, FeedHead head, DateTimeOffset updated)
    {
        Text(xml, "id", addresses.TagOf(head.Name));
        Text(xml, "title", head.Title);
        Text(xml, "updated", Instant(updated));
        Link(xml, "self", ContentType, addresses.Of(head.Path, head.Query));
        Link(xml, "alternate", "text/html", addresses.Of(head.PagePath, head.PageQuery));
        if (head.FirstQuery is { } first)
        {
            Link(xml, "first", ContentType, addresses.Of(head.Path, first));
        }

        if (head.NextQuery is { } next)
        {
            Link(xml, "next", ContentType, addresses.Of(head.Path, next));
        }

        Author(xml, configuration["Portal:GovernmentName"] ?? addresses.Domain);
    }

    private void WriteEntry(XmlWriter xml, CatalogueEntry entry, string agency, string type)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", addresses.TagOf(entry.ItemId));
        Text(xml, "title", entry.Title);
        Text(xml, "published", Instant(entry.FirstPublishedUtc));
        Text(xml, "updated", Instant(entry.PublishedUtc));
        Author(xml, agency);
        Link(xml, "alternate", "text/html", addresses.Of(entry.Path));
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", entry.Type);
        xml.WriteAttributeString("label", Clean(type));
        xml.WriteEndElement();
        Text(xml, "summary", string.Join("　", new[] { entry.Number, entry.Date.Text(), entry.Abstract }.Where(t => !string.IsNullOrWhiteSpace(t))));
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type.Split(';')[0]);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Clean(text));

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    // Control characters that a title was pasted with have no place in XML at all, not even escaped.
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(
        text.EnumerateRunes().Where(r => r.Utf16SequenceLength == 2 || XmlConvert.IsXmlChar((char)r.Value)));
}
