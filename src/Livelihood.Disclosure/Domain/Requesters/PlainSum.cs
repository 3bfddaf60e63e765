using System.Security.Cryptography;
using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>
/// A sum that a person of any age does in the head, written in words: 七加五等于几？ Read out by a screen reader it is as
/// easy as on the screen. It keeps programs away that send every form they find, not those made for this one.
/// </summary>
/// <param name="Left">From 1 to 9.</param>
/// <param name="Right">From 1 to 9; of a difference less than <paramref name="Left"/>.</param>
/// <param name="IsDifference">Whether the right one is taken away.</param>
public sealed record PlainSum(int Left, int Right, bool IsDifference)
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>One that nobody can foresee.</summary>
    public static PlainSum New()
    {
        var (one, other) = (RandomNumberGenerator.GetInt32(1, 10), RandomNumberGenerator.GetInt32(1, 10));
        return one > other && RandomNumberGenerator.GetInt32(2) == 0 ? new(one, other, true) : new(one, other, false);
    }

    /// <summary>What it comes to, from 1 to 18.</summary>
    public int Result => IsDifference ? Left - Right : Left + Right;

    /// <summary>The question.</summary>
    public string Question => $"{Digits[Left]}{(IsDifference ? "减" : "加")}{Digits[Right]}等于几？";

    /// <summary>The number that somebody typed, in figures of any width or in words (12、１２、十二、一十二); null where it is none below a hundred.</summary>
    public static int? Read(string? typed)
    {
        var text = string.Concat(HalfWidth.Of(typed ?? "").Where(c => !char.IsWhiteSpace(c))).Replace('两', '二').Replace('〇', '零');
        if (text.Length is 1 or 2 && text.All(char.IsAsciiDigit))
        {
            return int.Parse(text);
        }

        var tens = text.IndexOf('十');
        return tens < 0 ? Digit(text) : (Digit(text[..tens], 1), Digit(text[(tens + 1)..], 0)) is ({ } ten, { } one) ? (ten * 10) + one : null;
    }

    private static int? Digit(string text, int? ofNothing = null) =>
        text.Length == 0 ? ofNothing : text.Length == 1 && Digits.IndexOf(text[0]) is >= 0 and var digit ? digit : null;
}
