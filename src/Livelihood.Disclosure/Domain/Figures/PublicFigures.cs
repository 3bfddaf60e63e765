namespace Livelihood.Disclosure.Domain.Figures;

/// <summary>A line of figures: of an agency, of a year, or of all.</summary>
/// <param name="Key">An agency's id, or a year; empty for all.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Received">Requests received.</param>
/// <param name="Answered">Replies served.</param>
/// <param name="OnTime">Of these, served by their last day (R-SERVE); null where <paramref name="Answered"/> is not told.</param>
/// <param name="Overdue">Received, past their last day, and without a served reply today; null where <paramref name="Received"/> is not told.</param>
/// <param name="MedianWorkingDays">From receipt to service; null where <paramref name="Answered"/> is none or not told.</param>
public sealed record FiguresLine(string Key, string Name, Shown Received, Shown Answered, int? OnTime, int? Overdue, decimal? MedianWorkingDays)
{
    /// <summary>Per cent of the replies that were served in time, with one decimal; null where there are none, or it is not told.</summary>
    public decimal? OnTimeShare => OnTime is { } onTime && Answered.Number is > 0 and var answered
        ? Math.Round(100m * onTime / answered, 1, MidpointRounding.ToZero)
        : null;
}

/// <summary>How many requests ended in a way.</summary>
/// <param name="Key">The outcome, a row of the annual report.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Ended">How many.</param>
/// <param name="MedianWorkingDays">From receipt to service, or to the end otherwise; null where it is not told.</param>
public sealed record OutcomeLine(string Key, string Name, Shown Ended, decimal? MedianWorkingDays);

/// <summary>Public figures of disclosure on request for a year; nothing in them points at a person.</summary>
/// <param name="Year">The year.</param>
/// <param name="Total">All that was chosen.</param>
/// <param name="Ended">Requests that ended in the year, with those that were withdrawn or lapsed.</param>
/// <param name="Agencies">By agency; empty where one was chosen.</param>
/// <param name="Outcomes">By outcome, those that were; in the order of the annual report.</param>
/// <param name="Years">The last years, the newest first.</param>
public sealed record PublicFigures(
    int Year, FiguresLine Total, Shown Ended, IReadOnlyList<FiguresLine> Agencies, IReadOnlyList<OutcomeLine> Outcomes, IReadOnlyList<FiguresLine> Years);
