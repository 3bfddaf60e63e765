using Livelihood.Platform.Data;

namespace Livelihood.Search.Index;

/// <summary>With which analyser the index was made: one row.</summary>
[Unaudited("The index follows from publication and withdrawal, which are audited.")]
internal sealed class SearchState
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>See <see cref="Domain.Text.Analyser.Version"/>.</summary>
    public int AnalyserVersion { get; set; }
}
