using DocumentFormat.OpenXml.Packaging;

namespace Livelihood.Formats.Word.Reading;

/// <summary>What the reading of one document shares.</summary>
internal sealed class WordContext
{
    public WordContext(MainDocumentPart main, bool keepsLayout = false)
    {
        KeepsLayout = keepsLayout;
        Main = main;
        Styles = new(main);
        Numbering = new(main);
        Notes = new(main);
        Pictures = new(Findings);
    }

    public MainDocumentPart Main { get; }

    /// <summary>Whether page breaks (as form feeds), empty paragraphs and drawn lettering (WordArt) are kept.</summary>
    public bool KeepsLayout { get; }

    public WordStyles Styles { get; }

    public WordNumbering Numbering { get; }

    public WordNotes Notes { get; }

    public WordPictures Pictures { get; }

    public Findings Findings { get; } = new();
}
