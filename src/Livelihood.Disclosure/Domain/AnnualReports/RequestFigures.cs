using Livelihood.Disclosure.Domain.Requesters;

namespace Livelihood.Disclosure.Domain.AnnualReports;

/// <summary>A counted cell of table three.</summary>
/// <param name="Row">The key of a row that is counted; totals are computed.</param>
/// <param name="Column">Who asked.</param>
/// <param name="Count">How many requests.</param>
public sealed record RequestFigure(string Row, RequesterKind Column, int Count);

/// <summary>Table three of the annual report: what was received, and what came of it. Totals are computed, never kept.</summary>
public sealed class RequestFigures(IEnumerable<RequestFigure> counted)
{
    private readonly Dictionary<(string Row, RequesterKind Column), int> _counts =
        counted.GroupBy(figure => (figure.Row, figure.Column)).ToDictionary(same => same.Key, same => same.Sum(figure => figure.Count));

    /// <summary>The cells that are not nought.</summary>
    public IEnumerable<RequestFigure> Counted => _counts.Where(cell => cell.Value != 0).Select(cell => new RequestFigure(cell.Key.Row, cell.Key.Column, cell.Value));

    /// <summary>A cell.</summary>
    /// <param name="row">A row's key; <see cref="ReportRow.Results"/> is the sum of all results.</param>
    /// <param name="column">Who asked; null: 总计.</param>
    public int this[string row, RequesterKind? column] => column is { } kind
        ? row == ReportRow.Results ? ReportRow.Outcomes.Sum(outcome => Of(outcome.Key, kind)) : Of(row, kind)
        : RequesterKinds.All.Sum(entry => this[row, entry.Kind]);

    private int Of(string row, RequesterKind kind) => _counts.GetValueOrDefault((row, kind));
}
