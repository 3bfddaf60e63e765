using System.Globalization;
using Livelihood.Disclosure.Domain.Outcomes;

namespace Livelihood.Disclosure.Domain.Figures;

/// <summary>
/// Makes public figures of what the database counted. For each year there is one table of all agencies, in which small numbers
/// and those that would give them away are not told; every page shows of an agency what that table shows, so that no two pages
/// together tell more than it does.
/// </summary>
/// <param name="Received">Received in the years, by agency.</param>
/// <param name="Ended">Ended in the years, by agency.</param>
/// <param name="ByOutcome">Ended in the year that is asked for, by outcome, over all agencies.</param>
public sealed record FiguresTally(IReadOnlyList<ReceivedGroup> Received, IReadOnlyList<EndedGroup> Ended, IReadOnlyList<EndedGroup> ByOutcome)
{
    /// <summary>The figures of all agencies.</summary>
    /// <param name="year">The year.</param>
    /// <param name="years">Which years stand beside it, the newest first.</param>
    /// <param name="agencies">All agencies, with their names; those without a request in the year have no line.</param>
    public PublicFigures OfAll(int year, IReadOnlyList<int> years, IReadOnlyList<(string Id, string Name)> agencies)
    {
        var counted = Received.Where(group => group.Year == year).Select(group => group.AgencyId)
            .Concat(Ended.Where(group => group.Year == year).Select(group => group.Key)).ToHashSet(StringComparer.Ordinal);
        return new(
            year, YearLine(year) with { Key = "", Name = "合计" }, Shown.Of(ByOutcome.Sum(group => group.Count)),
            [.. AgencyLines(year, agencies).Where(line => counted.Contains(line.Key))], OutcomeLines(), [.. years.Select(YearLine)]);
    }

    /// <summary>The figures of one agency: what the tables of all show of it. How its requests ended stands in its annual report.</summary>
    /// <param name="year">The year.</param>
    /// <param name="years">Which years stand beside it, the newest first.</param>
    /// <param name="agencies">All agencies, with their names.</param>
    /// <param name="agencyId">The agency, which is among them.</param>
    public PublicFigures OfAgency(int year, IReadOnlyList<int> years, IReadOnlyList<(string Id, string Name)> agencies, string agencyId)
    {
        var own = years.Select(one => AgencyLines(one, agencies).First(line => line.Key == agencyId) with { Key = one.ToString(CultureInfo.InvariantCulture), Name = $"{one}年" }).ToList();
        return new(year, own[years.Index().First(one => one.Item == year).Index] with { Key = "", Name = "合计" }, Shown.Withheld, [], [], own);
    }

    private FiguresLine YearLine(int year)
    {
        var received = Received.Where(group => group.Year == year).ToList();
        var ended = Ended.Where(group => group.Year == year).ToList();
        return Line(
            year.ToString(CultureInfo.InvariantCulture), $"{year}年", Shown.Of(received.Sum(group => group.Count)), Shown.Of(Answered(ended)), received.Sum(group => group.Overdue), ended);
    }

    private List<FiguresLine> AgencyLines(int year, IReadOnlyList<(string Id, string Name)> agencies)
    {
        var received = Received.Where(group => group.Year == year).ToLookup(group => group.AgencyId, StringComparer.Ordinal);
        var ended = Ended.Where(group => group.Year == year).ToLookup(group => group.Key, StringComparer.Ordinal);
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
