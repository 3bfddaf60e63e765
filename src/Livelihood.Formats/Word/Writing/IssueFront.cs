using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Livelihood.Formats.Word.Writing;

/// <summary>Writes what stands before the documents: cover, imprint, contents.</summary>
internal static class IssueFront
{
    /// <summary>The bookmark of the document with this place in the issue.</summary>
    public static string BookmarkOf(int order) => $"_Toc{order:000000}";

    public static IEnumerable<Paragraph> Cover(IssueLayout issue)
    {
        yield return Sheet.Paragraph(IssueStyles.CoverTitle, Sheet.Text(issue.Title));
        yield return Sheet.Paragraph(IssueStyles.CoverYear, Sheet.Text(issue.Year.ToString(CultureInfo.InvariantCulture)));
        yield return Sheet.Paragraph(IssueStyles.CoverNumber, Sheet.Text($"第{issue.Number}号"));
        if (issue.TotalNumber is { } total)
        {
            yield return Sheet.Paragraph(IssueStyles.CoverText, Sheet.Text($"（总第{total}号）"));
        }

        var foot = new[] { issue.Publisher is { } publisher ? $"{publisher}主办" : null, issue.PublishedOn is { } on ? $"{SheetFrame.DateText(on)}出版" : null }.OfType<string>().ToList();
        for (var i = 0; i < foot.Count; i++)
        {
            var line = Sheet.Paragraph(IssueStyles.CoverText, Sheet.Text(foot[i]));
            line.ParagraphProperties!.SpacingBetweenLines = i == 0 ? new() { Before = "2400", Line = "640", LineRule = LineSpacingRuleValues.Exact } : null;
            yield return line;
        }
    }

    public static IEnumerable<Paragraph> Imprint(IssueLayout issue)
    {
        yield return Sheet.Paragraph(IssueStyles.FrontTitle, Sheet.Text(issue.Board.Count > 0 ? "编委会和刊期" : "刊期"));
        (string Name, string? Text)[] lines =
        [
            .. issue.Board.Select(b => (b.Role, (string?)string.Join('　', b.Names))),
            ("刊名", issue.Title),
            ("期号", issue.Citation + (issue.TotalNumber is { } total ? $"（总第{total}号）" : "")),
            ("主办", issue.Publisher),
            ("出版日期", issue.PublishedOn is { } on ? SheetFrame.DateText(on) : null),
            ("地址", issue.Address),
        ];
        foreach (var (name, text) in lines.Where(l => !string.IsNullOrEmpty(l.Text)))
        {
            yield return Sheet.Paragraph(IssueStyles.Imprint, Sheet.Text(name), new Run(new TabChar()), Sheet.Text(text!));
        }

        yield return Sheet.Paragraph(SheetStyles.Body);
        yield return Sheet.Paragraph(SheetStyles.Body, Sheet.Text(issue.IsProof ? "这是出版前的校样，不是公报，不得引用。" : "公报刊登的文本是标准文本。"));
        if (issue.HasOlderPages)
        {
            yield return Sheet.Paragraph(SheetStyles.Body, Sheet.Text("本期曾以纸质版出版。这一电子版按原文重新排版，页码与纸质版不同；引用时请用各文件标题下注明的纸质版页码。"));
        }
    }

    /// <summary>The contents: a field that Word can make anew, and in it the entries as they are now.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="pages">The page of each document by its place; Word shows its own after 更新域.</param>
    public static IEnumerable<Paragraph> Contents(IssueLayout issue, IReadOnlyDictionary<int, int> pages)
    {
        var title = Sheet.Paragraph(IssueStyles.FrontTitle, Sheet.Text("目　录"));
        title.ParagraphProperties!.PageBreakBefore = new();
        yield return title;
        var lines = issue.Sections.SelectMany(section => section.Entries.Select(entry => Entry(entry, pages))
            .Prepend(section.Name.Length > 0 ? Sheet.Paragraph(IssueStyles.ContentsSection, Sheet.Text($"【{section.Name}】")) : null)).OfType<Paragraph>().ToList();
        if (lines.Count == 0)
        {
            yield break;
        }

        var before = lines[0].ParagraphProperties!;
        foreach (var run in Field($" TOC \\h \\z \\t \"{IssueStyles.SectionName},1,{IssueStyles.TitleName},2\" ").Reverse())
        {
            before.InsertAfterSelf(run);
        }

        lines[^1].Append(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
        foreach (var line in lines)
        {
            yield return line;
        }
    }

    private static Paragraph Entry(IssueEntry entry, IReadOnlyDictionary<int, int> pages)
    {
        if (entry.Document is null)
        {
            return Sheet.Paragraph(IssueStyles.ContentsEntry, Sheet.Text($"{entry.Title}（本电子版未收录）"));
        }

        var link = new Hyperlink(Sheet.Text(entry.Title), new Run(new TabChar())) { Anchor = BookmarkOf(entry.Order), History = true };
        link.Append(Field($" PAGEREF {BookmarkOf(entry.Order)} \\h "));
        link.Append(
            Sheet.Text(pages.TryGetValue(entry.Order, out var page) ? page.ToString(CultureInfo.InvariantCulture) : ""),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
        return Sheet.Paragraph(IssueStyles.ContentsEntry, link);
    }

    /// <summary>The beginning of a field, up to where its result begins; each mark in a run of its own, as programs expect it.</summary>
    private static IEnumerable<Run> Field(string instruction) =>
    [
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode(instruction) { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
    ];
}
