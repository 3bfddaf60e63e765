using Livelihood.Gazettes.Domain.Editing;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain.Doubts;

/// <summary>
/// Compares an issue with itself and lists what an editor should look at, with proposed answers, in the order of the source.
/// </summary>
internal static class DoubtFinder
{
    /// <summary>More unreadable lines than this are no doubts but a bad scan; one doubt says so.</summary>
    private const int MostUnreadable = 40;

    /// <param name="lines">The source's lines, with an editor's corrections.</param>
    /// <param name="issue">What was read of them; its doubts are not looked at.</param>
    /// <param name="outside">Lines between the contents and the documents that belong to nobody.</param>
    public static IReadOnlyList<Doubt> Find(IReadOnlyList<SourceLine> lines, PrintedIssue issue, IReadOnlyList<LineSpan> outside)
    {
        var doubts = new List<Doubt>();
        MastheadDoubts.Find(issue, doubts);
        ContentsDoubts.Find(lines, issue, doubts);
        NumberDoubts.Find(issue, doubts);
        foreach (var document in issue.Documents)
        {
            DateDoubts.Find(document, issue.Masthead, doubts);
            DocumentDoubts.Find(lines, document, doubts);
        }

        if (outside.Count > 0)
        {
            var (first, last) = (outside[0].First, outside[^1].Last);
            doubts.Add(new(DoubtCode.LinesOutsideDocuments, "目录和第一份文件之间有几行字没有归到任何文件。如果是文件的一部分，请补进去。", outside, DoubtSeverity.Warning)
            {
                Propose = () =>
                [
                    new("归入后面的文件", new MarkLines(first, last, BlockKind.Paragraph)),
                    new("是版面杂项，不要", new MarkFurniture(first, last)),
                    new($"从第{first}行起是一份文件", new SplitDocument(first)),
                ],
            });
        }

        Unreadable(lines, issue, doubts);
        return [.. doubts.OrderBy(d => d.Lines.Count == 0 ? 0 : d.Lines[0].First)];
    }

    private static void Unreadable(IReadOnlyList<SourceLine> lines, PrintedIssue issue, List<Doubt> doubts)
    {
        var furniture = issue.Furniture.Select(f => f.First).ToHashSet();
        List<SourceLine> unreadable = [.. lines.Where(l => l.Text.Contains('\ufffd') && !furniture.Contains(l.Number))];
        if (unreadable.Count > MostUnreadable)
        {
            doubts.Add(new(DoubtCode.CharactersUnreadable, $"有{unreadable.Count}行里有无法识别的字符（显示为“\ufffd”）。请检查文件的编码，或者重新识别。", [.. unreadable.Select(l => l.Span)], DoubtSeverity.Serious));
            return;
        }

        doubts.AddRange(unreadable.Select(l =>
            new Doubt(DoubtCode.CharactersUnreadable, "有无法识别的字符（显示为“\ufffd”）。请对照印本补上。", [l.Span], DoubtSeverity.Serious) { Own = new CorrectLine(l.Number, l.Text) }));
    }
}
