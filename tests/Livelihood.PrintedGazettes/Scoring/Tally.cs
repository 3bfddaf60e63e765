using System.Runtime.InteropServices;

namespace Livelihood.PrintedGazettes.Scoring;

/// <summary>How many were right, how many were read that are not there, how many are there and were not read.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Tally(int Right, int False, int Missed)
{
    /// <summary>Share of what was read that is right; 1 where nothing was read.</summary>
    public double Precision => Right + False == 0 ? 1 : (double)Right / (Right + False);

    /// <summary>Share of what is there that was read; 1 where nothing is there.</summary>
    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    public static Tally operator +(Tally a, Tally b) => new(a.Right + b.Right, a.False + b.False, a.Missed + b.Missed);

    /// <summary>One value that should be <paramref name="expected"/>.</summary>
    public static Tally OfValue<T>(T? expected, T? read)
    {
        var comparer = EqualityComparer<T?>.Default;
        return expected is null ? new(0, read is null ? 0 : 1, 0)
            : comparer.Equals(expected, read) ? new(1, 0, 0)
            : new(0, read is null ? 0 : 1, 1);
    }

    /// <summary>A bag of values; those in <paramref name="either"/> are right if expected and never false.</summary>
    public static Tally OfBag<T>(IEnumerable<T> expected, IEnumerable<T> read, IReadOnlySet<T>? either = null)
        where T : notnull
    {
        var open = new Dictionary<T, int>();
        foreach (var value in expected)
        {
            open[value] = open.GetValueOrDefault(value) + 1;
        }

        var (right, wrong) = (0, 0);
        foreach (var value in read)
        {
            if (open.TryGetValue(value, out var count) && count > 0)
            {
                open[value] = count - 1;
                right++;
            }
            else if (either?.Contains(value) != true)
            {
                wrong++;
            }
        }

        return new(right, wrong, open.Values.Sum());
    }
}
