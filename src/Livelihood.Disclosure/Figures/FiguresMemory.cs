using System.Collections.Concurrent;
using Livelihood.Disclosure.Domain.Figures;

namespace Livelihood.Disclosure.Figures;

/// <summary>
/// Keeps figures as long as nothing is written anywhere: every change of the register stands in the audit chain, so that its
/// last place tells whether they still hold. They are the same for everybody; however many ask, they are counted once.
/// </summary>
public sealed class FiguresMemory
{
    private readonly ConcurrentDictionary<(int Year, string Agency), Kept> _kept = new();

    /// <summary>The figures as they were counted, or null where something was written since, or another day has begun.</summary>
    public PublicFigures? Find(int year, string? agency, long lastEntry, DateOnly today) =>
        _kept.TryGetValue((year, agency ?? ""), out var kept) && kept.LastEntry == lastEntry && kept.Today == today ? kept.Figures : null;

    /// <summary>Keeps figures; there are as many as years and agencies.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="agency">Of this agency; null: of all.</param>
    /// <param name="lastEntry">The last place of the audit chain before they were counted.</param>
    /// <param name="today">The day on which they were counted.</param>
    public void Keep(PublicFigures figures, string? agency, long lastEntry, DateOnly today) =>
        _kept[(figures.Year, agency ?? "")] = new(figures, lastEntry, today);

    private sealed record Kept(PublicFigures Figures, long LastEntry, DateOnly Today);
}
