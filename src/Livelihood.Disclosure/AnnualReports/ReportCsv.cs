using System.Globalization;
using CsvHelper;
using Livelihood.Disclosure.Domain.AnnualReports;

namespace Livelihood.Disclosure.AnnualReports;

/// <summary>The tables of a report as CSV that spreadsheets open: each as it stands in the form, with the text of a merged cell in each that it covers.</summary>
internal static class ReportCsv
{
    public static byte[] Write(IReadOnlyList<ReportTable> tables)
    {
        // Every record has as many fields as the widest table (RFC 4180).
        var width = tables.Max(table => table.Columns);
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, CsvFormat.Options, leaveOpen: true))
        {
            foreach (var row in tables.SelectMany(table => Filled(table).Prepend([table.Name]).Append([])))
            {
                csv.WriteRecord([.. row, .. Enumerable.Repeat("", width - row.Length)]);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>The table without merged cells.</summary>
    private static IEnumerable<string[]> Filled(ReportTable table)
    {
        var rows = table.Rows.Select(_ => new string?[table.Columns]).ToList();
        for (var r = 0; r < rows.Count; r++)
        {
            var column = 0;
            foreach (var cell in table.Rows[r])
            {
                while (rows[r][column] is not null)
                {
                    column++;
                }

                for (var down = r; down < r + cell.Rows; down++)
                {
                    Array.Fill(rows[down], cell.Text, column, cell.Columns);
                }
            }
        }

        return rows.Select(row => row.Select(text => text ?? "").ToArray());
    }
}
