using Livelihood.Platform.Calendar;

namespace Livelihood.TestSupport.Office;

/// <summary>
/// Requests that live through months in the register, each its own life: filed, confirmed, corrected, paid for, extended,
/// answered, served, complained of, withdrawn or left over. Everything goes over HTTP through the pages that people use, on
/// the day on which it happens: requesters file on the public form and act with number and query code; handlers enter what
/// came on paper; handlers, heads and supervisors sign in every day and record events on the console's forms. What the time
/// ends (a correction or a fee that did not come, an opinion that nobody gave) a handler records too, as the portal leaves it to
/// people. Only accounts are made, and the clock is moved, from outside. A ledger is kept beside the register.
/// </summary>
/// <param name="host">The portal.</param>
/// <param name="agencies">Whom people ask, by their codes.</param>
/// <param name="government">The government above them, whose supervisor decides complaints.</param>
/// <param name="calendar">The working days.</param>
/// <param name="seed">The same lives for the same seed.</param>
public sealed class OfficeLife(PortalHost host, IReadOnlyList<string> agencies, string government, WorkingDayCalendar calendar, int seed) : IAsyncDisposable
{
    /// <summary>How many lives may go on at once.</summary>
    public const int Lanes = 3;

    // Addresses of people at the console, and of requesters, apart from each other.
    private const int RequestersFrom = 4000;

    private readonly OfficeDay _day = new(calendar, new());
    private readonly List<OfficeLane> _lanes = [];

    /// <summary>What came to pass, as it was noted beside the register.</summary>
    public OfficeLedger Ledger => _day.Ledger;

    /// <summary>The steps that were taken: requests filed, events recorded.</summary>
    public int Steps => _day.Steps;

    /// <summary>How many pages were opened and forms sent for them.</summary>
    public int Sent => _lanes.Sum(lane => lane.Sent);

    /// <summary>What requesters saw, or were handed.</summary>
    public IReadOnlyCollection<ShownReceipt> Receipts => _day.Receipts;

    /// <summary>Lives through the days.</summary>
    /// <param name="requests">How many requests are filed, spread over the days.</param>
    /// <param name="from">The first day.</param>
    /// <param name="through">The last day; what has not ended then is left over.</param>
    /// <param name="progress">Told of the day, or null.</param>
    public async Task LiveAsync(int requests, DateOnly from, DateOnly through, IProgress<DateOnly>? progress = null)
    {
        Begin(from);
        await OpenAsync();
        var (dice, days) = (new Random(seed), through.DayNumber - from.DayNumber + 1);
        for (var i = 0; i < requests; i++)
        {
            var (own, agency) = (new Random(dice.Next()), i % agencies.Count);
            var (lane, desk) = (_lanes[agency % _lanes.Count], agency / _lanes.Count);
            var request = new WrittenRequest(agencies[agency], LifePlan.Of(i, own), i);
            lane.Expect(new(request, lane.Desks[desk], lane.Requester(i), _day, own), from.AddDays((int)((long)i * days / requests)));
        }

        while (_lanes.Min(lane => lane.Next) is { } next && next <= through)
        {
            Begin(next);
            progress?.Report(next);
            await Task.WhenAll(_lanes.Select(lane => Task.Run(() => lane.WorkAsync(next))));
        }

        Ledger.Turn(through.AddDays(1));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes)
        {
            await lane.DisposeAsync();
        }
    }

    private void Begin(DateOnly day)
    {
        _day.Today = day;
        host.Clock.Set(new DateTimeOffset(day.ToDateTime(new(10, 0)), TimeSpan.FromHours(8)));
        Ledger.Turn(day);
    }

    private async Task OpenAsync()
    {
        var lanes = Math.Min(Lanes, agencies.Count);
        for (var number = 0; number < lanes; number++)
        {
            var own = agencies.Where((_, i) => i % lanes == number).ToList();
            var desks = await OfficeDesk.OpenAsync(host, own, government, _lanes.Sum(lane => (lane.Desks.Count * 2) + 1));
            _lanes.Add(new(host.BaseAddress, desks, RequestersFrom + (number * OfficeLane.Places)));
        }
    }
}
