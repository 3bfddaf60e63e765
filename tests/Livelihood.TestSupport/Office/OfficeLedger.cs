using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Disclosure.Domain.Requesters;

namespace Livelihood.TestSupport.Office;

/// <summary>
/// A tally kept beside the register, by hand as it were: strokes when a request is received and when it ends, and the pile on
/// the desk counted on New Year's Eve. It knows nothing of how the register counts.
/// </summary>
public sealed class OfficeLedger
{
    private readonly Dictionary<(string Agency, int Year, string Row, RequesterKind Kind), int> _strokes = [];
    private readonly Dictionary<(string Agency, RequesterKind Kind), int> _desk = [];
    private int? _year;

    /// <summary>A day begins; where it is another year's first, the desk is counted.</summary>
    public void Turn(DateOnly day)
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

    /// <summary>A request was received.</summary>
    public void Received(string agency, RequesterKind kind)
    {
        Stroke(agency, ReportRow.New, kind);
        _desk[(agency, kind)] = _desk.GetValueOrDefault((agency, kind)) + 1;
    }

    /// <summary>A received request ended.</summary>
    public void Ended(string agency, RequesterKind kind, string outcome)
    {
        Stroke(agency, outcome, kind);
        _desk[(agency, kind)]--;
    }

    /// <summary>What the ledger says of a year that has turned.</summary>
    public int Of(IEnumerable<string> agencies, int year, string row, RequesterKind kind) =>
        agencies.Sum(agency => _strokes.GetValueOrDefault((agency, year, row, kind)));

    private void Stroke(string agency, string row, RequesterKind kind)
    {
        var key = (agency, _year!.Value, row, kind);
        _strokes[key] = _strokes.GetValueOrDefault(key) + 1;
    }
}
