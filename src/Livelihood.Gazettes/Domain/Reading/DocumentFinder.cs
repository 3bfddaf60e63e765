using System.Text.RegularExpressions;
using Livelihood.Content.Documents;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>
/// Finds where the documents begin: at a title of the contents, at an order (令) with its number, at a line that is a document
/// number with a title beside it, and, for what has neither, at a title standing alone where a document has just ended.
/// </summary>
internal sealed partial class DocumentFinder(SourceText source, bool[] furniture, IReadOnlyList<ContentsEntry> entries, int bodyStart, int bodyEnd)
{
    /// <summary>Lines between a title and its number, and between a number and its title.</summary>
    private const int HeadLines = 6;

    /// <summary>Lines of an order's own text, at most.</summary>
    private const int LongestOrder = 30;
    /// <summary>Agencies that issue together.</summary>
    private const int MostAgencies = 6;
    private const int Strict = 9;
    private const int Loose = 3;

    private readonly IReadOnlyList<SourceLine> _lines = source.Lines;
    private readonly EntryMatcher _matcher = new(entries);
    private readonly List<DocumentPlan> _plans = [];

    public IReadOnlyList<DocumentPlan> Find()
    {
        for (var i = bodyStart; i < bodyEnd; i++)
        {
            if (!IsText(i))
            {
                continue;
            }

            i = Math.Max(i, TakeOrder(i) ?? TakeEntry(i, Strict) ?? TakeNumber(i) ?? TakeLoneTitle(i) ?? i);
        }

        Settle();
        if (_matcher.HasLeft)
        {
            TakeLooseEntries();
        }

        _plans.ForEach(TitleOrder);
        return _plans;
    }

    private DocumentPlan? Current => _plans.Count > 0 ? _plans[^1] : null;

    private bool IsText(int index) => index >= bodyStart && index < bodyEnd && !_lines[index].IsBlank && !furniture[index];

    private int Next(int index)
    {
        do
        {
            index++;
        }
        while (index < bodyEnd && !IsText(index));
        return index;
    }

    private int Previous(int index)
    {
        do
        {
            index--;
        }
        while (index >= bodyStart && !IsText(index));
        return index;
    }

    private int? TakeOrder(int i)
    {
        if (_lines[i].Squeezed.Length is < 3 or > 48)
        {
            return null;
        }

        var whole = _lines[i].Squeezed;
        var last = i;
        if (OrderName().IsMatch(whole))
        {
            last = Next(i);
            if (last >= bodyEnd || !OrderNumber().IsMatch(_lines[last].Squeezed))
            {
                return null;
            }

            whole += _lines[last].Squeezed;
        }
        else if (!OrderWhole().IsMatch(whole))
        {
            return null;
        }

        if (!DocumentNumber.TryParse(whole, out var number) || !IsStart(i))
        {
            return null;
        }

        // Where the contents name the order by itself, what it enacts is a document of its own.
        var entry = _matcher.Find(Titles.Key(whole));
        if (entry >= 0)
        {
            _matcher.Take(entry);
        }

        _plans.Add(new() { First = i, OrderLast = last, Number = number, Entry = entry });
        return last;
    }

    private int? TakeEntry(int i, int oneIn)
    {
        if (!_matcher.TryMatch(_lines, furniture, i, bodyEnd, oneIn, out var last, out var entry))
        {
            return null;
        }

        _matcher.Take(entry);
        if (Current is { OrderLast: >= 0, TitleFirst: < 0, Entry: < 0 } order && IsEnacted(order, i))
        {
            (order.TitleFirst, order.TitleLast, order.Entry) = (i, last, entry);
            return last;
        }

        var plan = new DocumentPlan { First = i, TitleFirst = i, TitleLast = last, Entry = entry };
        GoUp(plan);
        _plans.Add(plan);
        return last;
    }

    /// <summary>Whether a title can be that of the text that the order above enacts: what the order enacts does not begin before it.</summary>
    private bool IsEnacted(DocumentPlan order, int title)
    {
        for (var (i, seen) = (Next(order.OrderLast), 0); i < title; i = Next(i), seen++)
        {
            if (seen >= LongestOrder || Marker.Of(_lines[i].Folded).Kind is MarkerKind.Book or MarkerKind.Chapter or MarkerKind.Part or MarkerKind.Article)
            {
                return false;
            }
        }

        return true;
    }

    private int? TakeNumber(int i)
    {
        if (!IsNumber(i, out var number))
        {
            return null;
        }

        if (Current is { } current && current.NumberLine < 0 && current.Number is null && current.TitleLast >= 0 && Between(current.TitleLast, i) < HeadLines)
        {
            (current.NumberLine, current.Number) = (i, number);
            return i;
        }

        var plan = new DocumentPlan { First = i, NumberLine = i, Number = number };
        if (TitleAbove(i, out var first))
        {
            (plan.First, plan.TitleFirst, plan.TitleLast) = (first, first, Previous(i));
            GoUp(plan);
            _plans.Add(plan);
            return i;
        }

        if (IsStart(i) && TitleBelow(i, out first, out var last))
        {
            (plan.TitleFirst, plan.TitleLast) = (first, last);
            GoUp(plan);
            _plans.Add(plan);
            return last;
        }

        return null;
    }

    /// <summary>Only where there are no contents that lead.</summary>
    private int? TakeLoneTitle(int i)
    {
        if (entries.Count > 0 || !Titles.CanBePart(_lines[i]) || !IsStart(i) || !TitleFrom(i, out var last))
        {
            return null;
        }

        if (Current is { OrderLast: >= 0, TitleFirst: < 0 } order && Between(order.OrderLast, i) == 0)
        {
            (order.TitleFirst, order.TitleLast) = (i, last);
            return last;
        }

        if (Current is { TitleLast: var title } && Between(title, i) < 2 || IsAttached(i, last))
        {
            return null;
        }

        _plans.Add(new() { First = i, TitleFirst = i, TitleLast = last });
        return last;
    }

    /// <summary>A title without a number beside it, whose subject the document above has in its own: the text that it issues or passes on.</summary>
    private bool IsAttached(int first, int last)
    {
        if (Current is not { TitleFirst: >= 0 } current || Titles.IsSelfStanding(_lines[last].Squeezed) || IsNumber(Next(last), out _))
        {
            return false;
        }

        var above = Titles.Key(Text(current.TitleFirst, current.TitleLast));
        var core = Titles.Core(Titles.Key(Text(first, last)));
        var subject = core.StartsWith("关于", StringComparison.Ordinal) ? core[2..] : core;
        var of = subject.IndexOf('的');
        var most = Math.Min(of >= 4 ? of : subject.Length, 8);
        return most >= 4 && above.Contains(subject[..most], StringComparison.Ordinal)
            && (above.Contains("印发", StringComparison.Ordinal) || above.Contains("转发", StringComparison.Ordinal) || above.Contains("批转", StringComparison.Ordinal)
                || above.Contains("发布", StringComparison.Ordinal) || above.Contains("公布", StringComparison.Ordinal));
    }

    private string Text(int first, int last) =>
        string.Concat(Enumerable.Range(first, last - first + 1).Where(i => !furniture[i]).Select(i => _lines[i].Folded));

    /// <summary>Entries that were not found word for word: the most similar title in the text, heads of documents first.</summary>
    private void TakeLooseEntries()
    {
        foreach (var plan in _plans.Where(p => p.Entry < 0 && p.TitleFirst >= 0))
        {
            if (_matcher.TryMatch(_lines, furniture, plan.TitleFirst, plan.TitleLast + 1, Loose, out _, out var entry))
            {
                _matcher.Take(entry);
                plan.Entry = entry;
            }
        }

        var heads = new HashSet<int>(_plans.SelectMany(p => Enumerable.Range(p.First, Math.Max(p.First, Math.Max(p.TitleLast, p.NumberLine)) - p.First + 1)));
        for (var i = bodyStart; i < bodyEnd && _matcher.HasLeft; i++)
        {
            if (IsText(i) && !heads.Contains(i) && IsStart(i)
                && _matcher.TryMatch(_lines, furniture, i, bodyEnd, Loose, out var last, out var entry) && !heads.Contains(last))
            {
                _matcher.Take(entry);
                if (_plans.Find(p => p is { OrderLast: >= 0, TitleFirst: < 0, Entry: < 0 } && i > p.OrderLast && last <= p.Last) is { } order)
                {
                    (order.TitleFirst, order.TitleLast, order.Entry) = (i, last, entry);
                    continue;
                }

                var plan = new DocumentPlan { First = i, TitleFirst = i, TitleLast = last, Entry = entry };
                if (IsNumber(Next(last), out var number))
                {
                    (plan.NumberLine, plan.Number) = (Next(last), number);
                }

                _plans.Add(plan);
                i = last;
            }
        }

        Settle();
    }

    /// <summary>What an order enacts has its title below the order's text, where the contents did not tell.</summary>
    private void TitleOrder(DocumentPlan plan)
    {
        if (plan.OrderLast < 0 || plan.TitleFirst >= 0 || plan.Entry >= 0)
        {
            return;
        }

        for (var (i, seen) = (Next(plan.OrderLast), 0); i <= plan.Last && seen < 2 * HeadLines; i = Next(i), seen++)
        {
            if (Titles.CanBePart(_lines[i]) && Titles.NamesAKind(_lines[i].Squeezed) && _lines[i].Squeezed.Length >= 5 && IsStart(i))
            {
                (plan.TitleFirst, plan.TitleLast) = (i, i);
                return;
            }
        }
    }

    /// <summary>In order, each up to the next.</summary>
    private void Settle()
    {
        _plans.Sort((a, b) => a.First.CompareTo(b.First));
        for (var k = 0; k < _plans.Count; k++)
        {
            var plan = _plans[k];
            plan.Last = (k + 1 < _plans.Count ? _plans[k + 1].First : bodyEnd) - 1;
            plan.TitleLast = Math.Min(plan.TitleLast, plan.Last);
            plan.NumberLine = plan.NumberLine > plan.Last ? -1 : plan.NumberLine;
        }
    }

    /// <summary>
    /// What stands right above a title and belongs to it: the agencies that the contents left out, the red head, the number.
    /// </summary>
    private void GoUp(DocumentPlan plan)
    {
        if (_lines[plan.TitleFirst].Squeezed.StartsWith("关于", StringComparison.Ordinal))
        {
            var floor = Current is { } above ? Math.Max(Math.Max(above.First, above.OrderLast), Math.Max(above.TitleLast, above.NumberLine)) : -1;
            for (var i = plan.TitleFirst - 1; i > floor && IsAgencyOfTitle(i) && plan.TitleFirst - i <= MostAgencies; i--)
            {
                plan.First = plan.TitleFirst = i;
            }
        }

        for (var i = Previous(plan.First); i >= bodyStart && Between(i, plan.TitleFirst) < HeadLines; i = Previous(i))
        {
            if (plan.NumberLine < 0 && IsNumber(i, out var number) && (Current is null || Current.NumberLine != i))
            {
                (plan.NumberLine, plan.Number, plan.First) = (i, number, i);
            }
            else if (Titles.IsRedHead(_lines[i].Squeezed))
            {
                plan.First = i;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>An agency that does not sign the text above: nothing of it stands right over the line but its date or its end.</summary>
    private bool IsAgencyOfTitle(int i)
    {
        if (!IsText(i) || !Titles.IsAgencyLine(_lines[i]))
        {
            return false;
        }

        var before = Previous(i);
        return before < i - 1 || before < bodyStart || Titles.IsRedHead(_lines[before].Squeezed) || Titles.IsAgencyLine(_lines[before]) || IsNumber(before, out _)
            || WrittenDate.ReadWhole(_lines[before].Squeezed, out _) != WrittenDate.Found.None;
    }

    private bool IsNumber(int i, out DocumentNumber? number)
    {
        number = null;
        return i < bodyEnd && Titles.IsNumber(_lines[i], out number);
    }

    /// <summary>Whether a document can begin here: nothing before it, a page break, a red head, a date, or a sentence that has ended.</summary>
    private bool IsStart(int i)
    {
        var before = Previous(i);
        return before < bodyStart || _lines[i].FollowsPageBreak || Sentence.IsEnded(_lines[before].Text) || Sentence.EndsInBracket(_lines[before].Text)
            || _lines[before].Text[0] == '|' || i - before > 1 || Titles.IsRedHead(_lines[before].Squeezed)
            || WrittenDate.ReadWhole(_lines[before].Squeezed, out _) != WrittenDate.Found.None;
    }

    private int Between(int a, int b)
    {
        var count = 0;
        for (var i = Next(a); i < b && count <= HeadLines; i = Next(i))
        {
            count++;
        }

        return count;
    }

    /// <summary>A title whose last line is right above the number; it runs up to the line with 关于 and agencies above that.</summary>
    private bool TitleAbove(int number, out int first)
    {
        first = -1;
        var (seesAbout, lines) = (false, 0);
        var floor = Math.Max(bodyStart, Current is { } c ? Math.Max(c.OrderLast, Math.Max(c.TitleLast, c.NumberLine)) + 1 : 0);
        for (var i = Previous(number); i >= floor && lines < HeadLines && Titles.CanBePart(_lines[i]); i = Previous(i), lines++)
        {
            var squeezed = _lines[i].Squeezed;
            if (lines == 0 && !Titles.NamesAKind(squeezed) && !squeezed.Contains("关于", StringComparison.Ordinal))
            {
                return false;
            }

            if (seesAbout && !Titles.IsAgencyLine(_lines[i]))
            {
                break;
            }

            first = i;
            var about = squeezed.IndexOf("关于", StringComparison.Ordinal);
            if (about > 0)
            {
                break;
            }

            seesAbout |= about == 0;
        }

        return first >= 0;
    }

    private bool TitleBelow(int number, out int first, out int last)
    {
        first = Next(number);
        last = first;
        return first < bodyEnd && TitleFrom(first, out last);
    }

    /// <summary>A title from this line on: up to four lines, with 关于, ending in a kind of document.</summary>
    private bool TitleFrom(int first, out int last)
    {
        last = first;
        var seesAbout = false;
        for (var (i, lines) = (first, 0); i < bodyEnd && lines < 4 && Titles.CanBePart(_lines[i]); i = Next(i), lines++)
        {
            last = i;
            seesAbout |= _lines[i].Squeezed.Contains("关于", StringComparison.Ordinal);
            if (lines == 0 && Titles.IsSelfStanding(_lines[i].Squeezed))
            {
                return true;
            }

            if (seesAbout && Titles.NamesAKind(_lines[i].Squeezed))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^[\u4e00-\u9fff]{2,24}(?:令|公告|通告)$")]
    private static partial Regex OrderName();

    [GeneratedRegex(@"^[(\[]?(?:(?:19|20)[0-9]{2}年)?第?[0-9〇零一二三四五六七八九十百]{1,5}号[)\]]?$")]
    private static partial Regex OrderNumber();

    [GeneratedRegex(@"^[\u4e00-\u9fff]{2,24}(?:令|公告|通告)[(\[]?(?:(?:19|20)[0-9]{2}年)?第[0-9〇零一二三四五六七八九十百]{1,5}号[)\]]?$")]
    private static partial Regex OrderWhole();
}
