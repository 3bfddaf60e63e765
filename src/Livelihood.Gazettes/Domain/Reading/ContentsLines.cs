using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>What single lines of a table of contents look like.</summary>
internal static partial class ContentsLines
{
    private const int LongestEntryLine = 160;

    /// <summary>How the pages of these lines are printed.</summary>
    public static ContentsLayout LayoutOf(IReadOnlyList<SourceLine> lines)
    {
        var last = lines.Count(l => EndsInPage(l) || (l.Squeezed.Length <= 8 && IsPageAlone(l, out _)));
        var first = lines.Count(l => BeginsWithPage(l, out _, out _));
        return first >= 2 && first > 2 * last ? ContentsLayout.PageFirst : last > 0 ? ContentsLayout.PageLast : ContentsLayout.NoPages;
    }

    public static bool IsMark(string squeezed) => Mark().IsMatch(squeezed);

    public static bool HasHan(string squeezed) => squeezed.AsSpan().IndexOfAnyInRange('\u4e00', '\u9fff') >= 0;

    /// <summary>Whether a line ends in leaders and a page, as entries do.</summary>
    public static bool EndsInPage(SourceLine line) => EndsInPage(line, out _);

    /// <summary>The same; tells whether nothing parts the page from the title, as a date at a line's end can look.</summary>
    public static bool EndsInPage(SourceLine line, out bool isClose)
    {
        isClose = false;
        if (!(line.Folded.Length is > 0 and <= LongestEntryLine && (char.IsAsciiDigit(line.Folded[^1]) || line.Folded[^1] is ')' or ']' or '>' or '页' or '】' or '〕'))
            || EntryEnd().Match(line.Folded) is not { Success: true } end || MastheadLines.TryLabel(line, out _, out _))
        {
            return false;
        }

        isClose = end.Groups["close"].Success;
        return !(isClose && line.Text.AsSpan().IndexOfAny('，', '。', '；') >= 0);
    }

    /// <summary>The title and the page of a line that ends in one.</summary>
    public static bool TryEnd(SourceLine line, bool takesClosePages, out string title, out string page)
    {
        (title, page) = ("", "");
        if (!EndsInPage(line, out var isClose) || (isClose && !takesClosePages))
        {
            return false;
        }

        var end = EntryEnd().Match(line.Folded);
        (title, page) = (line.Text[..end.Groups["title"].Length], end.Groups["page"].Value);
        return true;
    }

    /// <summary>A page, and the title behind it.</summary>
    public static bool BeginsWithPage(SourceLine line, [NotNullWhen(true)] out string? page, out string rest)
    {
        (page, rest) = (null, "");
        if (line.Folded.Length is < 4 or > LongestEntryLine || !(char.IsAsciiDigit(line.Folded[0]) || line.Folded[0] is '(' or '[') || EndsInPage(line))
        {
            return false;
        }

        var match = EntryBegin().Match(line.Folded);
        if (!match.Success)
        {
            return false;
        }

        (page, rest) = (match.Groups["page"].Value, line.Text[match.Groups["title"].Index..]);
        return true;
    }

    public static bool IsPageAlone(SourceLine line, out string page)
    {
        var match = line.Folded.Length <= 140 ? PageAlone().Match(line.Folded) : Match.Empty;
        page = match.Groups["page"].Value;
        return match.Success;
    }

    public static bool TrySection(string squeezed, out string name)
    {
        name = "";
        if (squeezed.Length is < 2 or > 24 || squeezed.Contains("关于", StringComparison.Ordinal) || squeezed.EndsWith("公报", StringComparison.Ordinal))
        {
            return false;
        }

        var match = Section().Match(squeezed);
        name = match.Success ? match.Groups["name"].Value : PlainSection().IsMatch(squeezed) ? squeezed : "";
        return name.Length > 0;
    }

    /// <summary>A short line above a title that is whole without it.</summary>
    public static bool IsUnmarkedSection(string squeezed, string rest) =>
        squeezed.Length is >= 2 and <= 10 && !AgencyEnd().IsMatch(squeezed) && !squeezed.Contains("关于", StringComparison.Ordinal)
        && rest.IndexOf("关于", StringComparison.Ordinal) > 1;

    public static string WithoutLeaders(string text) => text.TrimEnd('.', '…', '⋯', '·', '・', '•', '∙', '—', '-', '_', '/', '．', ' ', '\u3000', '\t');

    /// <summary>Behind a speech's title and its leaders may stand who spoke, before the page.</summary>
    public static string WithoutSpeaker(string text) => Speaker().Match(text) is { Success: true } speaker ? text[..speaker.Index] : text;

    public static string WithoutOrdinal(string title) => Ordinal().Replace(title, "");

    /// <summary>
    /// Contents often print the document number behind the title: in brackets, behind a space, or on a line of its own; that of an
    /// order (令) also before it.
    /// </summary>
    public static string TakeNumber(string printed, out DocumentNumber? number)
    {
        number = null;
        var text = printed.TrimEnd();
        if (OrderBefore().Match(text) is { Success: true } order && DocumentNumber.TryParse(Folding.Squeeze(Folding.Fold(order.Value)), out number))
        {
            return text[order.Length..].TrimStart();
        }

        ReadOnlySpan<int> cuts = [text.LastIndexOfAny(['（', '(']), text.LastIndexOfAny([' ', '\u3000', '\t'])];
        foreach (var cut in cuts)
        {
            if (cut > 0 && text.Length - cut <= 40 && text.AsSpan(cut).IndexOf('号') > 0 && DocumentNumber.TryParse(Folding.Squeeze(text[cut..]), out number))
            {
                return text[..cut];
            }
        }

        // （2014年第1号）: an announcement's number, whose series the text names.
        return cuts[0] > 0 && text.Length - cuts[0] <= 40 && DocumentNumber.TryParseQuery(Folding.Squeeze(text[cuts[0]..]), out var part) && part is { AgencyCode: null, Year: not null }
            ? text[..cuts[0]]
            : text;
    }

    [GeneratedRegex(@"^[\u4e00-\u9fff]{2,24}(?:令|公告|通告)\s?[（(]?\s?(?:(?:19|20)[0-9]{2}年)?第\s?[0-9０-９〇○零一二三四五六七八九十百]{1,5}\s?号\s?[）)]?\s*[:：]?(?=\s*[《\u4e00-\u9fff]{4})")]
    private static partial Regex OrderBefore();

    /// <summary>A run of leaders, then a name of two to four characters, perhaps apart.</summary>
    [GeneratedRegex(@"(?:[…⋯]{2,}|[.·・•∙．]{4,})\s*[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3}$")]
    private static partial Regex Speaker();

    private const string Leaders = @"[\s.…⋯·・•∙。_\-—–~/]";

    [GeneratedRegex(@"^(?:.{0,20}[公政]报》?(?:.{0,20}[号期])?|.{0,20}第.{1,8}[号期].{0,20}|本[期刊])?(?:主要)?(?:目录|目次|总目|要目|总目录)(?:(?i:contents))?$|^(?i:contents)$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?<title>.*[\u4e00-\u9fff》)”""].*?)(?:" + Leaders + @"{1,120}|(?<close>(?<=[\u4e00-\u9fff》”])(?<!第)(?![(\[<【〔]))|(?=[(\[<【〔]))[(\[<【〔]?\s?(?:第|[Pp]\.?)?\s?(?<![0-9][.·])(?<page>[0-9]{1,3})(?:\s?[-—–~]\s?[0-9]{1,3})?\s?页?\s?[)\]>】〕]?$")]
    private static partial Regex EntryEnd();

    [GeneratedRegex(@"^(?:[(\[](?<page>[0-9]{1,3})(?:\s?[-—–~]\s?[0-9]{1,3})?[)\]]" + Leaders + @"{0,40}|(?<page>[0-9]{1,3})(?:\s?[-—–~]\s?[0-9]{1,3})?" + Leaders + @"{1,40})(?<title>(?:[\u4e00-\u9fff《“""]|(?:19|20)[0-9]{2}(?:年|[-—–~])).*)$")]
    private static partial Regex EntryBegin();

    [GeneratedRegex(@"^[0-9０-９]{1,3}[.．、](?![0-9０-９])")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^" + Leaders + @"{0,120}[(\[<]?\s?(?:第|[Pp]\.?)?(?<page>[0-9]{1,3})(?:\s?[-—–~]\s?[0-9]{1,3})?\s?页?\s?[)\]>]?$")]
    private static partial Regex PageAlone();

    private const string Sign = "◎★☆●■◆▲〇◇□※§▼▶►·•○♦❖▣◈➤◉⊙▪";

    [GeneratedRegex(@"^(?:[【〖\[〔](?<name>[^】〗\]〕]{2,16})[】〗\]〕]|[" + Sign + @"]{1,3}(?<name>[\u4e00-\u9fff·、]{2,16}?)[" + Sign + @"◀◄]{0,3}|[-—=*]{1,6}(?<name>[\u4e00-\u9fff·、]{2,16}?)[-—=*]{1,6})$")]
    private static partial Regex Section();

    [GeneratedRegex(@"^(?:[\u4e00-\u9fff·]{0,9}(?:文件|讲话|任免|任免事项|人事信息|政策解读|大事记|规章|法规|要闻|政府令|命令|选登|选载|特载|专载|统计资料|统计数据|统计公报|公文|机构编制|政务动态|工作动态|经济运行))$")]
    private static partial Regex PlainSection();

    [GeneratedRegex(@"(?:政府|办公室|办公厅|委员会|局|厅|院|部|委|办)$")]
    private static partial Regex AgencyEnd();
}
