using System.Text.RegularExpressions;

namespace Livelihood.Formats.Plain;

/// <summary>The numbering of official documents (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）, and 第…章, 第…节 of regulations.</summary>
public static partial class OfficialNumbering
{
    /// <summary>The longest line that is taken for a heading, in characters.</summary>
    public const int LongestHeading = 60;

    /// <summary>The level of a Markdown heading for a line that begins so: 2 for 一、 and 第…章, 3 for （一） and 第…节, 4 for 1., 5 for （1）; 0 for any other.</summary>
    public static int LevelOf(string line)
    {
        var match = Number().Match(line);
        for (var level = 2; level <= 5; level++)
        {
            if (match.Groups[$"l{level}"].Success)
            {
                return level;
            }
        }

        return 0;
    }

    /// <summary>Whether a line can be a heading by its look: short, and no sentence ends in it.</summary>
    public static bool CanBeHeading(string line) =>
        line.Length is > 0 and <= LongestHeading && line[^1] is not ('。' or '；' or '：' or '，' or '、' or '！' or '？' or ';' or ':' or ',')
        && !line.Contains('。');

    /// <summary>Whether a line is the mark above an annex: 附件, 附件1.</summary>
    public static bool IsAnnex(string line) => Annex().IsMatch(line);

    /// <summary>The mark at the beginning of an annex's heading: 附件1 of 附件1 名称; empty where there is none.</summary>
    public static string AnnexMarkOf(string heading) => IsAnnex(heading) ? heading : AnnexHead().Match(heading).Value;

    [GeneratedRegex(@"^附\s{0,4}件\s{0,4}(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?(?=\s)")]
    private static partial Regex AnnexHead();

    [GeneratedRegex(@"^附\s{0,4}件\s{0,4}(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?\s*[：:]?$")]
    private static partial Regex Annex();

    [GeneratedRegex(@"^\s*(?:(?<l2>[一二三四五六七八九十百]{1,4}\s?[、.．]|第\s?[〇零一二三四五六七八九十百0-9]{1,5}\s?[编章](?=\s|$|\p{L}))|(?<l3>[(（][一二三四五六七八九十]{1,4}[)）]|第\s?[〇零一二三四五六七八九十百0-9]{1,5}\s?节(?=\s|$|\p{L}))|(?<l4>[0-9０-９]{1,2}\s?(?:[.．](?![0-9])|、))|(?<l5>[(（][0-9０-９]{1,2}[)）]))")]
    private static partial Regex Number();
}
