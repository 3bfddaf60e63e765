using Livelihood.TestSupport;

namespace Livelihood.Benchmarks.Digitisation;

/// <summary>Replaces a part of docs/digitisation.md between its two comments.</summary>
internal static class FiguresInDocs
{
    public static void Write(string part, string figures)
    {
        var path = Repository.PathOf("docs", "digitisation.md");
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
}
