namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>How a line ends, and whether what it opened is closed.</summary>
internal static class Sentence
{
    /// <summary>Whether a sentence ends here: 。！？； or a colon, quotation marks and brackets after it aside.</summary>
    public static bool IsEnded(string text)
    {
        for (var i = text.Length - 1; i >= 0 && i >= text.Length - 4; i--)
        {
            if (text[i] is '”' or '’' or '"' or '）' or ')' or '』' or '」' or '》' or '】')
            {
                continue;
            }

            return text[i] is '。' or '！' or '？' or '；' or '：' or '!' or '?' or ';' or ':' or '…' or '｡';
        }

        return false;
    }

    /// <summary>Whether a bracket closes here; in whole paragraphs that ends them as a rule.</summary>
    public static bool EndsInBracket(string text) => text is [.., '）' or ')' or '〕' or ']' or '】'];

    /// <summary>Whether the line stops where no sentence stops: after a comma, or after an opening mark.</summary>
    public static bool IsOpen(string text) =>
        text is [.., '，' or '、' or ',' or '（' or '(' or '《' or '〔' or '[' or '“' or '〈' or '「'];

    /// <summary>How many brackets stay open, counted over the end of the text only, as texts quote each other without closing.</summary>
    public static bool HasOpenBracket(System.Text.StringBuilder text)
    {
        var open = 0;
        for (var i = Math.Max(0, text.Length - 160); i < text.Length; i++)
        {
            open += text[i] switch
            {
                '（' or '(' or '《' or '〔' => 1,
                '）' or ')' or '》' or '〕' when open > 0 => -1,
                _ => 0,
            };
        }

        return open > 0;
    }
}
