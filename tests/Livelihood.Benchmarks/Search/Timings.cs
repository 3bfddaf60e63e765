using System.Collections.Concurrent;

namespace Livelihood.Benchmarks.Search;

/// <summary>Times by kind, printed as percentiles in milliseconds.</summary>
internal sealed class Timings
{
    private readonly ConcurrentBag<(string Kind, string Query, double Milliseconds)> _times = [];

    public void Add(string kind, string query, TimeSpan time) => _times.Add((kind, query, time.TotalMilliseconds));

    /// <summary>Prints one line for each kind and one for all.</summary>
    public void Print(string title, bool byKind = true)
    {
        Console.WriteLine($"{title,-34}{"p50",9}{"p95",9}{"p99",9}  ms");
        foreach (var kind in byKind ? _times.GroupBy(t => t.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Select(t => t.Milliseconds))) : [])
        {
            PrintLine("  " + kind.Key, kind.Item2);
        }

        PrintLine("  all", _times.Select(t => t.Milliseconds));
    }

    /// <summary>Prints how many times shorter these times are than those of another way, of the queries that both have.</summary>
    public void PrintRatio(Timings others, string way)
    {
        var both = _times.Select(t => t.Query).Intersect(others._times.Select(t => t.Query), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        List<double> Of(Timings times) => [.. times._times.Where(t => both.Contains(t.Query)).Select(t => t.Milliseconds).Order()];
        var (mine, theirs) = (Of(this), Of(others));
        if (mine.Count > 0 && theirs.Count > 0)
        {
            PrintLine($"  the {both.Count} queries that both answer", mine);
            PrintLine($"  … {way}", theirs);
            Console.WriteLine($"{"  … times shorter",-34}{At(theirs, 0.5) / At(mine, 0.5),9:F1}{At(theirs, 0.95) / At(mine, 0.95),9:F1}{At(theirs, 0.99) / At(mine, 0.99),9:F1}");
        }
    }

    private static void PrintLine(string name, IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        if (sorted.Count > 0)
        {
            Console.WriteLine($"{name,-34}{At(sorted, 0.5),9:F2}{At(sorted, 0.95),9:F2}{At(sorted, 0.99),9:F2}");
        }
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
