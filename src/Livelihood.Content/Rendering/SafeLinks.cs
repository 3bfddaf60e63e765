using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Livelihood.Content.Rendering;

/// <summary>Lets links lead to the web, to mail and to places on the portal, and nowhere else.</summary>
internal static partial class SafeLinks
{
    /// <summary>Takes the address from every link and picture whose scheme is not allowed; its text stays.</summary>
    public static void Apply(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(l => !IsAllowed(l.Url)).ToList())
        {
            (link.Url, link.GetDynamicUrl) = ("", null);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !IsAllowed(l.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }
    }

    private static bool IsAllowed(string? url) => url is null || !Scheme().IsMatch(url) || AllowedScheme().IsMatch(url);

    // Browsers skip control characters and white space in front of and within a scheme.
    [GeneratedRegex(@"^[\s\p{C}]*[a-z][a-z0-9+.\-\s\p{C}]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex("^(https?|mailto):", RegexOptions.IgnoreCase)]
    private static partial Regex AllowedScheme();
}
