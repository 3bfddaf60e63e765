using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Domain.Ranking;

/// <summary>What a score needs to know of the places of a whole word, gathered as they come, in their order.</summary>
internal struct SeenPlaces
{
    private bool _isInTitle;
    private bool _isInHeadings;
    private bool _isBehindTitle;

    /// <summary>How many came.</summary>
    public int Count { get; private set; }

    /// <summary>More would change nothing.</summary>
    public readonly bool IsEnough => _isBehindTitle && Count >= DocumentScorer.MostOccurrences;

    /// <summary>How much of the word stands where.</summary>
    public readonly Shares Shares => Shares.Of(_isInTitle, _isInHeadings, Count);

    public void Add(int place)
    {
        Count++;
        var column = Positions.ColumnOf(place);
        if (column == TextColumn.Title)
        {
            _isInTitle = true;
        }
        else if (!_isBehindTitle)
        {
            (_isBehindTitle, _isInHeadings) = (true, column == TextColumn.Headings);
        }
    }
}
