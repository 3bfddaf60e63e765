using System.Text.RegularExpressions;
using Livelihood.Content.Documents;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Tells which lines before the documents are the masthead's. All patterns see squeezed, folded lines.</summary>
internal static partial class MastheadLines
{
    /// <summary>Whether the line begins a part of the masthead: a label, the gazette's title, its number, a slogan.</summary>
    public static bool Begins(string squeezed) =>
        squeezed.Length is > 0 and <= 60 && (Label().IsMatch(squeezed) || Other().IsMatch(squeezed) || IsNumberLine(squeezed)
            || WrittenDate.ReadWhole(squeezed, out _) != WrittenDate.Found.None);

    /// <summary>A label with what follows it on the line.</summary>
    public static bool TryLabel(SourceLine line, out string label, out string value)
    {
        (label, value) = ("", "");
        if (line.Squeezed.Length <= 40 && LabelLast().Match(line.Squeezed) is { Success: true } behind)
        {
            (label, value) = (behind.Groups["label"].Value, behind.Groups["agency"].Value);
            return true;
        }

        var match = line.Squeezed.Length <= 80 ? Label().Match(line.Squeezed) : Match.Empty;
        if (!match.Success)
        {
            return false;
        }

        label = match.Groups["label"].Value;
        var colon = line.Folded.IndexOf(':');
        value = colon >= 0 && match.Groups["colon"].Success ? line.Text[(colon + 1)..].Trim() : "";
        return true;
    }

    /// <summary>The line, or its parts where several labels stand side by side in it: 主管：…　　主办：….</summary>
    public static IEnumerable<SourceLine> Labelled(SourceLine line)
    {
        var from = 0;
        var gaps = line.Text.Length <= 200 ? SourceText.WideGap().Matches(line.Text) : SourceText.WideGap().Matches("");
        foreach (var gap in gaps.Where(g => g.Index > 0))
        {
            var next = SourceText.Line(line.Index, line.Text[(gap.Index + gap.Length)..]);
            var before = SourceText.Line(line.Index, line.Text[from..gap.Index]);
            if (TryLabel(next, out _, out var value) && value.Length > 0 && TryLabel(before, out _, out var valueBefore) && valueBefore.Length > 0)
            {
                yield return before;
                from = gap.Index + gap.Length;
            }
        }

        yield return from == 0 ? line : SourceText.Line(line.Index, line.Text[from..]);
    }

    public static bool IsRole(string label) => Role().IsMatch(label);

    /// <summary>第6号（总第161号）, 2019年第6期, 一九九五年第三期 …</summary>
    public static bool IsNumberLine(string squeezed) => NumberLine().IsMatch(squeezed);

    /// <summary>Year, number and total number, as far as the line gives them.</summary>
    public static (int? Year, int? Number, int? Total) Numbers(string squeezed)
    {
        if (squeezed.Length > 80)
        {
            return default;
        }

        var issue = Issue().Match(squeezed);
        var dotted = Dotted().Match(squeezed);
        var total = Total().Match(squeezed);
        var year = issue.Groups["year"] is { Success: true } y ? Value(y) : Value(YearAlone().Match(squeezed).Groups["year"]);
        return (year ?? Value(dotted.Groups["year"]), Value(issue.Groups["number"]) ?? Value(dotted.Groups["number"]), Value(total.Groups["total"]));
    }

    /// <summary>Titles of gazettes named in the line.</summary>
    public static string? GazetteTitle(string squeezed)
    {
        var match = squeezed.Length <= 80 ? Title().Match(squeezed) : Match.Empty;
        return match.Success ? match.Value : null;
    }

    private static int? Value(Group group) => group.Success && ChineseNumeral.TryParse(group.ValueSpan, out var value) && value > 0 ? value : null;

    private const string Digit = "[0-9〇零一二三四五六七八九十百]";

    /// <summary>A joint issue (合刊) has two numbers or more: 第7、8号, 第10—12期.</summary>
    private const string More = "(?:[、,，\\-—–~至和及](?:第)?[0-9〇零一二三四五六七八九十百]{1,5}){0,4}";
    private const string Year = "(?<year>(?:19|20)[0-9]{2}|[一二][〇零九0-9][〇零一二三四五六七八九]{2})";

    [GeneratedRegex(@"^(?<label>(?:主管|主办|协办|承办|编辑出版|出版发行|编辑|编印|编制|出版|发行|印刷|印制|承印)(?:单位|者|范围|方式)?|地址|社址|通讯地址|网址|网站|联系电话|编辑部电话|发行电话|电话|传真|邮编|邮政编码|电子邮箱|电子信箱|电子邮件|邮箱|投稿邮箱|[Ee]-?[Mm]ail|准印证号?|国内统一(?:连续出版物)?(?:刊)?号|国际标准(?:连续出版物)?(?:刊)?号|刊号|ISSN|登记证号?|许可证号?|广告经营许可证号?|出版日期|出刊日期|出版时间|发行日期|印数|开本|定价|工本费|刊期|主任|副主任|名誉主任|委员|成员|主编|副主编|常务副主编|总编|总编辑|副总编|副总编辑|执行主编|执行编辑|责任编辑|责编|美术编辑|编审|校对|责任校对|顾问|编委|编辑人员|本期编辑|值班编辑)(?:(?<colon>:)|(?=\()|$)")]
    private static partial Regex Label();

    /// <summary>某某市人民政府办公室主办, without a colon.</summary>
    [GeneratedRegex(@"^(?<agency>[\u4e00-\u9fff]{3,20}(?:政府|办公室|办公厅|委员会|编辑部|局|厅))(?<label>主管|主办|编辑出版|编印|编制|出版)$")]
    private static partial Regex LabelLast();

    [GeneratedRegex(@"^(?:(?:名誉|常务|执行)?副?主任|委员|成员|(?:常务|执行)?副?主编|副?总编辑?|执行编辑|责任编辑|责编|美术编辑|编审|校对|责任校对|顾问|编委|编辑|编辑人员|本期编辑|值班编辑)$")]
    private static partial Regex Role();

    [GeneratedRegex(@"^《[^》]{2,24}[公政]报》$|^[\u4e00-\u9fff]{2,20}[公政]报(?:目录)?$|^公报$|^编(?:辑)?委(?:员)?会(?:名单)?$|^编辑部$|^(?:《[^》]{2,24}[公政]报》)?编(?:辑部|委会|辑委员会)(?:名单)?$|^[A-Za-z][A-Za-z' ,.&\-]{5,}$|内部资料|免费赠阅|标准文本|同等效力|^\(?(?:月刊|半月刊|双月刊|季刊|旬刊|不定期)\)?$|^(?:19|20)[0-9]{2}年?$|^[一二][〇零九0-9][〇零一二三四五六七八九]{2}年?$|^(?:目录|CONTENTS)$")]
    private static partial Regex Other();

    [GeneratedRegex(@"^(?:《?[\u4e00-\u9fff]{2,20}[公政]报》?)?\(?(?:" + Year + @"年?)?[.·,]?第" + Digit + @"{1,4}" + More + @"[号期](?:\(?合刊\)?)?(?:[(,]?总(?:第|号)?:?" + Digit + @"{1,5}" + More + @"[号期]?\)?)?\)?$|^\(?总(?:第|号):?" + Digit + @"{1,5}" + More + @"[号期]?\)?$|^(?:《?[\u4e00-\u9fff]{2,20}[公政]报》?)?(?:19|20)[0-9]{2}[.·][0-9]{1,2}$")]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"(?:" + Year + @"年?)?[.·,(]?(?<!总)第(?<number>" + Digit + @"{1,4})" + More + @"[号期]")]
    private static partial Regex Issue();

    [GeneratedRegex(@"^(?:《?[\u4e00-\u9fff]{2,20}[公政]报》?)?" + Year + @"[.·](?<number>[0-9]{1,2})$")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"总(?:第|号)?:?(?<total>" + Digit + @"{1,5})[号期]?")]
    private static partial Regex Total();

    [GeneratedRegex(@"^\(?" + Year + @"年?\)?$|" + Year + "年")]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,20}(?:公报|政报)")]
    private static partial Regex Title();
}
