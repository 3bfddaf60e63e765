using System.Text.RegularExpressions;

namespace Livelihood.Gazettes.Domain.Composing;

/// <summary>Finds pictures in Markdown that say nothing to who cannot see them.</summary>
public static partial class UnnamedPictures
{
    /// <summary>How many pictures of the text have no alternative text.</summary>
    public static int Count(string markdown) => Unnamed().Count(markdown);

    [GeneratedRegex(@"!\[\s*\]\(", RegexOptions.NonBacktracking)]
    private static partial Regex Unnamed();
}
