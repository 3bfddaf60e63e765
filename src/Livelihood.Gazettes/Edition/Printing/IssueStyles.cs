using System.Text;
using Livelihood.Formats;

namespace Livelihood.Gazettes.Edition.Printing;

/// <summary>
/// The style sheet that belongs to one issue: its name on every head, and a named page for each document, with the document's
/// title on the head. CSS has no other way that Chromium knows.
/// </summary>
internal static class IssueStyles
{
    /// <summary>The address from which the printed page asks for it.</summary>
    public const string Path = "/edition/heads.css";

    /// <summary>The class of the document with this place in the issue.</summary>
    public static string ClassOf(int order) => $"edition-document--{order}";

    /// <summary>The style sheet.</summary>
    public static string Of(IssueLayout issue)
    {
        var name = Quote(issue.IsProof ? issue.Name + "（校样）" : issue.Name);
        // Each page adds one to the counter but those before the first number; the cover, which is one page, brings it there.
        var css = new StringBuilder($"@page edition-cover {{ counter-increment: page {issue.FirstNumber - 1}; }}\n")
            .Append($"@page edition-contents {{ @top-left {{ content: {name}; }} }}\n");
        if (issue.CountsContents)
        {
            css.Append("@page edition-contents { counter-increment: page 1; @bottom-center { content: counter(page); } }\n");
        }

        foreach (var entry in issue.Documents)
        {
            css.Append($"@page document-{entry.Order} {{ @top-left {{ content: {name}; }} @top-right {{ content: {Quote(ShortTitle.Of(entry.Document!.Title))}; }} }}\n")
                .Append($".edition .document.{ClassOf(entry.Order)} {{ page: document-{entry.Order}; }}\n");
        }

        return css.ToString();
    }

    /// <summary>A CSS string in which no sign can end it: all but letters and digits are written as their number.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(Rune.IsLetterOrDigit(rune) ? rune.ToString() : $"\\{rune.Value:x} ");
        }

        return quoted.Append('"').ToString();
    }
}
