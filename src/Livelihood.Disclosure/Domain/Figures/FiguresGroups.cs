namespace Livelihood.Disclosure.Domain.Figures;

/// <summary>Requests received, as the database counted them.</summary>
/// <param name="Year">The year of receipt.</param>
/// <param name="AgencyId">The agency.</param>
/// <param name="Count">How many.</param>
/// <param name="Overdue">How many of them are due, past their last day, and without a reply that was served.</param>
public sealed record ReceivedGroup(int Year, string AgencyId, int Count, int Overdue);

/// <summary>Requests that ended, as the database counted them: those of a key that are alike.</summary>
/// <param name="Year">The year of the end.</param>
/// <param name="Key">An agency's id or an outcome's key, as the question was.</param>
/// <param name="IsServed">Whether a reply was served; false where it was withdrawn or lapsed.</param>
/// <param name="IsLate">Whether it was served after its last day (R-SERVE).</param>
/// <param name="WorkingDays">Working days from receipt to the end; null where it ended before it was received.</param>
/// <param name="Count">How many.</param>
public sealed record EndedGroup(int Year, string Key, bool IsServed, bool IsLate, int? WorkingDays, int Count);
