using CsvHelper;

namespace Livelihood.Api.Answers;

/// <summary>A column of a table.</summary>
/// <param name="Heading">The Chinese heading.</param>
/// <param name="Value">The value of a row, or null.</param>
internal sealed record CsvColumn<T>(string Heading, Func<T, string?> Value);

/// <summary>Writes CSV (RFC 4180) that spreadsheets open as it is meant: UTF-8 with a mark in front, and nothing that would be run as a formula.</summary>
internal static class CsvTable
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly CsvWriterOptions Format = new()
    {
        WriteByteOrderMark = true,
        // A value that begins like a formula gets an apostrophe in front, as spreadsheets themselves write it.
        Injection = CsvInjection.Escape,
    };

    public static byte[] Write<T>(IReadOnlyList<CsvColumn<T>> columns, IEnumerable<T> rows)
    {
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, Format, leaveOpen: true))
        {
            csv.WriteHeader([.. columns.Select(c => c.Heading)]);
            foreach (var row in rows)
            {
                csv.WriteRecord([.. columns.Select(c => c.Value(row))]);
            }
        }

        return buffer.ToArray();
    }
}
