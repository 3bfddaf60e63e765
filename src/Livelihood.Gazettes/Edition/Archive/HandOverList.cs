using System.Globalization;
using CsvHelper;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;

namespace Livelihood.Gazettes.Edition.Archive;

/// <summary>移交清单: the list with which an archive or a library takes the documents over, as CSV that spreadsheets open.</summary>
internal static class HandOverList
{
    /// <summary>The columns.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["序号", "题名", "文号", "责任者", "成文日期", "发布日期", "页次", "索引号", "文件名", "SHA-256"];

    private static readonly CsvWriterOptions Format = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    /// <summary>The list.</summary>
    public static byte[] Of(ArchiveContent archive, IReadOnlyDictionary<int, ArchiveFile> texts)
    {
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, Format, leaveOpen: true))
        {
            csv.WriteHeader([.. Columns]);
            foreach (var document in archive.Issue.Documents)
            {
                var (record, text) = (document.Version.Part<OfficialDocumentPart>(), texts[document.Order]);
                csv.WriteRecord(
                [
                    document.Order.ToString(CultureInfo.InvariantCulture),
                    document.Version.DisplayText,
                    record?.Number,
                    string.Join('、', record?.IssuingAgencies ?? []),
                    record?.FormedOn?.Iso(),
                    (record?.PublishedOn ?? archive.Issue.Issue.PublishedOn)?.Iso(),
                    archive.PageOf(document)?.ToString(CultureInfo.InvariantCulture),
                    document.Version.Item.IndexNumber,
                    text.Path,
                    text.Hash,
                ]);
            }
        }

        return buffer.ToArray();
    }
}
