namespace Livelihood.Benchmarks.Digitisation;

/// <summary>Replaces a part of docs/digitisation.md between its two comments.</summary>
internal static class FiguresInDocs
{
    public static void Write(string part, string figures)
    {
        var path = Path.Combine(Repository(), "docs", "digitisation.md");
        var text = File.ReadAllText(path);
        var (begin, end) = ($"<!-- {part} -->\n", $"<!-- end of {part} -->");
        var first = text.IndexOf(begin, StringComparison.Ordinal);
        var last = text.IndexOf(end, StringComparison.Ordinal);
        if (first < 0 || last < first)
        {
            throw new InvalidOperationException($"{path} has no part between “{begin.Trim()}” and “{end}”.");
        }

        File.WriteAllText(path, $"{text[..(first + begin.Length)]}{figures.TrimEnd()}\n{text[last..]}");
        Console.WriteLine($"Written: {path}");
    }

    private static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Livelihood.Portal.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The repository was not found above the program.");
    }
}
