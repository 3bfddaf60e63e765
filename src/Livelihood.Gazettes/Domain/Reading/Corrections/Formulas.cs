using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>
/// Remains of formula markup, as optical reading leaves it around figures and units. A formula with a command that is not known
/// here stays as it is.
/// </summary>
internal static partial class Formulas
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("\\^_{}$");

    public static void Correct(LineCorrection line)
    {
        if (!line.Raw.AsSpan().ContainsAny(Markup))
        {
            return;
        }

        foreach (Match match in Dollars().Matches(line.Raw))
        {
            if (IsFormula(match.Groups["inside"].ValueSpan) && Plain(match.Groups["inside"].Value) is { } plain)
            {
                line.Replace(match.Index, match.Length, CorrectionKind.Formula, plain);
            }
        }

        foreach (Match match in Bare().Matches(line.Raw))
        {
            if (!line.IsClaimed(match.Index) && Plain(match.Value) is { } plain)
            {
                line.Replace(match.Index, match.Length, CorrectionKind.Formula, plain);
            }
        }
    }

    /// <summary>Markup, or a figure; 5$ and 6$ are money.</summary>
    private static bool IsFormula(ReadOnlySpan<char> inside) => inside.ContainsAny(Markup) || Figure().IsMatch(inside);

    /// <summary>The formula as plain text; null when it has something that plain text cannot say.</summary>
    private static string? Plain(string formula)
    {
        var text = formula;
        for (var depth = 0; depth < 4 && text.Contains('\\'); depth++)
        {
            text = Wrapped().Replace(text, "${inside}");
            text = Fraction().Replace(text, "${a}/${b}");
        }

        text = Degrees().Replace(text, "℃");
        text = Command().Replace(text, m => Sign(m.Groups["name"].Value) ?? m.Value);
        text = Power().Replace(text, m => Raised(m.Groups["power"].Value) ?? m.Value);
        text = Index().Replace(text, "${index}");
        text = text.Replace("~", " ", StringComparison.Ordinal);
        return text.AsSpan().ContainsAny(Markup) || text.Length == 0 ? null : Tight().Replace(text.Trim(), "");
    }

    private static string? Sign(string name) => name switch
    {
        "%" or "&" or "#" or "_" or "$" => name,
        "," or ";" or "!" or ":" or " " or "quad" or "qquad" or "left" or "right" or "displaystyle" => "",
        "times" => "×",
        "cdot" => "·",
        "div" => "÷",
        "pm" => "±",
        "geq" or "ge" or "geqslant" => "≥",
        "leq" or "le" or "leqslant" => "≤",
        "neq" => "≠",
        "approx" => "≈",
        "sim" => "～",
        "circ" => "°",
        "mu" => "μ",
        "alpha" => "α",
        "beta" => "β",
        "gamma" => "γ",
        "Omega" => "Ω",
        "rightarrow" or "to" => "→",
        "sum" => "∑",
        "permil" => "‰",
        "prime" => "′",
        "ldots" or "cdots" => "…",
        _ => null,
    };

    private static string? Raised(string power)
    {
        const string Plain = "0123456789+-n";
        const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ";
        if (power is "°" or "′" or "*")
        {
            return power;
        }

        var text = new StringBuilder(power.Length);
        foreach (var c in power)
        {
            var at = Plain.IndexOf(c, StringComparison.Ordinal);
            if (at < 0)
            {
                return null;
            }

            text.Append(Raised[at]);
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\$(?<inside>[^$\u4e00-\u9fff]{1,80})\$")]
    private static partial Regex Dollars();

    [GeneratedRegex(@"^\s*[0-9][0-9., ]*\s*(?:%|\\%)?\s*$|^\s*[A-Z]{2,}[0-9.]*\s*$")]
    private static partial Regex Figure();

    /// <summary>Markup outside of dollar signs: a word with an index or power in braces, or an escaped sign.</summary>
    [GeneratedRegex(@"[A-Za-z0-9μ./]*(?:\\mathrm|\\text)\{[A-Za-z0-9./]{1,20}\}(?:[_^](?:\{[^{}]{1,8}\}|[0-9]))*|[A-Za-z][A-Za-z0-9μ./]{0,12}(?:[_^]\{[0-9A-Za-z.,+\-]{1,8}\})+[A-Za-z0-9/.]*(?:[_^]\{[0-9A-Za-z.,+\-]{1,8}\})*|\b[A-Z][A-Za-z]{0,4}_[0-9](?:\.[0-9])?|\b(?:m|km|cm|mm|hm|dm)\^[23]|[0-9]?\^\{?\\circ\}?\s?C?|\\[%&#_$]|\\(?:times|geq|leq|pm|sim|mu|cdot|rightarrow|approx)(?![A-Za-z])")]
    private static partial Regex Bare();

    [GeneratedRegex(@"\\(?:mathrm|mathbf|mathit|text|textbf|textrm|rm|operatorname|boldsymbol|mathsf)\s?\{(?<inside>[^{}]*)\}")]
    private static partial Regex Wrapped();

    [GeneratedRegex(@"\\d?frac\{(?<a>[^{}]{1,20})\}\{(?<b>[^{}]{1,20})\}")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\^?\s?\{?\s?\\circ\s?\}?\s?C|\\textcelsius|\\celsius")]
    private static partial Regex Degrees();

    [GeneratedRegex(@"\\(?<name>[A-Za-z]+|[%&#_$,;!: ])\s?")]
    private static partial Regex Command();

    [GeneratedRegex(@"\s?\^\s?(?:\{\s?(?<power>[^{}]{1,8}?)\s?\}|(?<power>[0-9*°′]))")]
    private static partial Regex Power();

    [GeneratedRegex(@"\s?_\s?(?:\{\s?(?<index>[^{}]{1,12}?)\s?\}|(?<index>[0-9A-Za-z]))")]
    private static partial Regex Index();

    /// <summary>Spaces that markup needs and plain text does not.</summary>
    [GeneratedRegex(@"(?<![A-Za-z])\s+|\s+(?![A-Za-z])")]
    private static partial Regex Tight();
}
