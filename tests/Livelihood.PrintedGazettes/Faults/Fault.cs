using Livelihood.Gazettes.Domain;
using Livelihood.PrintedGazettes.Composition;
using Livelihood.PrintedGazettes.Houses;
using Livelihood.PrintedGazettes.Setting;

namespace Livelihood.PrintedGazettes.Faults;

/// <summary>Something that scans, files and printers do to an issue. Each is a switch; several can be on.</summary>
/// <param name="Name">As it stands in reports.</param>
public sealed record Fault(string Name)
{
    /// <summary>Where it can happen; null for every house.</summary>
    public Func<House, bool>? Fits { get; init; }

    /// <summary>Another issue: what is said is wrong, not how it is set.</summary>
    public Func<IssueTruth, Chance, IssueTruth>? Issue { get; init; }

    /// <summary>Another manner of setting.</summary>
    public Func<House, House>? Manner { get; init; }

    /// <summary>Other entries in the contents.</summary>
    public Func<IReadOnlyList<Entry>, Chance, IReadOnlyList<Entry>>? Contents { get; init; }

    /// <summary>Other lines.</summary>
    public Func<IReadOnlyList<SetLine>, Chance, IEnumerable<SetLine>>? Lines { get; init; }

    /// <summary>Another line break than a line feed.</summary>
    public string? LineBreak { get; init; }

    /// <summary>Other bytes for the whole text.</summary>
    public Func<string, byte[]>? Bytes { get; init; }

    /// <summary>The doubt that should tell it to the editor; null where nothing is to be doubted.</summary>
    public DoubtCode? Told { get; init; }
}
