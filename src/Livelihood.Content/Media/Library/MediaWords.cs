namespace Livelihood.Content.Media.Library;

/// <summary>What people read of files.</summary>
public static class MediaWords
{
    /// <summary>A length in the largest unit that leaves at least one, such as 1.5 MB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} 字节",
        < 1024 * 1024 => $"{bytes / 1024.0:0.#} KB",
        _ => $"{bytes / 1024.0 / 1024:0.#} MB",
    };

    /// <summary>How far the scan is.</summary>
    public static string Text(this MediaScan scan) => scan switch
    {
        MediaScan.Waiting => "等待病毒扫描",
        MediaScan.Clean => "已扫描，没有发现病毒",
        MediaScan.Infected => "发现病毒，文件已删除",
        _ => "没有扫描",
    };
}
