namespace Livelihood.TestSupport.Quality;

/// <summary>A query and the documents that answer it, each by its number, its path or the beginning of its title.</summary>
public sealed record QualityQuery(string Kind, string Text, IReadOnlyList<string> Answers);

/// <summary>What readers might type, with the documents that answer it; data in queries.txt.</summary>
public static class QualitySet
{
    /// <summary>All queries, in order.</summary>
    public static IReadOnlyList<QualityQuery> Read()
    {
        using var stream = typeof(QualitySet).Assembly.GetManifestResourceStream("quality-queries.txt")
            ?? throw new InvalidOperationException("queries.txt is not embedded.");
        using var reader = new StreamReader(stream);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var queries = new List<QualityQuery>();
        var kind = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == '@')
            {
                var parts = line[1..].Split('=', 2, StringSplitOptions.TrimEntries);
                names.Add(parts[0], parts[1]);
            }
            else if (line[0] == '[')
            {
                kind = line.Trim('[', ']');
            }
            else
            {
                var bar = line.LastIndexOf('|');
                queries.Add(new(kind, line[..bar].Trim(), [.. line[(bar + 1)..].Split(',', StringSplitOptions.TrimEntries).Select(n => names[n])]));
            }
        }

        return queries;
    }
}
