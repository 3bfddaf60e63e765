using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Content.Parts;
using Livelihood.Formats;
using Livelihood.Formats.Markdown;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Content.Writing;

/// <summary>Lays the versions of items out as official documents: record, text and pictures. Who may have them, the caller has decided.</summary>
public sealed class DocumentLayouts(PortalDbContext db, IAgencyDirectory agencies, IFileStore files, IConfiguration configuration)
{
    private const long LargestPictures = 64L * 1024 * 1024;

    /// <summary>The layout; null where the version has no text.</summary>
    /// <param name="version">The version, with its item.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<OfficialDocumentLayout?> OfAsync(ContentVersion version, CancellationToken cancellation = default)
    {
        if (version.Part<MarkdownBodyPart>() is not { } body)
        {
            return null;
        }

        var document = version.Part<OfficialDocumentPart>();
        var agency = await agencies.FindAsync(version.Item.AgencyId, cancellation);
        return new OfficialDocumentLayout
        {
            Title = version.DisplayText,
            Issuers = document?.IssuingAgencies ?? [],
            Number = document?.Number,
            Addressees = document?.Addressees,
            Markdown = body.Markdown,
            Signature = document is null ? null : document.IssuingAgencies.Count > 0 ? string.Join(' ', document.IssuingAgencies) : agency?.Name,
            FormedOn = document?.FormedOn,
            CopiedTo = document?.CopiedTo,
            Portal = PortalAddress(),
            Pictures = await PicturesAsync(version.Item, body.Markdown, cancellation),
        };
    }

    /// <summary>Only a configured address: what a visitor's request calls the portal must not get into files that others are given.</summary>
    public Uri? PortalAddress() =>
        configuration["Portal:SiteDomain"] is { Length: > 0 } domain
        && Uri.TryCreate($"https://{domain.Trim()}{configuration["Portal:PathBase"]?.TrimEnd('/')}/", UriKind.Absolute, out var address) ? address : null;

    /// <summary>The pictures of the text that belong to the site or to the item's own agency.</summary>
    private async Task<Dictionary<string, byte[]>> PicturesAsync(ContentItem item, string markdown, CancellationToken cancellation)
    {
        var links = MarkdownDialect.Parse(markdown).Descendants<LinkInline>().Where(l => l.IsImage && MediaAddress.PathIn(l.Url) is not null)
            .Select(l => l.Url!).Distinct(StringComparer.Ordinal).Take(200).ToDictionary(l => l, l => MediaAddress.PathIn(l)!, StringComparer.Ordinal);
        if (links.Count == 0)
        {
            return [];
        }

        var paths = links.Values.ToList();
        var stored = await db.Set<MediaFile>().AsNoTracking()
            .Where(f => paths.Contains(f.Path) && (f.AgencyId == null || f.AgencyId == item.AgencyId) && f.Scan != MediaScan.Waiting && f.Scan != MediaScan.Infected)
            .ToDictionaryAsync(f => f.Path, f => f.FileHash, StringComparer.Ordinal, cancellation);
        var pictures = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var left = LargestPictures;
        foreach (var (link, path) in links)
        {
            if (stored.TryGetValue(path, out var hash) && files.Open(hash) is { } content)
            {
                await using (content)
                {
                    if (content.Length <= left)
                    {
                        left -= content.Length;
                        pictures[link] = new byte[content.Length];
                        await content.ReadExactlyAsync(pictures[link], cancellation);
                    }
                }
            }
        }

        return pictures;
    }
}
