namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>Cuts a text into lines at LF, CR LF and CR.</summary>
internal static class SourceLines
{
    public static List<string> Cut(string text)
    {
        var lines = new List<string>();
        var start = 0;
        while (true)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r');
            if (end < 0)
            {
                lines.Add(text[start..]);
                return lines;
            }

            end += start;
            lines.Add(text[start..end]);
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }
    }
}
