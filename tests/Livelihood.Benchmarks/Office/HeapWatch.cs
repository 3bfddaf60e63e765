namespace Livelihood.Benchmarks.Office;

/// <summary>Watches how much the managed heap grows while something runs.</summary>
internal static class HeapWatch
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    /// <summary>The most that was on the heap above what had been there before, in megabytes.</summary>
    public static async Task<double?> MostAsync(Func<Task> work)
    {
        var (before, most) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        var done = work();
        while (await Task.WhenAny(done, Task.Delay(s_pause)) != done)
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
        }

        await done;
        return Math.Max(0, most - before) / 1_048_576.0;
    }
}
