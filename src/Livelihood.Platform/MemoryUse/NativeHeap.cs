using System.Runtime.InteropServices;

namespace Livelihood.Platform.MemoryUse;

/// <summary>
/// What native code borrows (the compiler at run time, SQLite) goes back to the system when it is no longer needed, rather than
/// being kept for the next time.
/// </summary>
public static class NativeHeap
{
    private const int TrimThreshold = -1;
    private const int MmapThreshold = -3;
    private const int ArenaMax = -8;

    /// <summary>What is as long as this gets pages of its own, in bytes, which it gives back; by itself glibc begins at 128 KB and goes up to 32 MB.</summary>
    private const int Long = 64 << 10;

    /// <summary>Threads share so many heaps; by itself glibc makes up to eight for each processor.</summary>
    private const int Heaps = 2;

    /// <summary>
    /// Says so to the C library; call it before anything else, as what was borrowed before stays where it is. False where the
    /// library is not glibc, whose mallopt(3) this is: then memory is kept as that library does.
    /// </summary>
    public static bool KeepLittle()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return SetOption(ArenaMax, Heaps) + SetOption(MmapThreshold, Long) + SetOption(TrimThreshold, Long) == 3;
        }
        catch (Exception none) when (none is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc.so.6", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetOption(int option, int value);
}
