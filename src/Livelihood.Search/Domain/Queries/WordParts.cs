using Livelihood.Search.Domain.Text;
using Livelihood.Search.Domain.Words;

namespace Livelihood.Search.Domain.Queries;

/// <summary>The parts of a long word or sentence that carry it: its dictionary words, without those that only ask or join.</summary>
internal static class WordParts
{
    /// <summary>Characters that join words in a sentence and say nothing by themselves.</summary>
    private const string Joints = "的了和与及或是在之将对我你他您就也都把被给要想去来到让请从向为有个些这那几能会可吗呢吧啊么";

    /// <summary>Characters in a row that are in no word: up to so many are taken for one, such as a name.</summary>
    private const int LongestUnknown = 4;

    /// <summary>The parts of a canonical text, each canonical; empty where it is one by itself.</summary>
    public static List<string> Of(string canonical)
    {
        var word = canonical.Trim();
        var parts = (WordCutter.Embedded is { } cutter ? Cut(canonical, cutter) : Pairs(canonical)).Distinct(StringComparer.Ordinal).ToList();
        var telling = parts.Where(p => !QuestionWords.IsFiller(p)).ToList();
        parts = telling.Count > 0 ? telling : parts;
        return parts is [var only] && only == word ? [] : parts;
    }

    private static IEnumerable<string> Cut(string canonical, WordCutter cutter)
    {
        foreach (var range in Runs.Of(canonical))
        {
            var run = canonical[range];
            if (!Runs.IsIdeographic(run))
            {
                yield return run;
                continue;
            }

            var unknown = "";
            foreach (var word in cutter.Cut(run).Append(""))
            {
                if (word.Length == 1 && !Joints.Contains(word, StringComparison.Ordinal))
                {
                    unknown += word;
                    continue;
                }

                foreach (var part in Unknown(unknown))
                {
                    yield return part;
                }

                unknown = "";
                if (word.Length > 1)
                {
                    yield return word;
                }
            }
        }
    }

    /// <summary>A character by itself between words says too little to be asked for.</summary>
    private static List<string> Unknown(string characters) =>
        characters.Length < 2 ? [] : characters.Length <= LongestUnknown ? [characters] : Pairs($" {characters} ");

    private static List<string> Pairs(string canonical)
    {
        var pairs = Analyser.Terms(canonical).Where(t => t != Analyser.Break && !Analyser.IsSingle(t)).ToList();
        var telling = pairs.Where(p => !p.Any(c => Joints.Contains(c, StringComparison.Ordinal))).ToList();
        return telling.Count > 0 ? telling : pairs;
    }
}
