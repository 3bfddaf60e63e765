namespace Livelihood.Content.Media;

/// <summary>How files are taken (<c>Portal:Uploads:…</c>).</summary>
public sealed class UploadOptions
{
    /// <summary>How large a file may be, in megabytes.</summary>
    public int MaxMegabytes { get; set; } = 50;

    /// <summary>How many files a form may bring at once.</summary>
    public int MaxFiles { get; set; } = 20;

    /// <summary>Where clamd listens: <c>tcp://127.0.0.1:3310</c> or <c>unix:/run/clamav/clamd.ctl</c>; empty: files are not scanned.</summary>
    public string Clamd { get; set; } = "";

    /// <summary>Whether files wait for a scanner.</summary>
    public bool IsScanned => Clamd.Length > 0;

    /// <summary>How large a file may be, in bytes.</summary>
    public long MaxBytes => MaxMegabytes * 1024L * 1024;

    /// <summary>How large a whole form may be, in bytes.</summary>
    public long MaxForm => (MaxBytes * MaxFiles) + (8 * 1024 * 1024);
}
