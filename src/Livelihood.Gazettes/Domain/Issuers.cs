using System.Text.RegularExpressions;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain;

/// <summary>Who issued a printed document (发文机关), as the print says.</summary>
public static partial class Issuers
{
    /// <summary>By the order, else by who signs, else by what stands before 关于 in the title; empty where none of them tells.</summary>
    public static IReadOnlyList<string> Of(PrintedDocument document)
    {
        if (document.Number is { AgencyCode: [.., '令'] code })
        {
            return [code[..^1]];
        }

        var signed = document.Signature.Where(Titles.IsAgency).Distinct(StringComparer.Ordinal).ToList();
        return signed.Count > 0 ? signed : Head().Match(document.Title) is { Success: true } head && Titles.IsAgency(head.Groups["agency"].Value) ? [head.Groups["agency"].Value] : [];
    }

    /// <summary>Up to 关于; who passes a text on (批转, 转发) stands before that word, and behind it who wrote the text.</summary>
    [GeneratedRegex("^(?<agency>.+?)(?:(?:批转|转发|印发).*?)?关于")]
    private static partial Regex Head();
}
