namespace Livelihood.Formats.Pdf;

/// <summary>Prints pages as tagged PDF with an outline.</summary>
public interface IPdfPrinter
{
    /// <summary>Whether this machine can print, and if not, what is missing.</summary>
    PdfAvailability Availability { get; }

    /// <summary>Prints a page.</summary>
    /// <exception cref="PdfUnavailableException">There is no browser, it failed, or too many print at once.</exception>
    Task<byte[]> PrintAsync(PrintPage page, CancellationToken cancellation = default);
}

/// <summary>Whether PDF can be printed.</summary>
/// <param name="IsAvailable">Whether it can.</param>
/// <param name="Explanation">In Chinese: what prints, or what is missing and what to do.</param>
public sealed record PdfAvailability(bool IsAvailable, string Explanation);

/// <summary>A page to print. Its scripts do not run, and nothing is fetched but what <paramref name="Resources"/> hands out.</summary>
/// <param name="Html">The whole page; its <c>lang</c> and <c>title</c> become the file's.</param>
/// <param name="Address">The address that links in it are relative to.</param>
/// <param name="Resources">Gives styles and pictures by their path, such as <c>/media/a.png</c>; null where there is none.</param>
public sealed record PrintPage(string Html, Uri Address, Func<string, CancellationToken, Task<PrintResource?>> Resources)
{
    /// <summary>How long printing may take before it is given up; a whole issue takes longer than one document.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(45);
}

/// <summary>A style or picture of a page.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PrintResource(string ContentType, byte[] Content);

/// <summary>A page could not be printed now.</summary>
/// <param name="message">In Chinese: why, and what to do.</param>
/// <param name="cause">The fault below, if any.</param>
public sealed class PdfUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
