using Livelihood.Content.References;

namespace Livelihood.Content.Rendering;

/// <summary>What surrounds a text that is made into HTML. Nothing of it changes the text itself.</summary>
public sealed record TextSurroundings
{
    /// <summary>The path under which the portal runs, put before addresses on this site; empty at the root.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>The documents that references in the text lead to, by <see cref="ReferenceKey"/>.</summary>
    public IReadOnlyDictionary<string, ReferenceTarget> References { get; init; } = ReferenceTargets.None;

    /// <summary>
    /// Where a place in the text is cited: the address below the portal's root, to which the place's anchor is added. Null:
    /// the text shows no such links.
    /// </summary>
    public string? CiteAddress { get; init; }
}
