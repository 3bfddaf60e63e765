namespace Livelihood.Api;

/// <summary>How often the interface may be asked (<c>Api:…</c>), by one network address.</summary>
public sealed class ApiOptions
{
    /// <summary>Requests that read, a minute.</summary>
    public int ReadsPerMinute { get; set; } = 300;

    /// <summary>Requests that write, a minute.</summary>
    public int WritesPerMinute { get; set; } = 120;
}
