using System.Diagnostics.CodeAnalysis;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>The text of one printed issue and what reading made of it: where editing begins.</summary>
public sealed class IssueReading
{
    private readonly string _source;
    private volatile IssueReading? _lastWithout;

    private IssueReading(string source, IssueSource prepared, PrintedIssue read, ReadingOptions options)
    {
        (_source, Text, Read, Options) = (source, prepared.Text, read, options);
        Outside = [.. read.Doubts.Where(d => d.Code == DoubtCode.LinesOutsideDocuments).SelectMany(d => d.Lines).SelectMany(s => Enumerable.Range(s.First, s.Last - s.First + 1))];
    }

    /// <summary>What <see cref="GazetteReader"/> read.</summary>
    public PrintedIssue Read { get; }

    /// <summary>How many lines the source has.</summary>
    public int LineCount => Text.Lines.Count;

    internal SourceText Text { get; }

    /// <summary>Lines between the contents and the documents that belong to nobody.</summary>
    internal IReadOnlyList<int> Outside { get; }

    private ReadingOptions Options { get; }

    /// <summary>Reads <paramref name="text"/>; false with a reason when it is no gazette. Never throws.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out IssueReading? reading, [NotNullWhen(false)] out UnreadableGazette? refusal) =>
        TryRead(text, ReadingOptions.Default, out reading, out refusal);

    /// <summary>The same text read without some corrections; null where it would be no gazette then. Never throws.</summary>
    /// <param name="keys">Keys of the corrections that are not made (<see cref="TextCorrection.Key"/>).</param>
    public IssueReading? Without(IReadOnlySet<string> keys)
    {
        if (Options.Reverted.SetEquals(keys))
        {
            return this;
        }

        if (_lastWithout is { } last && last.Options.Reverted.SetEquals(keys))
        {
            return last;
        }

        return TryRead(_source, new ReadingOptions { Reverted = keys }, out var reading, out _) ? _lastWithout = reading : null;
    }

    /// <summary>A line as reading saw it, trimmed; the first is 1.</summary>
    public string Line(int number) => Text.Lines[number - 1].Text;

    private static bool TryRead(
        string text, ReadingOptions options, [NotNullWhen(true)] out IssueReading? reading, [NotNullWhen(false)] out UnreadableGazette? refusal)
    {
        var source = IssueSource.From(text, options);
        reading = GazetteReader.TryRead(source, out var issue, out refusal) ? new(text, source, issue, options) : null;
        return reading is not null;
    }
}
