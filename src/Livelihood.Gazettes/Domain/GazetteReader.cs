using System.Diagnostics.CodeAnalysis;
using Livelihood.Gazettes.Domain.Doubts;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain;

/// <summary>
/// Digitisation (公报数字化): reads the text of one printed issue of any gazette. Pure, never throws, time linear in the text.
/// </summary>
public static class GazetteReader
{
    /// <summary>Reads <paramref name="text"/>; false with a reason when it is no gazette.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out PrintedIssue? issue, [NotNullWhen(false)] out UnreadableGazette? refusal) =>
        TryRead(text, ReadingOptions.Default, out issue, out refusal);

    /// <summary>Reads <paramref name="text"/> as an editor has decided; false with a reason when it is no gazette.</summary>
    public static bool TryRead(
        string text, ReadingOptions options, [NotNullWhen(true)] out PrintedIssue? issue, [NotNullWhen(false)] out UnreadableGazette? refusal) =>
        TryRead(IssueSource.From(text, options), out issue, out refusal);

    /// <summary>Reads a prepared source; false with a reason when it is no gazette.</summary>
    public static bool TryRead(IssueSource source, [NotNullWhen(true)] out PrintedIssue? issue, [NotNullWhen(false)] out UnreadableGazette? refusal)
    {
        (issue, refusal) = (null, null);
        var (text, front) = (source.Text, source.Front);
        if (text.Lines.All(l => l.IsBlank))
        {
            refusal = new(UnreadableReason.Empty, "文件里只有空白，没有文字。请检查文件。");
            return false;
        }

        var masthead = MastheadReader.Read(front.MastheadLines, front.GazetteTitle);
        var entries = front.Sections.SelectMany(s => s.Entries.Select(e => (Section: s, Entry: e))).ToList();
        var plans = new DocumentFinder(text, source.Furniture, [.. entries.Select(e => e.Entry)], front.BodyStart, front.BodyEnd).Find();
        refusal = Refuse(front, masthead, entries.Count, plans.Count);
        if (refusal is not null)
        {
            return false;
        }

        var documents = new List<PrintedDocument>(plans.Count);
        foreach (var plan in plans)
        {
            var (section, entry) = plan.Entry < 0 ? default : entries[plan.Entry];
            documents.Add(new DocumentReader(source, plan).Read(section?.Name, entry));
        }

        var outside = LinesOutside(text, source.Furniture, front, plans);
        LineSpan[] spans = [.. text.Lines.Where(l => source.Furniture[l.Index]).Select(l => l.Span)];
        issue = new(masthead, front.Sections, documents, [], spans) { Corrections = source.Corrections };
        issue = issue with { Doubts = DoubtFinder.Find(text.Lines, issue, outside) };
        return true;
    }

    private static UnreadableGazette? Refuse(FrontMatter front, Masthead masthead, int entries, int documents)
    {
        var missing = new List<string>();
        if (masthead.Title is null && masthead.Number is null && masthead.TotalNumber is null)
        {
            missing.Add("刊头（公报名称、第几号或者总第几号）");
        }

        if (entries == 0 && !front.HasContentsMark)
        {
            missing.Add("目录（“目录”字样，或者以页码结尾的题名）");
        }

        if (documents == 0)
        {
            missing.Add("文件（题名、发文字号或者令）");
        }

        return missing.Count == 0 || (missing.Count == 1 && documents > 0 && (masthead.Number is not null || entries > 0))
            ? null
            : new(UnreadableReason.NotAGazette, $"没有认出这是一期公报：没有找到{string.Join("、", missing)}。请检查文件是不是一期公报的全文。");
    }

    /// <summary>Lines between the contents and the first document, which nobody claimed.</summary>
    private static List<LineSpan> LinesOutside(SourceText source, bool[] furniture, FrontMatter front, IReadOnlyList<DocumentPlan> plans) =>
        [.. source.Lines.Skip(front.BodyStart).Take(plans[0].First - front.BodyStart).Where(l => !l.IsBlank && !furniture[l.Index]).Select(l => l.Span)];
}
