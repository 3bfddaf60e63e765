using Livelihood.Content.Writing;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Formats;
using Livelihood.Formats.Pdf;
using Livelihood.Formats.Word;

namespace Livelihood.Disclosure.Letters;

/// <summary>Writes letters as files in the form of official documents, with room for the seal.</summary>
public sealed class LetterFiles(IPdfPrinter printer, PrintSheet sheet)
{
    /// <summary>Whether this machine can print PDF, and if not, what is missing.</summary>
    public PdfAvailability Pdf => printer.Availability;

    /// <summary>The file's bytes.</summary>
    /// <exception cref="PdfUnavailableException">PDF cannot be printed now.</exception>
    public async Task<byte[]> WriteAsync(LetterText letter, ExportKind kind, CancellationToken cancellation = default) =>
        kind == ExportKind.Word ? WordDocumentWriter.Write(LayoutOf(letter)) : await printer.PrintAsync(sheet.Of(LayoutOf(letter)), cancellation);

    /// <summary>A file name without personal data.</summary>
    public static string NameOf(string letter, string number, ExportKind file) => $"{letter}-{number}.{file.Name}";

    private static OfficialDocumentLayout LayoutOf(LetterText letter) => new()
    {
        Title = string.Join('\n', letter.TitleLines),
        Number = letter.Number,
        Addressees = letter.Addressee,
        Markdown = letter.Markdown,
        Signature = letter.Signature,
        FormedOn = letter.On,
        LeavesRoomForSeal = true,
    };
}
