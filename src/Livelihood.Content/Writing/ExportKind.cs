using Livelihood.Formats.Word;

namespace Livelihood.Content.Writing;

/// <summary>A kind of file that an item can be taken away as.</summary>
/// <param name="Name">In addresses: docx, pdf.</param>
/// <param name="ContentType">Its media type.</param>
public sealed record ExportKind(string Name, string ContentType)
{
    /// <summary>Word.</summary>
    public static readonly ExportKind Word = new("docx", WordDocumentWriter.ContentType);

    /// <summary>PDF.</summary>
    public static readonly ExportKind Pdf = new("pdf", "application/pdf");

    /// <summary>By its name in an address, or null.</summary>
    public static ExportKind? Of(string name) => name == Word.Name ? Word : name == Pdf.Name ? Pdf : null;
}
