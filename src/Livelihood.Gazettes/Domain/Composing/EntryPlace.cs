using System.Globalization;
using System.Runtime.InteropServices;

namespace Livelihood.Gazettes.Domain.Composing;

/// <summary>A place in an issue's contents, counted from 0; forms write it as <c>2.5</c>.</summary>
/// <param name="Section">The section.</param>
/// <param name="Entry">The entry in it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EntryPlace(int Section, int Entry)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null where the text is not that.</summary>
    public static EntryPlace? Parse(string? text) =>
        text?.Split('.') is [var section, var entry] && Number(section) is { } s && Number(entry) is { } e ? new EntryPlace(s, e) : null;

    /// <summary>As forms and anchors write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Section}.{Entry}");

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
