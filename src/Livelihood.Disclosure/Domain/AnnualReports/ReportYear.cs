namespace Livelihood.Disclosure.Domain.AnnualReports;

/// <summary>The year of an annual report: its statistics run from 1 January to 31 December.</summary>
/// <param name="Year">The year.</param>
public readonly record struct ReportYear(int Year)
{
    /// <summary>The first year that can be reported: the Regulation came into force in May 2008.</summary>
    public const int First = 2008;

    /// <summary>1 January.</summary>
    public DateOnly Start => new(Year, 1, 1);

    /// <summary>31 December.</summary>
    public DateOnly End => new(Year, 12, 31);

    /// <summary>Whether it can be reported on at all, and has begun.</summary>
    public static bool IsKnown(int year, DateOnly today) => year >= First && year <= today.Year;

    /// <summary>Whether the year is over, so that its report can be published.</summary>
    public bool IsOver(DateOnly today) => today > End;

    /// <summary>By when the report is published: agencies by 31 January, governments by 31 March of the next year (第四十九条).</summary>
    public DateOnly DueOn(bool ofGovernment) => ofGovernment ? new(Year + 1, 3, 31) : new(Year + 1, 1, 31);
}
