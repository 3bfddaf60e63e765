using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Livelihood.Formats.Word.Reading;

/// <summary>Footnotes and endnotes, numbered together in the order in which the text refers to them.</summary>
internal sealed class WordNotes(MainDocumentPart main)
{
    private readonly List<(string Key, OpenXmlElement Note, OpenXmlPart Part)> _used = [];

    /// <summary>The label of a note that the text refers to; null where the file has no such note.</summary>
    public string? LabelOf(FootnoteEndnoteReferenceType reference)
    {
        var isEndnote = reference is EndnoteReference;
        var key = (isEndnote ? "e" : "f") + reference.Id?.InnerText;
        var known = _used.FindIndex(n => n.Key == key);
        if (known >= 0)
        {
            return (known + 1).ToString();
        }

        OpenXmlPart? part = isEndnote ? main.EndnotesPart : main.FootnotesPart;
        var note = part?.RootElement?.Elements<FootnoteEndnoteType>().FirstOrDefault(n => n.Id?.InnerText == reference.Id?.InnerText);
        if (note is null)
        {
            return null;
        }

        _used.Add((key, note, part!));
        return _used.Count.ToString();
    }

    /// <summary>The notes that were referred to so far, from a place on; notes may refer to notes.</summary>
    public IEnumerable<(string Label, OpenXmlElement Note, OpenXmlPart Part)> Used()
    {
        for (var i = 0; i < _used.Count; i++)
        {
            yield return ((i + 1).ToString(), _used[i].Note, _used[i].Part);
        }
    }
}
