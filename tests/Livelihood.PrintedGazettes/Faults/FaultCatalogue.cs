using System.Text;

namespace Livelihood.PrintedGazettes.Faults;

/// <summary>Every fault by its name, and mixtures as they occur.</summary>
public static class FaultCatalogue
{
    private static readonly IReadOnlyList<Fault> Encodings =
    [
        new("GB18030") { Bytes = text => Gb18030().GetBytes(text) },
        new("UTF-8 with a mark") { Bytes = text => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)] },
        new("UTF-16") { Bytes = text => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)] },
    ];

    /// <summary>All single faults.</summary>
    public static IReadOnlyList<Fault> All { get; } = [.. LayoutFaults.All, .. LineFaults.All, .. SignFaults.All, .. EditorialFaults.All, .. Encodings];

    /// <summary>Faults that come together.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<Fault> Faults)> Mixtures { get; } =
    [
        Mixture("an old scan", "lines broken anywhere", "page numbers in dots", "running heads", "dates in characters", "half-width punctuation", "stray spaces", "digits read as letters", "一 read as a dash"),
        Mixture("a PDF's text layer", "form feeds", "running heads with a dot", "page numbers alone", "tables aligned by spaces", "cells over several lines", "tables continued (续表)", "titles broken in the contents"),
        Mixture("an office's file", "no indents", "tables by tabs", "signature and date in a line", "numbers in [ ]", "trailing spaces", "carriage returns", "GB18030"),
        Mixture("a scan as Markdown", "masthead among the contents", "titles with gaps", "tables with single gaps", "blank line between paragraphs", "bullets before numbered paragraphs", "headings marked #", "formula remains"),
        Mixture("typed off in a hurry", "masthead at the end", "no blank lines", "full-width digits", "numbers in 〔 ]", "half-width punctuation", "a title misprinted in the contents", "page numbers in dashes"),
        Mixture("everything at once", "lines of 18 characters", "blank line after every line", "titles broken in the contents", "titles broken in the text", "page numbers alone", "tables with wide gaps", "half-width punctuation", "stray spaces", "a document missing in the contents", "formula remains"),
    ];

    private static (string Name, IReadOnlyList<Fault> Faults) Mixture(string name, params string[] faults) => (name, [.. faults.Select(f => All.Single(a => a.Name == f))]);

    private static Encoding Gb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030");
    }
}
