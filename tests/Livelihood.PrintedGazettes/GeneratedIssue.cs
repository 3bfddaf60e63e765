using Livelihood.PrintedGazettes.Faults;
using Livelihood.PrintedGazettes.Houses;

namespace Livelihood.PrintedGazettes;

/// <summary>An issue that was made for the purpose, and what should be read of it.</summary>
/// <param name="House">Whose manner it is set in.</param>
/// <param name="Faults">What is wrong with it; empty for a clean one.</param>
/// <param name="Seed">The number that it was made from.</param>
/// <param name="Text">The text.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Expected">What should be read.</param>
public sealed record GeneratedIssue(House House, IReadOnlyList<Fault> Faults, int Seed, string Text, byte[] Bytes, ExpectedIssue Expected)
{
    /// <summary>Such as <c>county, 1990s #3: stray spaces</c>.</summary>
    public override string ToString() => $"{House.Name} #{Seed}: {(Faults.Count == 0 ? "clean" : string.Join(", ", Faults.Select(f => f.Name)))}";
}
