using System.Text;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain;

/// <summary>
/// Reads runs of lines of a source as blocks: as the reader would by itself, or as the one kind that an editor says they are.
/// Either way every character of the lines is in the blocks, but for furniture and the marks of bullets and table strokes.
/// </summary>
public static class BlockReader
{
    /// <summary>
    /// Reads the lines as the reader does: joins broken lines, finds tables, headings, articles, annexes, signatures. Titles and
    /// numbers are found by the contents, not here; say their kind.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="lines">Which of its lines; blank ones and furniture are left out.</param>
    /// <param name="isUnderTitle">Whether they begin right under a document's title, where addressees and subtitles stand.</param>
    public static IReadOnlyList<Block> Read(IssueSource source, LineSpan lines, bool isUnderTitle = false) =>
        Read(source.TextLines(lines), source.Lengths, isUnderTitle);

    /// <summary>Reads the lines as one block of the given kind; null when they are all blank or furniture.</summary>
    /// <param name="source">The source.</param>
    /// <param name="lines">Which of its lines.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="level">For headings 1 to 5; 0 takes it from the mark at the beginning, or 1.</param>
    public static Block? Read(IssueSource source, LineSpan lines, BlockKind kind, int level = 0)
    {
        var run = source.TextLines(lines);
        return run.Count == 0 ? null : OfKind(run, kind, level);
    }

    /// <summary>The block of these lines, which have text.</summary>
    internal static Block OfKind(IReadOnlyList<SourceLine> run, BlockKind kind, int level)
    {
        var span = run[0].Span.Through(run[^1].Span);
        var marker = Marker.Of(run[0].Folded);
        return kind switch
        {
            BlockKind.Table => TableOf(run, TableReader.Rows(run, out var hasHeader), hasHeader),
            BlockKind.Lines or BlockKind.Order => new(kind, string.Join('\n', run.Select(l => l.Text)), span),
            BlockKind.Heading => new(kind, Joined(run), span, Level: level is >= 1 and <= 5 ? level : LevelOf(marker)),
            BlockKind.Article => new(kind, Joined(run), span, Ordinal: marker.Kind == MarkerKind.Article ? marker.Ordinal : 0),
            BlockKind.Annex => Annex(run, span, marker),
            _ => new(kind, Joined(run), span),
        };
    }

    internal static IReadOnlyList<Block> Read(List<SourceLine> run, LineLengths lengths, bool isUnderTitle)
    {
        if (run.Count == 0)
        {
            return [];
        }

        var raw = new ParagraphJoiner(lengths).Join(run);
        new BlockClassifier(raw).Classify(isUnderTitle);
        return [.. raw.SelectMany(r => r.ToBlocks())];
    }

    private static int LevelOf(Marker marker) => marker.Kind switch
    {
        MarkerKind.Numbered => marker.Level,
        MarkerKind.Part => 2,
        _ => 1,
    };

    internal static Block TableOf(IReadOnlyList<SourceLine> run, IReadOnlyList<IReadOnlyList<string>> rows, bool hasHeader) =>
        new(BlockKind.Table, string.Join('\n', rows.SelectMany(r => r).Where(c => c.Length > 0)), run[0].Span.Through(run[^1].Span), Rows: rows, HasHeader: hasHeader);

    /// <summary>附件1 on a line of its own is parted from its title by a space.</summary>
    private static Block Annex(IReadOnlyList<SourceLine> run, LineSpan span, Marker marker)
    {
        var isAlone = run.Count > 1 && marker.Kind == MarkerKind.Annex && marker.Length >= run[0].Folded.Length;
        var text = isAlone ? $"{run[0].Text} {Joined(run.Skip(1))}" : Joined(run);
        return new(BlockKind.Annex, text, span, Ordinal: marker.Kind == MarkerKind.Annex ? marker.Ordinal : 0);
    }

    private static string Joined(IEnumerable<SourceLine> run)
    {
        var text = new StringBuilder();
        foreach (var line in run)
        {
            SourceText.Join(text, line.Text);
        }

        return text.ToString();
    }
}
