using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching.Sqlite.Postings;

/// <summary>
/// The first document on each page of a long list, as FTS5 keeps it: a sign, which is of no matter here; the number of the second
/// page, and the first document on it; then for each page that follows how much greater its first document is, or a zero where
/// none begins on it.
/// </summary>
internal sealed class PageGuide
{
    private readonly List<int> _documents = [];
    private readonly List<int> _pages = [];

    private PageGuide()
    {
    }

    /// <summary>Reads a guide. Of the longest lists it has the first pages only: thousands.</summary>
    public static PageGuide Read(ReadOnlySpan<byte> record)
    {
        var guide = new PageGuide();
        var at = 1;
        var (page, document) = (Varint.Read(record, ref at), 0);
        for (; at < record.Length; page++)
        {
            if (Varint.Read(record, ref at) is > 0 and var more)
            {
                document += more;
                guide._pages.Add(page);
                guide._documents.Add(document);
            }
        }

        return guide;
    }

    /// <summary>The last page that begins with a document not behind another; 0 where that is the list's first.</summary>
    public int PageOf(int document)
    {
        var at = _documents.BinarySearch(document);
        return at >= 0 ? _pages[at] : at == -1 ? 0 : _pages[~at - 1];
    }
}
