using System.Diagnostics.CodeAnalysis;
using Livelihood.PrintedGazettes.Scoring;

namespace Livelihood.Benchmarks.Digitisation;

/// <summary>The real issue beside the repository.</summary>
internal static class SeedIssue
{
    public static bool TryScore([NotNullWhen(true)] out Scorecard? card)
    {
        card = null;
        return false;
    }
}
