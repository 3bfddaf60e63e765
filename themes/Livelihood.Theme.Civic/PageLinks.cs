namespace Livelihood.Theme.Civic;

/// <summary>Which page numbers a pagination offers.</summary>
public static class PageLinks
{
    /// <summary>
    /// The first page, the last, <paramref name="current"/> and its neighbours, in order, each once; <see langword="null"/>
    /// stands for a gap of at least two pages. Empty where there are no pages. Pages count from 1.
    /// </summary>
    public static IReadOnlyList<int?> Around(int current, int total)
    {
        var links = new List<int?>();
        var before = 0;
        foreach (var page in new SortedSet<int> { 1, current - 1, current, current + 1, total })
        {
            if (page < 1 || page > total)
            {
                continue;
            }

            if (page == before + 2)
            {
                links.Add(before + 1); // a gap of one page is shown as that page
            }
            else if (page > before + 2)
            {
                links.Add(null);
            }

            links.Add(page);
            before = page;
        }

        return links;
    }
}
