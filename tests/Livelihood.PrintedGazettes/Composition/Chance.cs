namespace Livelihood.PrintedGazettes.Composition;

/// <summary>Chance that is the same on every machine and every version of .NET: SplitMix64 from a seed number.</summary>
public sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to, and without, <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>A number from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True in <paramref name="percent"/> of 100 cases.</summary>
    public bool Percent(int percent) => Below(100) < percent;

    /// <summary>One of <paramref name="items"/>.</summary>
    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary><paramref name="count"/> different ones of <paramref name="items"/>, in a random order.</summary>
    public IReadOnlyList<T> Several<T>(IReadOnlyList<T> items, int count)
    {
        var rest = items.ToList();
        var taken = new List<T>(count);
        while (taken.Count < count && rest.Count > 0)
        {
            var at = Below(rest.Count);
            taken.Add(rest[at]);
            rest.RemoveAt(at);
        }

        return taken;
    }

    /// <summary>A chance of its own, so that what is drawn there does not shift what is drawn here.</summary>
    public Chance Fork() => new(Next());

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
