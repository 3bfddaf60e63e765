namespace Livelihood.Formats.Plain;

/// <summary>What is no character of a text.</summary>
public static class Blank
{
    /// <summary>Spaces of all widths, controls, marks of zero width.</summary>
    public static bool Is(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad';
}
