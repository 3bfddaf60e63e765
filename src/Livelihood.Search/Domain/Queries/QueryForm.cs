namespace Livelihood.Search.Domain.Queries;

/// <summary>A query in parts, as a form has them; written out it is what a reader could have typed.</summary>
public sealed record QueryForm
{
    private static readonly char[] Quotes = "\"“”„‟＂«»「」『』".ToCharArray();

    /// <summary>All of these words.</summary>
    public string? Words { get; init; }

    /// <summary>This phrase as it stands.</summary>
    public string? Phrase { get; init; }

    /// <summary>None of these words.</summary>
    public string? Without { get; init; }

    /// <summary>Words of the title.</summary>
    public string? Title { get; init; }

    /// <summary>The document number.</summary>
    public string? Number { get; init; }

    /// <summary>The issuing agency, or a part of its name.</summary>
    public string? Agency { get; init; }

    /// <summary>The first year, month or day.</summary>
    public string? From { get; init; }

    /// <summary>The last year, month or day.</summary>
    public string? To { get; init; }

    /// <summary>The query; empty where nothing was filled in.</summary>
    public override string ToString()
    {
        var (from, to) = (Clean(From), Clean(To));
        string[] parts =
        [
            Clean(Words),
            Clean(Phrase) is { Length: > 0 } phrase ? $"“{phrase}”" : "",
            string.Join(' ', Split(Without).Select(word => "-" + word.TrimStart('-'))),
            Named("标题", Clean(Title)),
            Named("文号", Clean(Number)),
            Named("发文机关", Clean(Agency)),
            from.Length + to.Length == 0 ? "" : from == to ? $"日期:{from}" : $"日期:{from}..{to}",
        ];
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }

    private static string Named(string name, string value) => value.Length == 0 ? "" : Split(value).Length > 1 ? $"{name}:“{value}”" : $"{name}:{value}";

    private static string Clean(string? value) => string.Join(' ', Split(string.Concat((value ?? "").Split(Quotes))));

    private static string[] Split(string? value) => (value ?? "").Split([' ', '\u3000', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
