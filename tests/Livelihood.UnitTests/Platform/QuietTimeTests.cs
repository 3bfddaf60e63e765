using Livelihood.Platform.MemoryUse;
using Xunit;

namespace Livelihood.UnitTests.Platform;

/// <summary>When memory is given back.</summary>
public sealed class QuietTimeTests
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void Quiet_AfterMuchWork_ComesOnce()
    {
        // Looks at what was allocated so far: a start, a rush, then nothing but the portal's own jobs.
        long[] looks = [60, 200, 900, 900, 900, 901, 901];
        Assert.Equal([false, false, false, true, false, false, false], ComesAt(looks));
    }

    [Fact]
    public void Quiet_WhileSomebodyIsServed_DoesNotCome() => Assert.DoesNotContain(true, ComesAt([.. Enumerable.Range(1, 50).Select(look => 2L * look)]));

    [Fact]
    public void Quiet_AfterLittleWork_WaitsForMore()
    {
        long[] looks = [40, 40, 45, 45, 50, 50, 57, 57, 57];
        Assert.Equal([false, true, false, false, false, false, false, true, false], ComesAt(looks));
    }

    private static List<bool> ComesAt(long[] looks)
    {
        var quiet = new QuietTime();
        return [.. looks.Select(megabytes => quiet.HasCome(megabytes * Megabyte))];
    }
}
