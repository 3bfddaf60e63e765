using System.Buffers;
using System.Text;

namespace Livelihood.Disclosure.Domain.Redaction;

/// <summary>A ground, as the list at the end of a file numbers it.</summary>
/// <param name="Number">From 1; stands behind each black box.</param>
/// <param name="Ground">Article and name.</param>
/// <param name="Reason">Why.</param>
public sealed record NumberedGround(int Number, string Ground, string Reason)
{
    /// <summary>A line of the list.</summary>
    public string Text => $"〔{Number}〕{Ground}：{Reason}";
}

/// <summary>What is left of a text.</summary>
/// <param name="Name">The file's name, with its passages blacked out too.</param>
/// <param name="Text">The text.</param>
/// <param name="Grounds">The grounds.</param>
public sealed record RedactedText(string Name, string Text, IReadOnlyList<NumberedGround> Grounds);

/// <summary>
/// Blacks passages out: the words are taken away before anything is printed. All boxes are equally long, so that not even
/// the length of a name is told.
/// </summary>
public static class Redactor
{
    /// <summary>Stands for a passage.</summary>
    public const string Box = "■■■■■■";

    /// <summary>Letters that a passage must have: of one letter alone, nobody knows which is meant.</summary>
    public const int ShortestPassage = 2;

    private static readonly SearchValues<char> s_sentenceEnds = SearchValues.Create("。！？；!?;");

    /// <summary>What is left.</summary>
    public static RedactedText Redact(RedactionSheet sheet)
    {
        var grounds = sheet.Marks.Select(mark => (mark.Ground, mark.Reason)).Distinct().ToList();
        var passages = sheet.Marks.Select(mark => (Passage: new FoldedText(mark.Passage), Number: grounds.IndexOf((mark.Ground, mark.Reason)) + 1)).ToList();
        return new(
            Black(sheet.Name, passages), Black(sheet.Text, passages),
            [.. grounds.Select((ground, i) => new NumberedGround(i + 1, RedactionGrounds.NameOf(ground.Ground) ?? "", ground.Reason))]);
    }

    /// <summary>The sentences of a text, in order, to be chosen from: paragraphs, cut where a sentence ends.</summary>
    public static IReadOnlyList<string> Sentences(string text)
    {
        var sentences = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var rest = paragraph.AsSpan().Trim();
            while (!rest.IsEmpty)
            {
                var end = rest.IndexOfAny(s_sentenceEnds);
                var length = end < 0 ? rest.Length : end + 1;
                while (length < rest.Length && rest[length] is '”' or '」' or '）' or ')')
                {
                    length++;
                }

                sentences.Add(rest[..length].ToString());
                rest = rest[length..].TrimStart();
            }
        }

        return sentences;
    }

    /// <summary>What forbids a mark, in a Chinese sentence; null where nothing does.</summary>
    public static string? Objection(RedactionSheet sheet, RedactionMark mark)
    {
        var passage = new FoldedText(mark.Passage);
        if (passage.Length < ShortestPassage || mark.Passage.Length > RedactionSheet.LongestPassage)
        {
            return $"要涂黑的文字不少于{ShortestPassage}个字，不超过{RedactionSheet.LongestPassage}个字。";
        }

        if (mark.Passage.Contains('■', StringComparison.Ordinal))
        {
            return "要涂黑的文字里不能有“■”。";
        }

        if (RedactionGrounds.NameOf(mark.Ground) is null)
        {
            return "请选择不公开的依据。";
        }

        if (string.IsNullOrWhiteSpace(mark.Reason) || mark.Reason.Length > RedactionSheet.LongestReason)
        {
            return $"请写明理由，不超过{RedactionSheet.LongestReason}个字；它会印在文件末尾。";
        }

        if (!new FoldedText(sheet.Text).Contains(passage))
        {
            return "文件里没有这段文字。请从文件里复制，一字不差。";
        }

        return sheet.Marks.Append(mark).Any(told => new FoldedText(told.Reason).Contains(passage))
            || sheet.Marks.Any(known => new FoldedText(mark.Reason).Contains(new(known.Passage)))
            ? "理由里不能出现要涂黑的文字：它会印在文件末尾。"
            : null;
    }

    private static string Black(string text, IReadOnlyList<(FoldedText Passage, int Number)> passages)
    {
        var folded = new FoldedText(text);
        var result = new StringBuilder(text.Length);
        var done = 0;
        foreach (var (start, end, numbers) in Joined(text, passages.SelectMany(p => folded.Find(p.Passage).Select(place => (place.Start, place.End, p.Number)))))
        {
            result.Append(text, done, start - done).Append(Box).Append('〔').AppendJoin('、', numbers).Append('〕');
            done = end;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }

    // Places that overlap are one, and so are those with the same ground that only white space parts.
    private static List<(int Start, int End, SortedSet<int> Numbers)> Joined(string text, IEnumerable<(int Start, int End, int Number)> places)
    {
        var joined = new List<(int Start, int End, SortedSet<int> Numbers)>();
        foreach (var (start, end, number) in places.OrderBy(place => place.Start).ThenByDescending(place => place.End))
        {
            var isNext = joined.Count > 0 && (start < joined[^1].End
                || (joined[^1].Numbers.SetEquals([number]) && string.IsNullOrWhiteSpace(text[joined[^1].End..start])));
            if (isNext)
            {
                joined[^1].Numbers.Add(number);
                joined[^1] = joined[^1] with { End = Math.Max(end, joined[^1].End) };
            }
            else
            {
                joined.Add((start, end, [number]));
            }
        }

        return joined;
    }
}
