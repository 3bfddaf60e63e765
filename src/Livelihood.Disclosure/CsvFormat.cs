using CsvHelper;

namespace Livelihood.Disclosure;

/// <summary>How this module writes CSV (RFC 4180), so that spreadsheets open it as it is meant.</summary>
internal static class CsvFormat
{
    /// <summary>The media type.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>UTF-8 with a mark in front, and nothing that would be run as a formula.</summary>
    public static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };
}
