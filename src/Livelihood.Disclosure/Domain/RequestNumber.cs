using System.Text.RegularExpressions;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Domain;

/// <summary>A receipt number: the agency's code, the year and a serial without gaps, as <c>SMX-ZFB-2026-000012</c>.</summary>
public static partial class RequestNumber
{
    /// <summary>Writes a number.</summary>
    public static string Of(string agencyId, int year, long serial) => $"{agencyId}-{year}-{serial:D6}";

    /// <summary>The form that is looked up: half width, upper case, without spaces, any dash a hyphen.</summary>
    public static string Normalise(string? typed) =>
        string.Concat(HalfWidth.Of(typed ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    /// <summary>Whether a normalised text can be a number at all.</summary>
    public static bool IsWellFormed(string number) => Shape().IsMatch(number);

    [GeneratedRegex("^[A-Z0-9-]{1,32}-[0-9]{4}-[0-9]{6,9}$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
