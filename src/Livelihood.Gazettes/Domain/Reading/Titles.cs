using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>What a title looks like, and whether two of them are the same.</summary>
internal static partial class Titles
{
    /// <summary>Offices whose holders sign orders and speak.</summary>
    public const string Offices = "(?:省长|市长|州长|盟长|县长|区长|旗长|镇长|乡长|总理|主席|主任|局长|厅长|部长|行长|署长)";

    private const int LongestKey = 160;

    /// <summary>Letters, digits and Han characters only, so that punctuation and breaks do not matter.</summary>
    public static string Key(string text)
    {
        var kept = new StringBuilder(Math.Min(text.Length, LongestKey));
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) && kept.Length < LongestKey)
            {
                kept.Append(c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c == '○' ? '〇' : c);
            }
        }

        return kept.ToString();
    }

    /// <summary>The key from 关于 on: contents and text often differ in whether the agency stands before it.</summary>
    public static string Core(string key)
    {
        var about = key.IndexOf("关于", StringComparison.Ordinal);
        return about is > 0 and <= 60 ? key[about..] : key;
    }

    /// <summary>Whether the keys are the same but for about one character in <paramref name="oneIn"/>.</summary>
    public static bool AreClose(string a, string b, int oneIn)
    {
        var most = Math.Max(a.Length, b.Length) / oneIn;
        return Math.Abs(a.Length - b.Length) <= most && (a == b || (most > 0 && Distance(a, b, most) <= most));
    }

    /// <summary>A line that can be part of a title: short, no sentence, no date, no mark of a heading or table.</summary>
    public static bool CanBePart(SourceLine line) =>
        line.Squeezed.Length is > 0 and <= 80 && !Sentence.IsEnded(line.Text) && !line.Text.Contains('。') && line.Text[0] != '|'
        && !line.HasBullet && !line.Squeezed.EndsWith("日印发", StringComparison.Ordinal) && !line.Squeezed.EndsWith("日印", StringComparison.Ordinal) && Marker.Of(line.Folded).Kind is MarkerKind.None
        && WrittenDate.ReadWhole(line.Squeezed, out _) == WrittenDate.Found.None && !IsNumber(line, out _);

    /// <summary>A line that is a document number and nothing else.</summary>
    public static bool IsNumber(SourceLine line, [NotNullWhen(true)] out DocumentNumber? number)
    {
        number = null;
        return line.Squeezed.Length is >= 6 and <= 32 && line.Squeezed.TrimEnd(')', ']') is [.., '号']
            && DocumentNumber.TryParse(line.Text, out number) && number.Year is not null;
    }

    /// <summary>Ends in the name of a kind of document (通知, 决定, 意见 …), a remark in brackets aside.</summary>
    public static bool NamesAKind(string squeezed) => Kind().IsMatch(squeezed.Length > 30 ? squeezed[^30..] : squeezed);

    /// <summary>Of a kind that needs neither number nor order to stand alone: a speech, a chronicle, an interpretation.</summary>
    public static bool IsSelfStanding(string squeezed) => squeezed.Length is >= 6 and <= 60 && SelfStanding().IsMatch(squeezed);

    /// <summary>The name of an agency and nothing else, as stands in the first line of a title or under a text.</summary>
    public static bool IsAgency(string squeezed) => squeezed.Length is >= 2 and <= 30 && Agency().IsMatch(squeezed);

    /// <summary>A line that is an official and a name, apart as under an order: 市长　某某.</summary>
    public static bool IsOfficial(string text) =>
        text.Length <= 30 && text.Any(Blank.Is) && Official().IsMatch(Folding.Squeeze(Folding.Fold(text)));

    /// <summary>A line that is the name of an agency, or of several side by side; a person's name beside one is none.</summary>
    public static bool IsAgencyLine(SourceLine line) =>
        line.Text.Length <= 60 && IsAgency(line.Squeezed)
        && line.Text.Split([' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries) is var parts && (parts.Length == 1 || parts.All(p => p.Length == 1) || parts.All(p => p.Length >= 4));

    /// <summary>The red head of a document: 某市人民政府文件.</summary>
    public static bool IsRedHead(string squeezed) => squeezed.Length is >= 4 and <= 30 && RedHead().IsMatch(squeezed);

    /// <summary>Edit distance, given up above <paramref name="most"/>; time is the length times <paramref name="most"/>.</summary>
    private static int Distance(string a, string b, int most)
    {
        var row = ArrayPool<int>.Shared.Rent(b.Length + 1);
        try
        {
            for (var j = 0; j <= b.Length; j++)
            {
                row[j] = j;
            }

            for (var i = 1; i <= a.Length; i++)
            {
                var (from, to) = (Math.Max(1, i - most), Math.Min(b.Length, i + most));
                var diagonal = row[from - 1];
                row[from - 1] = from == 1 ? i : most + 1;
                var least = row[from - 1];
                for (var j = from; j <= to; j++)
                {
                    var above = j == i + most ? most + 1 : row[j];
                    var value = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                    diagonal = row[j];
                    row[j] = value;
                    least = Math.Min(least, value);
                }

                if (least > most)
                {
                    return most + 1;
                }
            }

            return row[b.Length];
        }
        finally
        {
            ArrayPool<int>.Shared.Return(row);
        }
    }

    [GeneratedRegex(@"^[\u4e00-\u9fff]{0,8}" + Offices + @"[\u4e00-\u9fff]{2,4}$")]
    private static partial Regex Official();

    [GeneratedRegex(@"(?:通知|决定|意见|通告|公告|通报|命令|令|批复|函|报告|请示|议案|纪要|公报|决议|办法|规定|条例|规则|细则|方案|规划|计划|讲话|致辞|发言|解读|要点|名单|目录|标准|预案|制度|规程|章程|大事记)(?:\([^)]{1,20}\)|（[^）]{1,20}）)?$")]
    private static partial Regex Kind();

    [GeneratedRegex(@"(?:上的(?:讲话|致辞|发言|报告)|(?<!公布|发布|印发).{0,20}大事记|》?的?政策解读)$")]
    private static partial Regex SelfStanding();

    [GeneratedRegex(@"(?:政府|办公室|办公厅|委员会|局|厅|法院|检察院|部|署|委|办|组|会|院|行|公司)$")]
    private static partial Regex Agency();

    [GeneratedRegex(@"(?:政府|办公室|办公厅|委员会|局|厅|委|部)(?:文件|公文)$")]
    private static partial Regex RedHead();
}
