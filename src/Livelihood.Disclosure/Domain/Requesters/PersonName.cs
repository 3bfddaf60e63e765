using System.Globalization;
using System.Text;

namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>
/// Whether what stands where a natural person's name belongs can be one (R-29a): letters of any script, rare ones too, with
/// what stands between the parts of names. Figures, brackets and other signs are slips of the hand, and are told.
/// </summary>
public static class PersonName
{
    // The dots of translated names and their look-alikes, apostrophes, hyphens, and what abbreviates.
    private const string Between = " ·•・‧∙⋅．.'’‘ʼ`´-‐‑–,，";

    /// <summary>What is wrong with a name, in a Chinese sentence; null where it can be one.</summary>
    /// <param name="name">The name, not empty.</param>
    /// <param name="what">What the form calls it.</param>
    public static string? Problem(string name, string what)
    {
        var runes = name.EnumerateRunes().ToList();
        if (!runes.Exists(IsLetter))
        {
            return $"{what}中没有文字，请核对";
        }

        if (runes.Find(rune => !IsLetter(rune) && !IsBetween(rune)) is var other && other != default)
        {
            return Rune.IsDigit(other) || CharUnicodeInfo.GetUnicodeCategory(other.Value) == UnicodeCategory.OtherNumber
                ? $"{what}中有数字“{other}”，请核对，按证件上的写"
                : $"{what}中有“{other}”，请核对，按证件上的写，不加括号和说明";
        }

        return runes.Count(IsLetter) < 2 ? $"{what}只有一个字，请写完整" : null;
    }

    // Letters and the signs that are written onto them; 〇 is a number by its category; what fonts of rare characters keep to themselves; and
    // what describes a character that no font has.
    private static bool IsLetter(Rune rune) => Rune.IsLetter(rune) || rune.Value is (>= 0x2FF0 and <= 0x2FFF) or 0x31EF || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.PrivateUse;

    private static bool IsBetween(Rune rune) => (rune.IsBmp && Between.Contains((char)rune.Value, StringComparison.Ordinal)) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;
}
