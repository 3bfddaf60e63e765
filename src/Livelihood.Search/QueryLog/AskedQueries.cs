using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Livelihood.Platform.Time;

namespace Livelihood.Search.QueryLog;

/// <summary>
/// Counts queries and clicks in memory until they are written. One for the whole process. That one reader who asks the same
/// again is not many readers, it knows by a fingerprint under a key that is made anew each day, lies in memory only and is
/// never written.
/// </summary>
public sealed class AskedQueries(ChinaClock clock)
{
    /// <summary>Different queries that wait to be written; further ones are not counted.</summary>
    private const int MostWaiting = 5000;

    /// <summary>Fingerprints of a day; beyond that many, all begin anew.</summary>
    private const int MostFingerprints = 200_000;

    private readonly Lock _lock = new();
    private readonly HashSet<long> _seen = [];
    private byte[] _key = RandomNumberGenerator.GetBytes(32);
    private DateOnly _day;
    private ConcurrentDictionary<(DateOnly Day, string Text), Tally> _waiting = new();

    /// <summary>Counts a query.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="found">How many documents.</param>
    /// <param name="isMissed">Nothing has all of it.</param>
    /// <param name="asker">What tells askers apart, such as a network address; it is kept nowhere.</param>
    public void Asked(string text, int found, bool isMissed, string asker) => Count(text, "asked", asker, new(1, isMissed ? 1 : 0, found, 0));

    /// <summary>Counts that a result of a query was opened.</summary>
    public void Clicked(string text, string asker) => Count(text, "clicked", asker, new(0, 0, -1, 1));

    /// <summary>Takes what was counted since the last time.</summary>
    internal IReadOnlyCollection<KeyValuePair<(DateOnly Day, string Text), Tally>> Take() =>
        [.. Interlocked.Exchange(ref _waiting, new())];

    /// <summary>Puts back what could not be written.</summary>
    internal void PutBack(IEnumerable<KeyValuePair<(DateOnly Day, string Text), Tally>> taken)
    {
        foreach (var (key, tally) in taken)
        {
            Add(key, tally);
        }
    }

    private void Count(string typed, string kind, string asker, Tally tally)
    {
        if (QueryText.Of(typed) is { } text && IsNew($"{kind}\n{asker}\n{text}"))
        {
            Add((clock.Today, text), tally);
        }
    }

    private void Add((DateOnly Day, string Text) key, Tally tally)
    {
        if (_waiting.Count < MostWaiting || _waiting.ContainsKey(key))
        {
            _waiting.AddOrUpdate(key, tally, (_, before) => before.And(tally));
        }
    }

    private bool IsNew(string what)
    {
        lock (_lock)
        {
            if (_day != clock.Today || _seen.Count >= MostFingerprints)
            {
                (_day, _key) = (clock.Today, RandomNumberGenerator.GetBytes(32));
                _seen.Clear();
            }

            return _seen.Add(BitConverter.ToInt64(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(what))));
        }
    }
}

/// <summary>What was counted of a query.</summary>
/// <param name="Times">How often it was asked.</param>
/// <param name="Missed">How often nothing has all of it.</param>
/// <param name="Found">How many documents were found last; -1: it was not asked.</param>
/// <param name="Clicks">How often a result was opened.</param>
internal sealed record Tally(int Times, int Missed, int Found, int Clicks)
{
    /// <summary>Together with what was counted later.</summary>
    public Tally And(Tally later) =>
        new(Times + later.Times, Missed + later.Missed, later.Found >= 0 ? later.Found : Found, Clicks + later.Clicks);
}
