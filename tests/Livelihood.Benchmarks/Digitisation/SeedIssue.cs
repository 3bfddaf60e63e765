using System.Diagnostics.CodeAnalysis;
using Livelihood.Gazettes.Domain;
using Livelihood.PrintedGazettes.Scoring;
using Livelihood.PrintedGazettes.Seed;

namespace Livelihood.Benchmarks.Digitisation;

/// <summary>The real issue beside the repository.</summary>
internal static class SeedIssue
{
    /// <summary>False where it is absent.</summary>
    public static bool TryRead([NotNullWhen(true)] out string? text)
    {
        text = RealIssue.Find() is { } path ? File.ReadAllText(path) : null;
        return text is not null;
    }

    public static bool TryScore([NotNullWhen(true)] out Scorecard? card)
    {
        card = null;
        if (TryRead(out var text))
        {
            GazetteReader.TryRead(text, out var issue, out _);
            card = IssueScorer.Score(RealIssue.Expected, issue);
        }

        return card is not null;
    }
}
