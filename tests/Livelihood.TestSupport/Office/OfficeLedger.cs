using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Disclosure.Domain.Requesters;

namespace Livelihood.TestSupport.Office;

/// <summary>
/// A tally kept beside the register, by hand as it were: strokes when a request is received and when it ends, and the pile on
/// the desk counted on New Year's Eve. What is entered in a later year for a day before it is put right in the years between.
/// It knows nothing of how the register counts. Several people may write in it at once.
/// </summary>
public sealed class OfficeLedger
{
    private readonly Lock _pen = new();
    private readonly Dictionary<(string Agency, int Year, string Row, RequesterKind Kind), int> _strokes = [];
    private readonly Dictionary<(string Agency, RequesterKind Kind), int> _desk = [];
    private int? _year;

    /// <summary>A day begins; where it is another year's first, the desk is counted.</summary>
    public void Turn(DateOnly day)
    {
        lock (_pen)
        {
            for (_year ??= day.Year; _year < day.Year; _year++)
            {
                foreach (var ((agency, kind), open) in _desk)
                {
                    _strokes[(agency, _year.Value, ReportRow.CarriedOut, kind)] = open;
                    _strokes[(agency, _year.Value + 1, ReportRow.CarriedIn, kind)] = open;
                }
            }
        }
    }

    /// <summary>A request was received on that day.</summary>
    public void Received(string agency, RequesterKind kind, DateOnly on)
    {
        Stroke(agency, on.Year, ReportRow.New, kind, 1);
        Lay(agency, kind, on, 1);
    }

    /// <summary>A received request ended on that day.</summary>
    public void Ended(string agency, RequesterKind kind, string outcome, DateOnly on)
    {
        Stroke(agency, on.Year, outcome, kind, 1);
        Lay(agency, kind, on, -1);
    }

    /// <summary>A request of which it was said that it ended on that day had not.</summary>
    public void Reopened(string agency, RequesterKind kind, string outcome, DateOnly on)
    {
        Stroke(agency, on.Year, outcome, kind, -1);
        Lay(agency, kind, on, 1);
    }

    /// <summary>What the ledger says of a year that has turned.</summary>
    /// <param name="agencies">Of these agencies together.</param>
    /// <param name="year">The year.</param>
    /// <param name="row">A row; that of all results adds them up.</param>
    /// <param name="kind">Who asked; null: anybody.</param>
    public int Of(IEnumerable<string> agencies, int year, string row, RequesterKind? kind)
    {
        IReadOnlyList<string> rows = row == ReportRow.Results ? [.. ReportRow.Outcomes.Select(outcome => outcome.Key)] : [row];
        IReadOnlyList<RequesterKind> kinds = kind is { } one ? [one] : [.. RequesterKinds.All.Select(entry => entry.Kind)];
        lock (_pen)
        {
            return agencies.Sum(agency => rows.Sum(key => kinds.Sum(who => _strokes.GetValueOrDefault((agency, year, key, who)))));
        }
    }

    /// <summary>Onto the desk or off it; where that was before the desk was counted, what was counted since is put right.</summary>
    private void Lay(string agency, RequesterKind kind, DateOnly on, int by)
    {
        lock (_pen)
        {
            _desk[(agency, kind)] = _desk.GetValueOrDefault((agency, kind)) + by;
        }

        for (var year = on.Year; year < _year; year++)
        {
            Stroke(agency, year, ReportRow.CarriedOut, kind, by);
            Stroke(agency, year + 1, ReportRow.CarriedIn, kind, by);
        }
    }

    private void Stroke(string agency, int year, string row, RequesterKind kind, int by)
    {
        lock (_pen)
        {
            var key = (agency, year, row, kind);
            _strokes[key] = _strokes.GetValueOrDefault(key) + by;
        }
    }
}
