using Livelihood.Content.Documents;
using static Livelihood.Gazettes.Domain.Composing.FindingSeverity;

namespace Livelihood.Gazettes.Domain.Composing;

/// <summary>Rules on the contents of an issue: what stands in them, in which order, on which page.</summary>
internal static class ContentsRules
{
    public static IEnumerable<IssueFinding> Empty(IssueFacts facts)
    {
        if (!facts.Entries.Any())
        {
            yield return new(nameof(Empty), Blocking, "这一期还没有文件。请添加文件。", MendAt.Contents);
        }
    }

    public static IEnumerable<IssueFinding> EmptySection(IssueFacts facts) =>
        from section in facts.Issue.Sections.Index()
        where section.Item.Entries.Count == 0
        select new IssueFinding(nameof(EmptySection), Blocking, $"栏目“{section.Item.Name}”是空的。请加入文件，或者删除这个栏目。", MendAt.Contents) { Section = section.Index };

    public static IEnumerable<IssueFinding> Twice(IssueFacts facts) =>
        from same in facts.Entries.Where(e => e.Entry.ItemId is not null).GroupBy(e => e.Entry.ItemId, StringComparer.Ordinal)
        from line in same.Skip(1)
        select new IssueFinding(nameof(Twice), Blocking, $"“{line.Entry.Title}”在这一期里排了两次。请移出一处。", MendAt.Contents) { Place = line.Place, ItemId = same.Key };

    public static IEnumerable<IssueFinding> TitleDiffers(IssueFacts facts) =>
        from line in facts.Printed
        where Squeezed(line.Entry.Title) != Squeezed(line.Document.Title)
        select new IssueFinding(nameof(TitleDiffers), Hint, $"目录里的“{line.Entry.Title}”与文件的标题《{line.Document.Title}》不一样。有意缩短的不用改。", MendAt.Contents) { Place = line.Place, ItemId = line.Document.ItemId };

    public static IEnumerable<IssueFinding> NumberOrder(IssueFacts facts)
    {
        foreach (var (index, section) in facts.Issue.Sections.Index())
        {
            var last = new Dictionary<(string Code, int? Year), (DocumentNumber Number, string Text)>();
            foreach (var line in facts.Printed.Where(p => p.Place.Section == index))
            {
                if (line.Document.Record?.Number is not { } text || !DocumentNumber.TryParse(text, out var number))
                {
                    continue;
                }

                var series = (number.AgencyCode, number.Year);
                if (last.TryGetValue(series, out var before) && before.Number.Serial > number.Serial)
                {
                    yield return new(nameof(NumberOrder), Hint, $"“{section.Name}”里，{text}排在{before.Text}的后面。一般按文号的先后排列。", MendAt.Contents) { Place = line.Place, ItemId = line.Document.ItemId };
                }

                last[series] = (number, text);
            }
        }
    }

    public static IEnumerable<IssueFinding> Pages(IssueFacts facts)
    {
        var without = facts.Entries.Count(e => e.Entry.Page is null);
        if (facts.Issue.PagesAreStale == true)
        {
            yield return new("PagesStale", Warning, "排了页码以后，文件的次序又有改动。请重新排版，或者逐篇核对页码以后确认。", MendAt.Pages);
        }
        else if (without > 0)
        {
            yield return new("PagesMissing", Warning, $"有{without}篇还没有页码（待排版）。请排版，或者按印刷本填写；不印刷的，请确认。", MendAt.Pages);
        }

        var last = 0;
        foreach (var line in facts.Entries.Where(e => e.Entry.Page is not null))
        {
            if (line.Entry.Page < last && facts.Issue.PagesAreStale != true)
            {
                yield return new("PagesFall", Warning, $"“{line.Entry.Title}”的页码是{line.Entry.Page}，比前一篇的{last}小。请核对。", MendAt.Contents) { Place = line.Place, ItemId = line.Entry.ItemId };
            }

            last = line.Entry.Page!.Value;
        }
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
