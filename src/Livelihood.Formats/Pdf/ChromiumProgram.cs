namespace Livelihood.Formats.Pdf;

/// <summary>Finds a Chromium-family browser on the machine.</summary>
public static class ChromiumProgram
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    /// <summary>Flags that keep the browser from calling home.</summary>
    public static readonly IReadOnlyList<string> QuietFlags =
        ["--disable-background-networking", "--disable-quic", "--no-first-run", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

    /// <summary>The program that was named, or else the first one on PATH; null where there is none.</summary>
    public static string? Find(string? named)
    {
        if (!string.IsNullOrWhiteSpace(named))
        {
            return File.Exists(named) ? named : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
