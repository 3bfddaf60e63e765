using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>
/// Writes a plan in the words of FTS5. Each of the plan's terms is written once, in its order, so that FTS5 numbers the
/// phrases as the plan does; excluded ones come behind. Terms have neither quotes nor operators.
/// </summary>
internal sealed class Fts5Expression
{
    private readonly MatchPlan _plan;
    private int _written;

    private Fts5Expression(MatchPlan plan) => _plan = plan;

    /// <summary>The expression; the plan must have terms.</summary>
    public static string Of(MatchPlan plan)
    {
        var expression = new Fts5Expression(plan).Words();
        return plan.Excluded.Count == 0 ? expression : $"({expression}) NOT ({OfExcluded(plan)})";
    }

    /// <summary>What is excluded, alone.</summary>
    public static string OfExcluded(MatchPlan plan) => string.Join(" OR ", plan.Excluded.Select(e => Quote(string.Join(' ', e))));

    /// <summary>Characters, all of them.</summary>
    public static string OfCharacters(IEnumerable<string> characters) => string.Join(" AND ", characters.Select(Quote));

    /// <summary>A term in quotes.</summary>
    public static string Quote(string terms) => $"\"{terms}\"";

    private string Words()
    {
        var required = new List<string>();
        var optional = new List<string>();
        foreach (var word in _plan.Words)
        {
            if (word.IsRequired && word.Forms.Count == 1)
            {
                required.AddRange(New(word.Forms[0].Pieces.SelectMany(p => p.Terms)));
            }
            else if (word.IsRequired)
            {
                required.Add(Any(word.Forms.Select(f => All(New(f.Pieces.SelectMany(p => p.Terms))))));
            }
            else
            {
                optional.AddRange(word.Forms.SelectMany(f => f.Pieces).Select(p => All(New(p.Terms))));
            }
        }

        if (optional.Count > 0)
        {
            required.Add(Any(optional));
        }

        return string.Join(" AND ", required);
    }

    /// <summary>The terms that were not written yet.</summary>
    private List<string> New(IEnumerable<PieceTerm> terms)
    {
        var written = new List<string>();
        foreach (var term in terms)
        {
            if (term.Index == _written)
            {
                var asked = _plan.Terms[_written++];
                written.Add(asked.Column is { } column ? $"{NameOf(column)} : {Quote(asked.Text)}" : Quote(asked.Text));
            }
        }

        return written;
    }

    private static string All(List<string> parts) => parts.Count == 1 ? parts[0] : $"({string.Join(" AND ", parts)})";

    private static string Any(IEnumerable<string> parts) => $"({string.Join(" OR ", parts)})";

    private static string NameOf(TextColumn column) => column switch
    {
        TextColumn.Title => "title",
        TextColumn.Headings => "headings",
        TextColumn.Body => "body",
        _ => "numbers",
    };
}
