namespace Livelihood.TestSupport.Office;

/// <summary>
/// Some agencies and whoever asks them. What happens here happens in order, one thing after the other; lanes have nobody in
/// common and go on at once.
/// </summary>
/// <param name="portal">The portal.</param>
/// <param name="desks">The offices.</param>
/// <param name="firstRequester">The first network address of the requesters.</param>
internal sealed class OfficeLane(Uri portal, IReadOnlyList<OfficeDesk> desks, int firstRequester) : IAsyncDisposable
{
    /// <summary>From how many places the requesters of a lane file: one address may ask for ten requests a minute.</summary>
    public const int Places = 100;

    private readonly OfficeRequester?[] _requesters = new OfficeRequester?[Places];
    private readonly PriorityQueue<IAsyncEnumerator<DateOnly>, (DateOnly Day, int Order)> _next = new();
    private int _order;

    public IReadOnlyList<OfficeDesk> Desks => desks;

    /// <summary>The day on which something is to be done next; null where nothing is left.</summary>
    public DateOnly? Next => _next.TryPeek(out _, out var when) ? when.Day : null;

    /// <summary>How many pages were opened and forms sent.</summary>
    public int Sent => People.Sum(person => person.Sent) + _requesters.Sum(requester => requester?.Sent ?? 0);

    private IEnumerable<OfficePerson> People => desks.SelectMany(desk => new[] { desk.Handler, desk.Head, desk.Supervisor }).Distinct();

    /// <summary>A requester who asks an agency of this lane.</summary>
    public OfficeRequester Requester(int number) => _requesters[number % Places] ??= new(portal, firstRequester + (number % Places));

    /// <summary>A request will be filed on that day.</summary>
    public void Expect(OneLife life, DateOnly on) => _next.Enqueue(life.LiveAsync().GetAsyncEnumerator(), (on, _order++));

    /// <summary>Does what is to be done on that day.</summary>
    public async Task WorkAsync(DateOnly today)
    {
        while (_next.TryPeek(out _, out var when) && when.Day <= today)
        {
            var life = _next.Dequeue();
            if (await life.MoveNextAsync())
            {
                _next.Enqueue(life, (life.Current, _order++));
            }
            else
            {
                await life.DisposeAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_next.TryDequeue(out var life, out _))
        {
            await life.DisposeAsync();
        }

        People.ToList().ForEach(person => person.Dispose());
        _requesters.ToList().ForEach(requester => requester?.Dispose());
    }
}
