namespace Livelihood.Platform.MemoryUse;

/// <summary>Tells when much has been done and nothing is done any more, by the memory that was allocated.</summary>
public sealed class QuietTime
{
    /// <summary>What the portal's own jobs allocate between two looks, in bytes, and hardly any page.</summary>
    public const long Little = 1 << 20;

    /// <summary>Less than this leaves nothing behind that is worth a collection, in bytes.</summary>
    public const long Much = 16 << 20;

    private long _last;
    private long _atLastQuiet;

    /// <summary>Whether quiet has come since the last look: once after each time in which much was done.</summary>
    /// <param name="allocated">Memory allocated since the start, in bytes.</param>
    public bool HasCome(long allocated)
    {
        var hasCome = allocated - _last < Little && allocated - _atLastQuiet >= Much;
        _last = allocated;
        _atLastQuiet = hasCome ? allocated : _atLastQuiet;
        return hasCome;
    }
}
