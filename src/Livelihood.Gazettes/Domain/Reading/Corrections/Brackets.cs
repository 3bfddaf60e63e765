namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>Half-width brackets around Chinese text, both of a pair together.</summary>
internal static class Brackets
{
    public static void Correct(LineCorrection line)
    {
        if (line.Raw.AsSpan().IndexOfAny('(', ')') < 0)
        {
            return;
        }

        var open = new Stack<int>();
        for (var i = 0; i < line.Raw.Length; i++)
        {
            if (line.Raw[i] is '(' or '（')
            {
                open.Push(i);
            }
            else if (line.Raw[i] is ')' or '）')
            {
                if (!open.TryPop(out var start))
                {
                    Single(line, i);
                }
                else if (IsChinese(line, start, i))
                {
                    Replace(line, start);
                    Replace(line, i);
                }
            }
        }

        foreach (var start in open)
        {
            Single(line, start);
        }
    }

    private static void Replace(LineCorrection line, int at)
    {
        if (line.Raw[at] is '(' or ')')
        {
            line.Replace(at, 1, CorrectionKind.Punctuation, line.Raw[at] == '(' ? "（" : "）");
        }
    }

    /// <summary>The other one of the pair stands in another line; the text inside tells.</summary>
    private static void Single(LineCorrection line, int at)
    {
        var isOpen = line.Raw[at] == '(';
        var (before, after) = (line.At(line.Left(at)), line.At(line.Right(at)));
        if (line.Raw[at] is '(' or ')' && (isOpen ? Signs.IsChinese(after) : Signs.IsChinese(before)))
        {
            Replace(line, at);
        }
    }

    private static bool IsChinese(LineCorrection line, int start, int end)
    {
        if (line.Raw[start] == '（' || line.Raw[end] == '）')
        {
            return true;
        }

        var inside = line.Raw.AsSpan(start + 1, end - start - 1);
        var (onlyDigits, letters) = (true, false);
        foreach (var c in inside)
        {
            if (Signs.IsChinese(c))
            {
                return true;
            }

            letters |= char.IsAsciiLetter(c);
            onlyDigits &= char.IsAsciiDigit(c) || c == ' ';
        }

        var (before, after) = (line.At(line.Left(start)), line.At(line.Right(end)));
        if (onlyDigits && inside.Trim().Length is 1 or 2 && before is '\0' or '\u3000' && Signs.IsHan(after))
        {
            return true;
        }

        return Signs.IsHan(before) && (Signs.IsChinese(after) || (letters && after == '\0'));
    }
}
