namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>A letter's number, as <c>云政公开〔2026〕3号</c>: by agency and year, without leading zeros (GB/T 9704-2012, 7.2.5).</summary>
public static class LetterNumber
{
    /// <summary>Writes a number.</summary>
    /// <param name="code">The agency's code, such as 云政.</param>
    /// <param name="year">The year of the letter.</param>
    /// <param name="serial">From 1.</param>
    public static string Of(string code, int year, long serial) => $"{code}公开〔{year}〕{serial}号";
}
