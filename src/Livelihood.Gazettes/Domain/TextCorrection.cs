namespace Livelihood.Gazettes.Domain;

/// <summary>The kinds of fault that optical reading leaves in a text; the names are part of keys that are stored and must not change.</summary>
public enum CorrectionKind
{
    /// <summary>Half-width punctuation in Chinese text: , ; : ? ! . ( ) and straight quotation marks.</summary>
    Punctuation,

    /// <summary>A space inside Chinese text that no layout asks for.</summary>
    StraySpace,

    /// <summary>The year of a document number in other brackets than 〔〕.</summary>
    NumberBracket,

    /// <summary>Remains of formula markup: <c>PM_{10}</c>, <c>\%</c>, <c>m^{3}</c>.</summary>
    Formula,

    /// <summary>An HTML entity: <c>&amp;nbsp;</c>.</summary>
    Entity,

    /// <summary>One sign for another that looks like it, where only one reading is possible: 二○○八, 2O08, 1l0.</summary>
    LookAlike,
}

/// <summary>A fault of optical reading that was set right.</summary>
/// <param name="Line">The line of the source, from 1.</param>
/// <param name="Column">The first character that is replaced, in UTF-16 units of the source's line, from 1.</param>
/// <param name="Kind">Which kind of fault.</param>
/// <param name="Before">What the source has.</param>
/// <param name="After">What stands there instead; may be empty.</param>
public sealed record TextCorrection(int Line, int Column, CorrectionKind Kind, string Before, string After)
{
    /// <summary>Names this correction of this source for good, whatever else is reverted: <c>12:7:Punctuation</c>.</summary>
    public string Key => $"{Line}:{Column}:{Kind}";
}
