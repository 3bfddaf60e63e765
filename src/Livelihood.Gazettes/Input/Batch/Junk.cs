namespace Livelihood.Gazettes.Input.Batch;

/// <summary>Files that systems and editors leave beside people's files.</summary>
internal static class Junk
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "Thumbs.db", "desktop.ini", "__MACOSX", "$RECYCLE.BIN", "System Volume Information" };

    /// <summary>Whether a path, or a folder in it, is of that kind; so are hidden files and Word's lock files.</summary>
    public static bool Is(string path) =>
        path.Split('/').Any(part => Names.Contains(part) || (part.StartsWith('.') && part is not ("." or "..")) || part.StartsWith("~$", StringComparison.Ordinal));
}
