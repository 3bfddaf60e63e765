using System.Runtime.InteropServices;
using Livelihood.Platform.MemoryUse;
using Xunit;

namespace Livelihood.UnitTests.Platform;

public class NativeHeapTests
{
    /// <summary>Less than glibc's own 128 KB, from where on a block gets pages of its own.</summary>
    private const int Block = 80 << 10;

    private const int Blocks = 500;

    [Fact]
    public void KeepLittle_OnGlibc_GivesEvenShorterBlocksPagesOfTheirOwn()
    {
        Assert.SkipUnless(NativeHeap.KeepLittle(), "The C library is not glibc.");
        var before = MallInfo().BlocksOfTheirOwn;
        var blocks = Enumerable.Range(0, Blocks).Select(_ => Marshal.AllocHGlobal(Block)).ToList();
        var with = MallInfo().BlocksOfTheirOwn;
        blocks.ForEach(Marshal.FreeHGlobal);

        // Other tests borrow and give back meanwhile.
        Assert.InRange(with - before, Blocks * 0.9, Blocks * 1.1);
    }

    [DllImport("libc.so.6", EntryPoint = "mallinfo2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern Info MallInfo();

    /// <summary>See mallinfo(3): ten numbers, of which this is the fourth.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 10 * sizeof(long))]
    private readonly struct Info
    {
        private readonly long _arena;
        private readonly long _free;
        private readonly long _small;

        public readonly long BlocksOfTheirOwn;
    }
}
