using System.Text.Json;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;

namespace Livelihood.Gazettes.Edition.Archive;

/// <summary>Describes documents and the issue as JSON, indented, with LF.</summary>
internal static class ArchiveRecord
{
    private static readonly JsonSerializerOptions Format = new(ContentData.Json) { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static byte[] Of(AssembledDocument document, ArchiveContent archive, ArchiveFile text, ArchiveFile markdown)
    {
        var (version, record) = (document.Version, document.Version.Part<OfficialDocumentPart>());
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                version.ItemId,
                VersionId = version.Id.ToString("N"),
                VersionNumber = version.Number,
                version.Item.IndexNumber,
                Address = version.Item.Path,
                Title = version.DisplayText,
                record?.Number,
                IssuingAgencies = record?.IssuingAgencies ?? [],
                record?.Addressees,
                record?.CopiedTo,
                FormedOn = record?.FormedOn?.Iso(),
                PublishedOn = record?.PublishedOn?.Iso(),
                EffectiveOn = record?.EffectiveOn?.Iso(),
                RepealedOn = record?.RepealedOn?.Iso(),
                Validity = record?.Validity?.ToString(),
                record?.Topic,
                SubjectTerms = record?.SubjectTerms ?? [],
                Abstract = version.Part<DisclosureRecordPart>()?.Abstract,
                PublishedUtc = version.PublishedUtc?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"),
                PrintedIn = new { archive.Issue.Layout.Name, document.Section, document.Order, Page = archive.PageOf(document) },
                Files = new[] { text, markdown }.Select(f => new { f.Path, Sha256 = f.Hash, Bytes = f.Content.Length }),
            },
            Format);
    }

    public static byte[] Of(ArchiveContent archive)
    {
        var (version, issue) = (archive.Issue.Version, archive.Issue.Issue);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                version.ItemId,
                VersionId = version.Id.ToString("N"),
                version.Item.IndexNumber,
                Address = version.Item.Path,
                Title = version.DisplayText,
                issue.Gazette,
                issue.Year,
                issue.Number,
                issue.TotalNumber,
                PublishedOn = issue.PublishedOn?.Iso(),
                issue.Publisher,
                issue.Board,
                issue.Sections,
            },
            Format);
    }
}
