using System.Collections.Concurrent;

namespace Livelihood.Benchmarks.Search;

/// <summary>Times by kind, printed as percentiles in milliseconds.</summary>
internal sealed class Timings
{
    private readonly ConcurrentBag<(string Kind, double Milliseconds)> _times = [];

    public void Add(string kind, TimeSpan time) => _times.Add((kind, time.TotalMilliseconds));

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
