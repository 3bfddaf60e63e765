using System.Diagnostics.CodeAnalysis;

namespace Livelihood.Content.Documents;

/// <summary>
/// A document number (发文字号): agency code, year and serial, written <c>市政办〔2019〕8号</c>; or the number in a series of
/// orders or announcements (令, 公告, 通告), with or without a year: <c>国务院令第100号</c>, <c>税务总局公告2019年第14号</c>.
/// Form: GB/T 9704-2012, 7.2.5. Equality is by value, so every way of writing one number is the same number once read.
/// </summary>
/// <param name="AgencyCode">The agency's code (发文机关代字), such as 市政办; for a series its name, which ends in 令 or 公告.</param>
/// <param name="Year">The full year, 1949 to 2099; null where a series runs on over the years.</param>
/// <param name="Serial">The serial within the year, from 1, without leading zeros.</param>
public sealed record DocumentNumber(string AgencyCode, int? Year, int Serial) : IComparable<DocumentNumber>
{
    /// <summary>The canonical form: <c>市政办〔2019〕8号</c>, <c>国务院令第100号</c> or <c>税务总局公告2019年第14号</c>.</summary>
    public override string ToString() => Year is null ? $"{AgencyCode}第{Serial}号"
        : DocumentNumberGrammar.IsSeries(AgencyCode) ? $"{AgencyCode}{Year}年第{Serial}号"
        : $"{AgencyCode}〔{Year}〕{Serial}号";

    /// <summary>Earlier in the order of <see cref="CompareTo"/>.</summary>
    public static bool operator <(DocumentNumber left, DocumentNumber right) => left.CompareTo(right) < 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(DocumentNumber left, DocumentNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Later in the order of <see cref="CompareTo"/>.</summary>
    public static bool operator >(DocumentNumber left, DocumentNumber right) => left.CompareTo(right) > 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(DocumentNumber left, DocumentNumber right) => left.CompareTo(right) >= 0;

    /// <summary>By agency code (ordinal), then year (none first), then serial.</summary>
    public int CompareTo(DocumentNumber? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byCode = string.CompareOrdinal(AgencyCode, other.AgencyCode);
        if (byCode != 0)
        {
            return byCode;
        }

        var byYear = Nullable.Compare(Year, other.Year);
        return byYear != 0 ? byYear : Serial.CompareTo(other.Serial);
    }

    /// <summary>
    /// Reads a complete number that is the whole of <paramref name="text"/>, in any of the ways people write it: brackets of
    /// any kind, one or both missing, full-width or Chinese digits, spaces, 第, leading zeros, 号 left out, a two-digit year
    /// of the last century, a dash between year and serial, an order named after its number (第711号令).
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DocumentNumber? number)
    {
        number = null;
        if (!DocumentNumberGrammar.TryReadWhole(text, out var parts) || parts.AgencyCode is null)
        {
            return false;
        }

        number = parts.IsComplete ? new(parts.AgencyCode, parts.Year, parts.Serial) : null;
        return number is not null;
    }

    /// <summary>Reads a number or part of one, as a reader types it into a search box: <c>2019 8</c>, <c>〔2019〕8号</c>, <c>市政办8号</c>.</summary>
    public static bool TryParseQuery(string? text, [NotNullWhen(true)] out DocumentNumberQuery? query) =>
        DocumentNumberGrammar.TryReadWhole(text, out query);

    /// <summary>
    /// Every number inside a running text, in order, with its place: <c>…的通知（省政办〔2016〕207号）…</c>. Only numbers with
    /// brackets around the year, and those of series (令, 公告, 通告), are taken; words before the agency code (转发, 根据 …) are left out.
    /// What stands in a list takes code and year from the number before it: <c>云政〔2016〕207、208号</c>, <c>云政〔2016〕3号、〔2017〕8号</c>;
    /// of a range, its two ends are named. Time grows linearly with the text.
    /// </summary>
    public static IReadOnlyList<DocumentNumberReference> FindAll(string? text) => DocumentNumberFinder.FindAll(text);

    /// <summary>
    /// Every number without brackets inside what a reader types into a search box, in order: <c>市政办2019年8号 断头路</c>,
    /// <c>2019年第8号文件</c>. Year and 号 must be there; in running texts such words may be anything else, so nothing but queries is
    /// read in this way.
    /// </summary>
    public static IReadOnlyList<TypedNumber> FindTyped(string text) => DocumentNumberFinder.FindTyped(text);
}

/// <summary>A number or a part of one, found in what a reader typed.</summary>
/// <param name="Number">The number.</param>
/// <param name="Start">Offset of its first character (UTF-16 code units).</param>
/// <param name="Length">How many characters it takes.</param>
public sealed record TypedNumber(DocumentNumberQuery Number, int Start, int Length);

/// <summary>A number found in a text.</summary>
/// <param name="Number">The number.</param>
/// <param name="Start">Offset of its first character (UTF-16 code units).</param>
/// <param name="Length">How many characters it takes in the text.</param>
public sealed record DocumentNumberReference(DocumentNumber Number, int Start, int Length);

/// <summary>A number as asked for; what is null matches any.</summary>
/// <param name="AgencyCode">The agency's code, or null.</param>
/// <param name="Year">The year, or null.</param>
/// <param name="Serial">The serial.</param>
public sealed record DocumentNumberQuery(string? AgencyCode, int? Year, int Serial)
{
    /// <summary>True when code, year and serial are all given (a series needs no year).</summary>
    public bool IsComplete => AgencyCode is not null && (Year is not null || DocumentNumberGrammar.IsSeries(AgencyCode));

    /// <summary>Whether <paramref name="number"/> is one that was asked for.</summary>
    public bool Matches(DocumentNumber number) =>
        number.Serial == Serial
        && (Year is null || number.Year == Year)
        && (AgencyCode is null || number.AgencyCode == AgencyCode);
}
