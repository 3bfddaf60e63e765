using Livelihood.Content.Items;
using Livelihood.Formats.Pdf;
using Livelihood.Formats.Word;

namespace Livelihood.Content.Writing;

/// <summary>Writes an item's version as a file in the form of GB/T 9704-2012. Who may have it, the caller has decided.</summary>
public sealed class ItemExport(DocumentLayouts layouts, IPdfPrinter printer, PrintSheet sheet)
{
    /// <summary>The file's bytes; null where the version has no text.</summary>
    /// <exception cref="PdfUnavailableException">PDF cannot be printed now.</exception>
    public async Task<byte[]?> WriteAsync(ContentVersion version, ExportKind kind, CancellationToken cancellation = default) =>
        await layouts.OfAsync(version, cancellation) is not { } layout ? null
        : kind == ExportKind.Word ? WordDocumentWriter.Write(layout)
        : await printer.PrintAsync(sheet.Of(layout), cancellation);
}
