using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.TestSupport.Office;

/// <summary>Many people at once at the portal's counter.</summary>
public static class FilingRush
{
    private static readonly HashSet<EventSource> s_handler = [EventSource.Handler];

    /// <summary>People who come to one agency mostly, so that they wait for one another's numbers, and to some others.</summary>
    public static IReadOnlyList<FilingPerson> PeopleFor(Uri portal, IReadOnlyList<string> agencies, int people) =>
        [.. Enumerable.Range(0, people).Select(i => new FilingPerson(portal, i, agencies[i % 2 == 0 ? 0 : i / 2 % agencies.Count]))];

    /// <summary>All file at once until each has so many receipts.</summary>
    public static async Task<IReadOnlyList<ShownReceipt>> FileAsync(IReadOnlyList<FilingPerson> people, int each) =>
        [.. (await Task.WhenAll(people.Select(async person =>
        {
            var receipts = new List<ShownReceipt>(each);
            while (receipts.Count < each)
            {
                receipts.Add(await person.FileAsync());
            }

            return receipts;
        }))).SelectMany(receipts => receipts)];

    /// <summary>Handlers at so many desks confirm the requests and ask for corrections, which makes a numbered letter each.</summary>
    public static Task WriteLettersAsync(PortalHost host, IEnumerable<ShownReceipt> receipts, int desks) =>
        Parallel.ForEachAsync(receipts, new ParallelOptions { MaxDegreeOfParallelism = desks }, async (receipt, cancellation) =>
        {
            await using var scope = host.Services.CreateAsyncScope();
            var (recording, calendars) = (scope.ServiceProvider.GetRequiredService<RequestRecording>(), scope.ServiceProvider.GetRequiredService<IWorkingDayCalendars>());
            var today = scope.ServiceProvider.GetRequiredService<ChinaClock>().Today;
            var until = (await calendars.CurrentAsync(cancellation)).AddWorkingDays(today, 10);
            await recording.RecordAsync(new(receipt.Number, BasedOn: null, s_handler, new Confirmed(today)), cancellation);
            await recording.RecordAsync(new(receipt.Number, BasedOn: null, s_handler, new CorrectionAsked(today, until, "请写明年份")), cancellation);
        });
}
