using System.Text;

namespace Livelihood.Search.Domain.Text;

/// <summary>What a run of a canonical text is made of.</summary>
public enum RunKind
{
    /// <summary>Neither letters nor digits: what separates runs.</summary>
    None,

    /// <summary>Scripts written without spaces: ideographs, kana, hangul. Searched by overlapping pairs.</summary>
    Ideographs,

    /// <summary>Letters of other scripts and digits. Searched as whole words.</summary>
    Word,
}

/// <summary>The kinds of characters, and a canonical text's runs.</summary>
public static class Runs
{
    /// <summary>Which kind of run a character belongs to.</summary>
    public static RunKind KindOf(Rune rune)
    {
        if (IsIdeograph(rune))
        {
            return RunKind.Ideographs;
        }

        return Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune) ? RunKind.Word : RunKind.None;
    }

    /// <summary>The runs of a canonical text, in order, as ranges into it.</summary>
    public static IEnumerable<Range> Of(string canonical)
    {
        for (var start = 0; start < canonical.Length;)
        {
            if (canonical[start] == ' ')
            {
                start++;
                continue;
            }

            var end = canonical.IndexOf(' ', start);
            end = end < 0 ? canonical.Length : end;
            yield return start..end;
            start = end;
        }
    }

    /// <summary>Whether a run of a canonical text is one of ideographs.</summary>
    public static bool IsIdeographic(ReadOnlySpan<char> run) =>
        Rune.DecodeFromUtf16(run, out var rune, out _) == System.Buffers.OperationStatus.Done && IsIdeograph(rune);

    private static bool IsIdeograph(Rune rune) => rune.Value switch
    {
        >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0x20000 and <= 0x3FFFD => true,
        0x3005 or 0x3007 => true,
        >= 0x3041 and <= 0x30FF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF => Rune.IsLetter(rune),
        _ => false,
    };
}
