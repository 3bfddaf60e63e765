using Livelihood.Content.Documents;

namespace Livelihood.Gazettes.Domain.Doubts;

/// <summary>Which number a document probably has, by those of the same agency around it.</summary>
internal static class LikelyNumbers
{
    private const int Most = 3;

    /// <summary>
    /// Numbers of the series that nobody has, between those before and after; first those that differ from what was read by
    /// one digit, as a misread one does.
    /// </summary>
    public static IReadOnlyList<DocumentNumber> Of(PrintedIssue issue, PrintedDocument document)
    {
        if (document.Number is not { } number)
        {
            return [];
        }

        var others = issue.Documents.Where(d => d != document && d.Number is { } n && n.AgencyCode == number.AgencyCode && n.Year == number.Year)
            .Select(d => (d.Lines.First, d.Number!.Serial)).ToList();
        var taken = others.Select(o => o.Serial).ToHashSet();
        var low = others.Where(o => o.First < document.Lines.First).Select(o => o.Serial).DefaultIfEmpty(0).Last();
        var high = others.Where(o => o.First > document.Lines.First).Select(o => o.Serial).DefaultIfEmpty(0).First();
        high = high > low ? high : low + 10;
        return [.. Enumerable.Range(low + 1, Math.Clamp(high - low - 1, 0, 200)).Where(s => !taken.Contains(s) && s != number.Serial)
            .OrderBy(s => DifferByOneDigit($"{s}", $"{number.Serial}") ? 0 : 1).ThenBy(s => s).Take(Most).Select(s => number with { Serial = s })];
    }

    /// <summary>Whether one digit was misread, lost or doubled.</summary>
    public static bool DifferByOneDigit(string a, string b)
    {
        if (a.Length == b.Length)
        {
            return a.Zip(b).Count(p => p.First != p.Second) == 1;
        }

        var (longer, shorter) = a.Length > b.Length ? (a, b) : (b, a);
        return longer.Length == shorter.Length + 1 && Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1) == shorter);
    }
}
