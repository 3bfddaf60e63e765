namespace Livelihood.Gazettes.Edition;

/// <summary>Shortens a document's title for the running head.</summary>
internal static class ShortTitle
{
    /// <summary>What fits beside the name, in characters.</summary>
    public const int Longest = 22;

    /// <summary>
    /// The title from 关于 on, as the issuer's name says little on the head; cut with an ellipsis where it is still too long. A
    /// character outside the basic plane stays whole.
    /// </summary>
    public static string Of(string title)
    {
        var text = title.Trim();
        if (text.Length > Longest && text.IndexOf("关于", StringComparison.Ordinal) is > 0 and var about)
        {
            text = text[about..];
        }

        if (text.Length <= Longest)
        {
            return text;
        }

        var end = Longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
