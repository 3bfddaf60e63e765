using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Livelihood.Content.Documents;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>What a line begins with.</summary>
internal enum MarkerKind
{
    /// <summary>Nothing special.</summary>
    None,

    /// <summary>第…编.</summary>
    Book,

    /// <summary>第…章.</summary>
    Chapter,

    /// <summary>第…节.</summary>
    Part,

    /// <summary>第…条.</summary>
    Article,

    /// <summary>一、 （一） 1. （1） ①: see <see cref="Marker.Level"/>.</summary>
    Numbered,

    /// <summary>附件 or 附：</summary>
    Annex,

    /// <summary>—— at the beginning of a paragraph.</summary>
    Dash,

    /// <summary>抄送, 主题词, 印发: the lines under a document.</summary>
    Imprint,
}

/// <summary>The mark at the beginning of a line.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Level">For numbered ones 1 一、 2 （一） 3 1. 4 （1） 5 ①.</param>
/// <param name="Ordinal">The number, 0 when there is none.</param>
/// <param name="Length">How many characters of the line it takes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct Marker(MarkerKind Kind, int Level, int Ordinal, int Length)
{
    /// <summary>Reads the beginning of a folded line.</summary>
    public static Marker Of(string folded)
    {
        if (folded.Length == 0)
        {
            return default;
        }

        var head = folded.Length > 40 ? folded[..40] : folded;
        switch (head[0])
        {
            case '第':
                var division = Division().Match(head);
                return division.Success && ChineseNumeral.TryParse(division.Groups["n"].ValueSpan, out var n) && n > 0
                    ? new(Kinds(division.Groups["kind"].ValueSpan[0]), 0, n, division.Length)
                    : default;
            case '附':
                var annex = AnnexHead().Match(head);
                return annex.Success
                    ? new(MarkerKind.Annex, 0, ChineseNumeral.TryParse(annex.Groups["n"].ValueSpan, out var a) ? a : 0, annex.Length)
                    : default;
            case '—' or '-' or '―' or '─' when head.Length > 1 && head[1] == head[0]:
                return new(MarkerKind.Dash, 0, 0, 2);
            case '抄' or '主' or '印':
                var imprint = ImprintHead().Match(head);
                return imprint.Success ? new(MarkerKind.Imprint, 0, 0, imprint.Length) : default;
            case >= '①' and <= '⑳':
                return new(MarkerKind.Numbered, 5, head[0] - '①' + 1, 1);
        }

        var numbered = Number().Match(head);
        if (!numbered.Success)
        {
            return default;
        }

        for (var level = 1; level <= 4; level++)
        {
            var group = numbered.Groups[$"l{level}"];
            if (group.Success)
            {
                return ChineseNumeral.TryParse(group.ValueSpan, out var ordinal) ? new(MarkerKind.Numbered, level, ordinal, numbered.Length) : default;
            }
        }

        return default;
    }

    private static MarkerKind Kinds(char kind) => kind switch
    {
        '条' => MarkerKind.Article,
        '节' => MarkerKind.Part,
        '编' => MarkerKind.Book,
        _ => MarkerKind.Chapter,
    };

    [GeneratedRegex(@"^第\s{0,2}(?<n>[0-9〇零一二三四五六七八九十百]{1,5})\s{0,2}(?<kind>[编章节条])(?:之[一二三四五六七八九十]{1,2})?")]
    private static partial Regex Division();

    [GeneratedRegex(@"^附\s{0,8}(?:件|表|录)\s{0,4}(?<n>[0-9一二三四五六七八九十]{0,3})\s{0,2}(?::|$|(?=\s)|(?<=[0-9一二三四五六七八九十])(?=[^0-9]))|^附\s{0,4}:")]
    private static partial Regex AnnexHead();

    [GeneratedRegex(@"^(?:抄\s{0,4}[送报]|主\s{0,4}题\s{0,4}词)\s{0,4}:")]
    private static partial Regex ImprintHead();

    [GeneratedRegex(@"^(?:(?<l1>[一二三四五六七八九十百]{1,4})\s?[、.．]|\((?<l2>[一二三四五六七八九十]{1,4})\)|(?<l3>[0-9]{1,2})\s?(?:[.．](?![0-9])|、)|\((?<l4>[0-9]{1,2})\))")]
    private static partial Regex Number();
}
