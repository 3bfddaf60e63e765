using System.Diagnostics.CodeAnalysis;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>The text of one printed issue and what reading made of it: where editing begins.</summary>
public sealed class IssueReading
{
    private IssueReading(SourceText text, PrintedIssue read)
    {
        (Text, Read) = (text, read);
        Outside = [.. read.Doubts.Where(d => d.Code == DoubtCode.LinesOutsideDocuments).SelectMany(d => d.Lines).SelectMany(s => Enumerable.Range(s.First, s.Last - s.First + 1))];
    }

    /// <summary>What <see cref="GazetteReader"/> read.</summary>
    public PrintedIssue Read { get; }

    /// <summary>How many lines the source has.</summary>
    public int LineCount => Text.Lines.Count;

    internal SourceText Text { get; }

    /// <summary>Lines between the contents and the documents that belong to nobody.</summary>
    internal IReadOnlyList<int> Outside { get; }

    /// <summary>Reads <paramref name="text"/>; false with a reason when it is no gazette. Never throws.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out IssueReading? reading, [NotNullWhen(false)] out UnreadableGazette? refusal)
    {
        var source = IssueSource.From(text);
        reading = GazetteReader.TryRead(source, out var issue, out refusal) ? new(source.Text, issue) : null;
        return reading is not null;
    }

    /// <summary>A line as reading saw it, trimmed; the first is 1.</summary>
    public string Line(int number) => Text.Lines[number - 1].Text;
}
