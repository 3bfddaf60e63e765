using System.Text.RegularExpressions;
using Livelihood.Content.Documents;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>
/// Parts the text into what stands before the documents (masthead, contents), the documents, and an imprint after them.
/// </summary>
internal sealed partial class FrontMatter
{
    /// <summary>Contents do not begin later than this; a 目录 further down belongs to a document.</summary>
    private const int LatestMark = 400;

    private FrontMatter(
        IReadOnlyList<PrintedSection> sections, IReadOnlyList<SourceLine> masthead, string? gazetteTitle, int bodyStart, int bodyEnd, bool hasMark)
    {
        Sections = sections;
        MastheadLines = masthead;
        GazetteTitle = gazetteTitle;
        BodyStart = bodyStart;
        BodyEnd = bodyEnd;
        HasContentsMark = hasMark;
    }

    public IReadOnlyList<PrintedSection> Sections { get; }

    public IReadOnlyList<SourceLine> MastheadLines { get; }

    public string? GazetteTitle { get; }

    /// <summary>Index of the first line of the documents.</summary>
    public int BodyStart { get; }

    /// <summary>Index behind the last line of the documents.</summary>
    public int BodyEnd { get; }

    public bool HasContentsMark { get; }

    public static FrontMatter Find(SourceText source)
    {
        var lines = source.Lines;
        var mark = FirstMark(lines);
        if (mark >= 0 && FirstEvidence(lines, 0) < mark && LastMark(lines) is var last and >= 0)
        {
            return AtTheEnd(lines, last);
        }

        if (mark < 0 && LastMark(lines) is var end and >= 0)
        {
            return AtTheEnd(lines, end);
        }

        var limit = FirstEvidence(lines, mark + 1);
        var layout = mark < 0 ? ContentsLayout.PageLast : ContentsLines.LayoutOf([.. lines.Skip(mark + 1).Take(limit - mark - 1)]);
        var contents = ContentsReader.Read(lines.Take(limit), mark < 0 ? ContentsLayout.PageLast : layout);
        var bodyStart = BodyStartOf(lines, contents, limit, contents.LastEntryLine + 1);
        if (bodyStart < limit)
        {
            contents = ContentsReader.Read(lines.Take(bodyStart), layout);
        }

        return With(lines, contents, contents.Masthead, bodyStart, lines.Count, mark >= 0);
    }

    /// <summary>Contents behind the documents; before them stands the masthead alone.</summary>
    private static FrontMatter AtTheEnd(IReadOnlyList<SourceLine> lines, int mark)
    {
        var behind = lines.Skip(mark).ToList();
        var contents = ContentsReader.Read(behind, ContentsLines.LayoutOf(behind));
        var bodyStart = BodyStartOf(lines, contents, Math.Min(mark, FirstEvidence(lines, 0)), 0);
        var before = lines.Take(bodyStart).Where(l => !l.IsBlank);
        return With(lines, contents, [.. before, .. contents.Masthead], bodyStart, mark, hasMark: true);
    }

    private static FrontMatter With(
        IReadOnlyList<SourceLine> lines, ContentsReader contents, IReadOnlyList<SourceLine> masthead, int bodyStart, int end, bool hasMark)
    {
        var bodyEnd = Imprint(lines, bodyStart, end);
        SourceLine[] all = [.. masthead, .. lines.Skip(bodyEnd).Take(end - bodyEnd).Where(l => !l.IsBlank)];
        return new(contents.Sections, all, MastheadReader.Title(all), bodyStart, bodyEnd, hasMark);
    }

    /// <summary>The line that announces contents at the very end; more than half of the lines below are entries. -1 when there is none.</summary>
    private static int LastMark(IReadOnlyList<SourceLine> lines)
    {
        var (entries, others) = (0, 0);
        for (var i = lines.Count - 1; i > lines.Count / 2 && i >= lines.Count - LatestMark; i--)
        {
            if (lines[i].IsBlank)
            {
                continue;
            }

            if (ContentsReader.IsMark(lines[i]))
            {
                return entries >= 2 && entries * 3 >= others ? i : -1;
            }

            var isEntry = ContentsReader.EndsInPage(lines[i]) || ContentsLines.BeginsWithPage(lines[i], out _, out _);
            (entries, others) = isEntry ? (entries + 1, others) : (entries, others + 1);
        }

        return -1;
    }

    private static int FirstMark(IReadOnlyList<SourceLine> lines)
    {
        for (var i = 0; i < Math.Min(lines.Count, LatestMark); i++)
        {
            if (ContentsReader.IsMark(lines[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The first line that can only stand inside a document.</summary>
    private static int FirstEvidence(IReadOnlyList<SourceLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (IsEvidence(lines, i))
            {
                return i;
            }
        }

        return lines.Count;
    }

    private static bool IsEvidence(IReadOnlyList<SourceLine> lines, int i)
    {
        var line = lines[i];
        if (line.IsBlank || ContentsReader.EndsInPage(line) || ContentsLines.BeginsWithPage(line, out _, out _) || MastheadLine(line))
        {
            return false;
        }

        var marker = Marker.Of(line.Folded);
        if (marker.Kind is MarkerKind.Book or MarkerKind.Chapter or MarkerKind.Article || (line.Squeezed.Length >= 25 && Sentence.IsEnded(line.Text)))
        {
            return true;
        }

        var isNumber = line.IsShort && (OrderNumber().IsMatch(line.Squeezed)
            || (line.Squeezed.EndsWith('号') && DocumentNumber.TryParse(line.Text, out var number) && number.Year is not null));
        return (isNumber || Addressees().IsMatch(line.Squeezed)) && !PageFollows(lines, i);
    }

    private static bool MastheadLine(SourceLine line) =>
        Reading.MastheadLines.TryLabel(line, out _, out _) || (line.Squeezed.Length <= 160 && AboutTheGazette().IsMatch(line.Squeezed));

    /// <summary>A number between a title of the contents and its page is no document's.</summary>
    private static bool PageFollows(IReadOnlyList<SourceLine> lines, int i)
    {
        for (var (k, seen) = (i + 1, 0); k < lines.Count && seen < 2; k++)
        {
            if (lines[k].IsBlank)
            {
                continue;
            }

            seen++;
            if (ContentsReader.EndsInPage(lines[k]) || PageOnly().IsMatch(lines[k].Squeezed))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a title of the contents stands again; else behind the last entry and the masthead's lines after it.</summary>
    private static int BodyStartOf(IReadOnlyList<SourceLine> lines, ContentsReader contents, int limit, int after)
    {
        if (contents.RepeatedAt >= 0)
        {
            return HeadAbove(lines, contents.RepeatedAt, after);
        }

        var entries = contents.Sections.SelectMany(s => s.Entries).ToList();
        var matcher = new EntryMatcher(entries);
        var nothing = new bool[lines.Count];
        var end = Math.Min(lines.Count, limit + 40);
        for (var i = after; i < end; i++)
        {
            if (!lines[i].IsBlank && entries.Count > 0 && matcher.TryMatch(lines, nothing, i, lines.Count, 9, out _, out _))
            {
                return HeadAbove(lines, Math.Min(limit, i), after);
            }
        }

        var inMasthead = entries.Count == 0;
        for (var i = after; i < limit; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
            {
                continue;
            }

            if (Reading.MastheadLines.Begins(line.Squeezed) || ContentsReader.IsMark(line))
            {
                inMasthead = true;
            }
            else if (!inMasthead || line.Squeezed.Contains("关于", StringComparison.Ordinal) || StartsHead(line))
            {
                return HeadAbove(lines, i, after);
            }
        }

        return limit;
    }

    private static bool StartsHead(SourceLine line) =>
        Titles.IsRedHead(line.Squeezed) || Titles.IsSelfStanding(line.Squeezed) || (line.IsShort && OrderName().IsMatch(line.Squeezed));

    /// <summary>A red head, a number or an order may stand above the first title.</summary>
    private static int HeadAbove(IReadOnlyList<SourceLine> lines, int first, int floor)
    {
        var start = first;
        for (var i = first - 1; i >= floor && first - i < 12; i--)
        {
            if (lines[i].IsBlank)
            {
                continue;
            }

            if (!StartsHead(lines[i]) && !OrderNumber().IsMatch(lines[i].Squeezed) && !DocumentNumber.TryParse(lines[i].Text, out _)
                && !(Titles.IsAgency(lines[i].Squeezed) && lines[first].Squeezed.StartsWith("关于", StringComparison.Ordinal)))
            {
                break;
            }

            start = i;
        }

        return start;
    }

    /// <summary>Index where an imprint at the very end begins: three labelled lines of the masthead with no sentence after them.</summary>
    private static int Imprint(IReadOnlyList<SourceLine> lines, int bodyStart, int end)
    {
        var (start, labels) = (end, 0);
        for (var i = end - 1; i >= bodyStart && i >= end - 60; i--)
        {
            var line = lines[i];
            if (line.IsBlank)
            {
                continue;
            }

            if (line.Squeezed.Length > 60 || Sentence.IsEnded(line.Text) || Marker.Of(line.Folded).Kind == MarkerKind.Imprint)
            {
                break;
            }

            if (ImprintLabel().IsMatch(line.Squeezed))
            {
                labels++;
                start = i;
            }
        }

        return labels >= 3 ? start : end;
    }

    [GeneratedRegex(@"^[(\[]?(?:(?:19|20)[0-9]{2}年)?第[0-9〇零一二三四五六七八九十百]{1,5}号[)\]]?$")]
    private static partial Regex OrderNumber();

    [GeneratedRegex(@"^(?:同志们|各位.{0,20}|.{0,12}代表们?):$|^(?:各|市|县|区|省|州|盟|国务院|.{2,10}(?:人民政府|委员会|办公室|局)).{0,260}:$")]
    private static partial Regex Addressees();

    [GeneratedRegex(@"令$|^(?!.*关于)[\u4e00-\u9fff]{4,24}(?:公告|通告)$")]
    private static partial Regex OrderName();

    [GeneratedRegex(@"^[.…·(\[]*[0-9]{1,3}[)\]]?$")]
    private static partial Regex PageOnly();

    [GeneratedRegex(@"本刊|公报|刊登|登载|标准文本|免费赠阅|内部资料|投稿|订阅")]
    private static partial Regex AboutTheGazette();

    [GeneratedRegex(@"^(?:主管|主办|承办|编辑出版|编辑|编印|出版|发行|印刷|印制|承印|地址|网址|电话|联系电话|传真|邮编|邮政编码|电子邮箱|准印证号?|刊号|国内统一刊号|出版日期|印数|定价|责任编辑|主编|副主编|总编)(?:单位)?:")]
    private static partial Regex ImprintLabel();
}
