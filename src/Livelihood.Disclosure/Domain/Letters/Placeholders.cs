using System.Text.RegularExpressions;

namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>Fields in a text: <c>{{收到日期}}</c>, with or without spaces inside.</summary>
public static partial class Placeholders
{
    /// <summary>The names in a text, in their order.</summary>
    public static IEnumerable<string> In(string text) => Field().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>The text with each field replaced.</summary>
    public static string Fill(string text, Func<string, string> value) => Field().Replace(text, match => value(match.Groups["name"].Value));

    /// <summary>The text with its fields written without spaces.</summary>
    public static string Squeeze(string text) => Fill(text, LetterFields.Mark);

    /// <summary>What is wrong with the fields of a text, in Chinese sentences.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">The names that can stand in it.</param>
    public static IReadOnlyList<string> Objections(string text, IReadOnlyList<string> known)
    {
        var found = In(text).Distinct(StringComparer.Ordinal).Where(name => !known.Contains(name)).Select(name => Unknown(name, known)).ToList();
        if (Stray().IsMatch(Field().Replace(text, "")))
        {
            found.Add("有的栏目没有写完整。栏目前后各是两个半角的大括号，例如{{回执编号}}。");
        }

        return found;
    }

    private static string Unknown(string name, IReadOnlyList<string> known)
    {
        var nearest = known.Select(other => (Name: other, Shared: other.Count(name.Contains))).MaxBy(other => other.Shared);
        return nearest.Shared * 2 >= Math.Max(name.Length, nearest.Name.Length)
            ? $"没有叫“{name}”的栏目，是不是“{nearest.Name}”？"
            : $"没有叫“{name}”的栏目。这里可以用的栏目：{string.Join("、", known)}。";
    }

    [GeneratedRegex(@"\{\{[ \t　]*(?<name>[^{}\s]{1,30})[ \t　]*\}\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex(@"\{\{|\}\}|｛｛|｝｝", RegexOptions.NonBacktracking)]
    private static partial Regex Stray();
}
