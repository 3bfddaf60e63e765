namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>Web and mail addresses, which no rule touches.</summary>
internal static class Addresses
{
    private static readonly string[] Signs = ["://", "www.", "@"];

    public static void Protect(LineCorrection line)
    {
        foreach (var sign in Signs)
        {
            for (var at = line.Raw.IndexOf(sign, StringComparison.OrdinalIgnoreCase); at >= 0; at = line.Raw.IndexOf(sign, at, StringComparison.OrdinalIgnoreCase))
            {
                var (start, end) = (at, at + sign.Length);
                while (start > 0 && IsPart(line.Raw[start - 1]))
                {
                    start--;
                }

                while (end < line.Raw.Length && IsPart(line.Raw[end]))
                {
                    end++;
                }

                var next = end;
                while (end > at + sign.Length && line.Raw[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']')
                {
                    end--;
                }

                line.Protect(start, end - start);
                at = next;
            }
        }
    }

    private static bool IsPart(char c) => c is > ' ' and < '\u007f' and not ('"' or '<' or '>' or '|');
}
