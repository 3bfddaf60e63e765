using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Livelihood.PrintedGazettes.Fuzzing;

/// <summary>The processor time of the running thread, so that other work on the machine does not count; the wall clock where the system has none.</summary>
public static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    public static TimeSpan Now => OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / 100)
        : TimeSpan.FromTicks(Stopwatch.GetTimestamp() * TimeSpan.TicksPerSecond / Stopwatch.Frequency);

    /// <summary>How long <paramref name="work"/> takes, the best of <paramref name="times"/>.</summary>
    public static TimeSpan Measure(Action work, int times = 1)
    {
        var best = TimeSpan.MaxValue;
        for (; times > 0; times--)
        {
            var start = Now;
            work();
            var took = Now - start;
            best = took < best ? took : best;
        }

        return best;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
