using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Compares what was read with itself and lists what an editor should look at, in the order of the source.</summary>
internal static class DoubtFinder
{
    public static IReadOnlyList<Doubt> Find(
        SourceText source, Masthead masthead, FrontMatter front, IReadOnlyList<PrintedDocument> documents, IReadOnlyList<LineSpan> outside)
    {
        var doubts = new List<Doubt>();
        OfMasthead(masthead, front, doubts);
        OfContents(front.Sections, documents, doubts);
        OfNumbers(documents, doubts);
        foreach (var document in documents)
        {
            OfDates(document, masthead, doubts);
            DocumentDoubts.Find(document, doubts);
        }

        if (outside.Count > 0)
        {
            doubts.Add(new(DoubtCode.LinesOutsideDocuments, "目录和第一份文件之间有几行字没有归到任何文件。如果是文件的一部分，请补进去。", outside, DoubtSeverity.Warning));
        }

        LineSpan[] unreadable = [.. source.Lines.Where(l => l.Text.Contains('\ufffd')).Select(l => l.Span)];
        if (unreadable.Length > 0)
        {
            doubts.Add(new(DoubtCode.CharactersUnreadable, "有无法识别的字符（显示为“\ufffd”）。请对照印本补上。", unreadable, DoubtSeverity.Serious));
        }

        return [.. doubts.OrderBy(d => d.Lines.Count == 0 ? 0 : d.Lines[0].First)];
    }

    private static void OfMasthead(Masthead masthead, FrontMatter front, List<Doubt> doubts)
    {
        void Missing(bool isMissing, DoubtCode code, string what, DoubtSeverity severity)
        {
            if (isMissing)
            {
                doubts.Add(new(code, $"刊头里没有读出{what}。请对照印本补上。", [], severity));
            }
        }

        Missing(masthead.Title is null, DoubtCode.GazetteTitleMissing, "公报名称", DoubtSeverity.Warning);
        Missing(masthead.Year is null, DoubtCode.YearMissing, "年份", DoubtSeverity.Serious);
        Missing(masthead.Number is null, DoubtCode.IssueNumberMissing, "期号（第几号）", DoubtSeverity.Serious);
        Missing(masthead.TotalNumber is null, DoubtCode.TotalNumberMissing, "总期号（总第几号）", DoubtSeverity.Warning);
        Missing(masthead.PublishedOn is null, DoubtCode.PublishedOnMissing, "出版日期", DoubtSeverity.Warning);
        if (front.Sections.All(s => s.Entries.Count == 0))
        {
            doubts.Add(new(DoubtCode.ContentsMissing, "没有读出目录，文件是按题名和发文字号分开的。请核对文件有没有分错、遗漏，补上页码。", [], DoubtSeverity.Warning));
        }
    }

    private static void OfContents(IReadOnlyList<PrintedSection> sections, IReadOnlyList<PrintedDocument> documents, List<Doubt> doubts)
    {
        var entries = sections.SelectMany(s => s.Entries).ToList();
        var found = new HashSet<object>(documents.Select(d => d.Entry).OfType<object>(), ReferenceEqualityComparer.Instance);
        var places = new Dictionary<object, int>(entries.Select((e, i) => KeyValuePair.Create((object)e, i)), ReferenceEqualityComparer.Instance);
        int? page = null;
        foreach (var entry in entries)
        {
            if (!found.Contains(entry))
            {
                doubts.Add(new(DoubtCode.DocumentMissing, $"目录里有《{entry.Title}》，正文里没有找到。", [entry.Lines], DoubtSeverity.Serious));
            }

            if (entry.Page is null)
            {
                doubts.Add(new(DoubtCode.PageMissing, $"目录里《{entry.Title}》的页码没有读出。", [entry.Lines], DoubtSeverity.Warning));
            }
            else if (entry.Page < page)
            {
                doubts.Add(new(DoubtCode.PagesNotRising, $"目录里《{entry.Title}》的页码{entry.Page}小于前一条的{page}。请核对。", [entry.Lines], DoubtSeverity.Warning));
            }

            page = entry.Page ?? page;
        }

        var order = -1;
        foreach (var document in documents)
        {
            if (document.Entry is not { } entry)
            {
                if (entries.Count > 0)
                {
                    doubts.Add(new(DoubtCode.EntryMissing, $"正文里有《{document.Title}》，目录里没有。请核对它是不是单独的文件，补上栏目和页码。", [document.Lines], DoubtSeverity.Warning));
                }

                continue;
            }

            OfEntry(document, entry, doubts);
            var at = places[entry];
            if (at < order)
            {
                doubts.Add(new(DoubtCode.OrderDiffers, $"《{document.Title}》在正文里的位置与目录不同。", [entry.Lines, document.Lines], DoubtSeverity.Hint));
            }

            order = at;
        }
    }

    private static void OfEntry(PrintedDocument document, ContentsEntry entry, List<Doubt> doubts)
    {
        var (inText, inContents) = (Titles.Key(document.Title), Titles.Key(entry.Title));
        if (inText != inContents && Titles.Core(inText) != Titles.Core(inContents))
        {
            var line = document.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Title)?.Lines ?? document.Lines;
            doubts.Add(new(
                DoubtCode.TitleDiffers, $"题名不一致：目录是“{entry.Title}”，正文是“{document.Title}”。采用了正文的。", [entry.Lines, line], DoubtSeverity.Warning));
        }

        if (entry.Number is not null && document.Number is not null && entry.Number != document.Number)
        {
            doubts.Add(new(
                DoubtCode.NumberDiffers, $"发文字号不一致：目录是{entry.Number}，正文是{document.Number}。采用了正文的。", [entry.Lines, NumberLines(document)], DoubtSeverity.Warning));
        }
    }

    private static void OfNumbers(IReadOnlyList<PrintedDocument> documents, List<Doubt> doubts)
    {
        var seen = new Dictionary<DocumentNumber, PrintedDocument>();
        var last = new Dictionary<(string Code, string? Section), DocumentNumber>();
        foreach (var document in documents.Where(d => d.Number is not null))
        {
            var number = document.Number!;
            if (seen.TryGetValue(number, out var other))
            {
                doubts.Add(new(DoubtCode.NumberTwice, $"{number}出现了两次：《{other.Title}》和《{document.Title}》。", [NumberLines(other), NumberLines(document)], DoubtSeverity.Serious));
            }

            seen[number] = document;
            var series = (number.AgencyCode, document.Section);
            if (last.TryGetValue(series, out var before) && number < before)
            {
                doubts.Add(new(DoubtCode.NumbersNotRising, $"{number}排在{before}之后。请核对发文字号。", [NumberLines(document)], DoubtSeverity.Hint));
            }

            last[series] = number;
            if (number.Year is { } year && document.FormedOn is { } formed && formed.Year != year)
            {
                doubts.Add(new(DoubtCode.NumberYearDiffers, $"发文字号{number}的年份与成文日期{formed:yyyy年M月d日}不同。请核对。", [NumberLines(document)], DoubtSeverity.Warning));
            }
        }
    }

    private static void OfDates(PrintedDocument document, Masthead masthead, List<Doubt> doubts)
    {
        foreach (var block in document.Blocks.Where(b => b.Kind == BlockKind.FormedOn))
        {
            if (WrittenDate.ReadEnd(Folding.Squeeze(Folding.Fold(block.Text)), out _, out _) == WrittenDate.Found.Impossible)
            {
                doubts.Add(new(DoubtCode.DateImpossible, $"日历上没有“{block.Text}”这一天。请对照印本改正。", [block.Lines], DoubtSeverity.Serious));
            }
        }

        if (document.FormedOn is null)
        {
            doubts.Add(new(DoubtCode.FormedOnMissing, $"《{document.Title}》没有读出成文日期。", [document.Lines], document.Number is null ? DoubtSeverity.Hint : DoubtSeverity.Warning));
        }
        else if (document.FormedOn > masthead.PublishedOn)
        {
            doubts.Add(new(
                DoubtCode.FormedAfterPublication,
                $"《{document.Title}》的成文日期{document.FormedOn:yyyy年M月d日}晚于本期出版日期{masthead.PublishedOn:yyyy年M月d日}。请核对。",
                [document.Lines],
                DoubtSeverity.Serious));
        }
    }

    private static LineSpan NumberLines(PrintedDocument document) =>
        document.Blocks.FirstOrDefault(b => b.Kind == BlockKind.Number)?.Lines ?? document.Lines;
}
