using Livelihood.Content.Editing;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Office;
using Livelihood.Disclosure.Persons;
using Livelihood.Platform.Data;

namespace Livelihood.Disclosure.Register;

/// <summary>What is looked for in the work list.</summary>
/// <param name="View">A part of it.</param>
/// <param name="Text">In the number, or in what is asked for; null: anything.</param>
/// <param name="Handler">The account responsible; null: anybody.</param>
/// <param name="Agency">The agency; null: any.</param>
/// <param name="Channel">How it came; null: in any way.</param>
/// <param name="Outcome">How it ended, by the row of the annual report; null: in any way, or not yet.</param>
/// <param name="Matter">What kind of case; null: any.</param>
/// <param name="Due">A day on which something is due, see <see cref="Domain.Clock.OpenLimits"/>; null: any or none.</param>
public sealed record WorkFilter(
    WorkView View, string? Text = null, string? Handler = null, string? Agency = null, Channel? Channel = null, string? Outcome = null, RequestMatter? Matter = null, DateOnly? Due = null)
{
    /// <summary>The longest text that is looked for, in characters.</summary>
    public const int LongestText = 100;

    /// <summary>The first day of receipt that is looked for, or null.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day of receipt that is looked for, or null.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whose requests are looked for, set by <see cref="PersonSearch"/>.</summary>
    internal SoughtPerson? Person { get; init; }

    /// <summary>What stands in an address; what it does not know is left out, see <see cref="Unreadable"/>.</summary>
    public static WorkFilter Read(
        string? view, string? text, string? handler, string? agency, string? channel, string? outcome, string? matter = null, string? due = null, string? since = null, string? until = null) => new(
        WorkView.Find(view),
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: > LongestText } longer ? longer[..LongestText] : text.Trim(),
        string.IsNullOrEmpty(handler) ? null : handler,
        string.IsNullOrEmpty(agency) ? null : agency,
        Enum.TryParse<Channel>(channel, out var known) && Enum.IsDefined(known) ? known : null,
        OutcomeTable.Find(outcome ?? "")?.Key,
        Enum.TryParse<RequestMatter>(matter, out var kind) && Enum.IsDefined(kind) ? kind : null,
        Day(due))
        { Since = Day(since), Until = Day(until) };

    /// <summary>The days of an address that nothing can be looked for by, a sentence each by the field's name.</summary>
    public static IEnumerable<(string Field, string Problem)> Unreadable(string? due, string? since, string? until) =>
        from day in new (string Field, string Name, string? Typed)[] { ("due", "到期日期", due), ("since", "收到日期的第一天", since), ("until", "收到日期的最后一天", until) }
        where !string.IsNullOrWhiteSpace(day.Typed) && Day(day.Typed) is null
        select (day.Field, $"{day.Name}{DateText.Problem}现在没有按这个日期筛选。");

    /// <summary>Those among some requests that are looked for.</summary>
    internal IQueryable<DisclosureRequest> Where(IQueryable<DisclosureRequest> requests, WorkDay day, PortalDbContext db)
    {
        var found = requests.Where(View.Holds(day));
        if (Person is { } person)
        {
            var (hashes, all, handled) = (person.Hashes, person.Reach.Everything, person.Reach.Ids);
            var theirs = db.Set<PersonKeyRow>().Where(key => hashes.Contains(key.Hash)).Select(key => key.RequestId);
            found = found.Where(r => theirs.Contains(r.Id) && (all || handled.Contains(r.AgencyId)));
        }

        if (Text is { } text)
        {
            // A whole number is found by its index; anything else can stand anywhere.
            var number = RequestNumber.Normalise(text);
            found = RequestNumber.IsWellFormed(number)
                ? found.Where(r => r.Number == number)
                : found.Where(r => r.Number.Contains(text) || r.Subject!.Contains(text) || r.DocumentNumber!.Contains(text) || r.Description!.Contains(text));
        }

        found = Handler is { } handler ? found.Where(r => r.AssignedTo == handler) : found;
        found = Agency is { } agency ? found.OfAgency(agency) : found;
        found = Channel is { } channel ? found.Where(r => r.Channel == channel) : found;
        found = Matter is { } matter ? found.Where(r => r.Matter == matter) : found;
        if (Due is { } due)
        {
            var matters = db.Set<LimitRow>().Where(limit => limit.DueOn == due).Where(DueDays.StillMatters(day.Today));
            found = found.Where(r => matters.Any(limit => limit.RequestId == r.Id));
        }

        found = Since is { } first ? found.Where(r => r.ReceivedOn >= first) : found;
        found = Until is { } last ? found.Where(r => r.ReceivedOn <= last) : found;
        return Outcome is { } outcome ? found.Where(r => r.Outcome == outcome) : found;
    }

    private static DateOnly? Day(string? typed) => DateText.TryRead(typed ?? "", out var day) ? day : null;
}

/// <summary>Requests of an agency.</summary>
internal static class RequestsOfAgency
{
    public static IQueryable<DisclosureRequest> OfAgency(this IQueryable<DisclosureRequest> requests, string agency) => requests.Where(r => r.AgencyId == agency);
}
