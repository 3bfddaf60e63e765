using System.Globalization;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Disclosure.Domain.Requesters;

namespace Livelihood.TestSupport.Office;

/// <summary>The cells of table three of an annual report as somebody reads them, on the page or in the file; sums included.</summary>
public sealed class ReportCells
{
    private const string Table = "三、收到和处理政府信息公开申请情况";
    private const int HeadRows = 3;

    private static readonly IReadOnlyList<RequesterKind?> s_columns = [.. RequesterKinds.All.Select(entry => (RequesterKind?)entry.Kind), null];

    private readonly Dictionary<(string Row, RequesterKind? Column), int> _cells = [];

    private ReportCells()
    {
    }

    /// <summary>How many there are.</summary>
    public static int Count => ReportRow.All.Count * s_columns.Count;

    /// <summary>What a cell shows.</summary>
    /// <param name="row">The row's key.</param>
    /// <param name="column">Who asked; null: anybody.</param>
    public int this[string row, RequesterKind? column] => _cells[(row, column)];

    /// <summary>The cells on the report's page.</summary>
    public static ReportCells OnPage(PortalPage page)
    {
        var table = page.Document.QuerySelectorAll("main table").Single(table => table.QuerySelector("caption")!.TextContent.Trim() == Table);
        return Of(table.QuerySelectorAll("tr").Skip(HeadRows).Select(row => (
            row.QuerySelectorAll("th")[^1].TextContent.Trim(),
            (IReadOnlyList<string>)[.. row.QuerySelectorAll("td").Select(cell => new string([.. cell.TextContent.Trim().TakeWhile(char.IsAsciiDigit)]))])));
    }

    /// <summary>The cells in the report's file (CSV).</summary>
    public static ReportCells InFile(string csv) => Of(csv.Split("\r\n").SkipWhile(line => !line.TrimStart('\uFEFF').StartsWith(Table, StringComparison.Ordinal)).Skip(1 + HeadRows).Take(ReportRow.All.Count)
        .Select(line => line.Split(',')).Select(fields => (fields[2], (IReadOnlyList<string>)fields[3..(3 + s_columns.Count)])));

    /// <summary>Every cell that says something else than the ledger, in words.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="agencies">Whose requests the report counts.</param>
    /// <param name="year">Its year.</param>
    public IReadOnlyList<string> Against(OfficeLedger ledger, IReadOnlyCollection<string> agencies, int year) =>
    [
        .. from row in ReportRow.All
           from column in s_columns
           let noted = ledger.Of(agencies, year, row.Key, column)
           where noted != this[row.Key, column]
           select $"{year}, {row.FullLabel}, {ReportTables.NameOf(column)}: {this[row.Key, column]} in the report, {noted} in the ledger",
    ];

    private static ReportCells Of(IEnumerable<(string Label, IReadOnlyList<string> Values)> rows)
    {
        var cells = new ReportCells();
        var read = rows.ToList();
        if (!read.Select(row => row.Label).SequenceEqual(ReportRow.All.Select(row => row.Label)) || read.Exists(row => row.Values.Count != s_columns.Count))
        {
            throw new InvalidOperationException($"This is not table three: {string.Join(' ', read.Select(row => $"{row.Label}({row.Values.Count})"))}");
        }

        foreach (var (row, (_, values)) in ReportRow.All.Zip(read))
        {
            foreach (var (column, value) in s_columns.Zip(values))
            {
                cells._cells[(row.Key, column)] = int.Parse(value, CultureInfo.InvariantCulture);
            }
        }

        return cells;
    }
}
