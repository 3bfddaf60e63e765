using System.Globalization;
using Livelihood.Disclosure.Domain.Outcomes;

namespace Livelihood.Disclosure.Domain.Figures;

/// <summary>Makes public figures of what the database counted.</summary>
/// <param name="Year">The year.</param>
/// <param name="Received">Received in the years, by agency.</param>
/// <param name="ByYear">Ended in the years, by year.</param>
/// <param name="ByAgency">Ended in the year, by agency.</param>
/// <param name="ByOutcome">Ended in the year, by outcome.</param>
public sealed record FiguresTally(
    int Year, IReadOnlyList<ReceivedGroup> Received, IReadOnlyList<EndedGroup> ByYear, IReadOnlyList<EndedGroup> ByAgency, IReadOnlyList<EndedGroup> ByOutcome)
{
    /// <summary>The figures.</summary>
    /// <param name="years">Which years, the newest first.</param>
    /// <param name="agencies">Which agencies have a line, with their names; none where one was chosen.</param>
    public PublicFigures Figures(IEnumerable<int> years, IReadOnlyList<(string Id, string Name)> agencies) => new(
        Year,
        YearLine(Year) with { Key = "", Name = "合计" },
        Shown.Of(ByOutcome.Sum(group => group.Count)),
        AgencyLines(agencies),
        OutcomeLines(),
        [.. years.Select(YearLine)]);

    private FiguresLine YearLine(int year)
    {
        var received = Received.Where(group => group.Year == year).ToList();
        var key = year.ToString(CultureInfo.InvariantCulture);
        var ended = ByYear.Where(group => group.Key == key).ToList();
        return Line(
            key, $"{year}年", Shown.Of(received.Sum(group => group.Count)), Shown.Of(Answered(ended)), received.Sum(group => group.Overdue), ended);
    }

    private List<FiguresLine> AgencyLines(IReadOnlyList<(string Id, string Name)> agencies)
    {
        var received = Received.Where(group => group.Year == Year).ToLookup(group => group.AgencyId, StringComparer.Ordinal);
        var ended = ByAgency.ToLookup(group => group.Key, StringComparer.Ordinal);
        var shownReceived = SmallNumbers.Parts([.. agencies.Select(agency => received[agency.Id].Sum(group => group.Count))]);
        var shownAnswered = SmallNumbers.Parts([.. agencies.Select(agency => Answered(ended[agency.Id]))]);
        return
        [
            .. agencies.Select((agency, i) => Line(
                agency.Id, agency.Name, shownReceived[i], shownAnswered[i], received[agency.Id].Sum(group => group.Overdue), [.. ended[agency.Id]])),
        ];
    }

    private List<OutcomeLine> OutcomeLines()
    {
        var ended = ByOutcome.ToLookup(group => group.Key, StringComparer.Ordinal);
        var outcomes = OutcomeTable.All.Where(outcome => ended.Contains(outcome.Key)).ToList();
        var shown = SmallNumbers.Parts([.. outcomes.Select(outcome => ended[outcome.Key].Sum(group => group.Count))]);
        return [.. outcomes.Select((outcome, i) => new OutcomeLine(outcome.Key, outcome.Name, shown[i], shown[i].Number is null ? null : Days(ended[outcome.Key])))];
    }

    // How often an agency was late tells of the agency: it is told wherever enough people asked.
    private static FiguresLine Line(string key, string name, Shown received, Shown answered, int overdue, List<EndedGroup> ended)
    {
        var replies = ended.Where(group => group.IsServed).ToList();
        return new(
            key, name, received, answered,
            answered.Number is null ? null : replies.Where(group => !group.IsLate).Sum(group => group.Count),
            received.Number is null ? null : overdue,
            answered.Number is null ? null : Days(replies));
    }

    private static int Answered(IEnumerable<EndedGroup> groups) => groups.Where(group => group.IsServed).Sum(group => group.Count);

    private static decimal? Days(IEnumerable<EndedGroup> groups) =>
        Median.Of(groups.Where(group => group.WorkingDays is not null).Select(group => (group.WorkingDays!.Value, group.Count)));
}
