using System.Runtime.InteropServices;

namespace Livelihood.Search.Domain.Matching;

/// <summary>What can be said of places before they are read one by one. Small enough to be handed over in a register.</summary>
/// <param name="IsInTitle">The first one is in the title.</param>
/// <param name="IsInHeadings">The first one behind the title is in the headings.</param>
/// <param name="Count">How many there are; of long lists it may be less, but no less than <see cref="Sure"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Outline(bool IsInTitle, bool IsInHeadings, int Count)
{
    /// <summary>Up to so many are counted right.</summary>
    public const int Sure = 5;
}
