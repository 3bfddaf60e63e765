using System.Buffers;
using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Matching;

/// <summary>Finds the places of a plan's terms in texts, as the index has them. For databases whose index keeps no places.</summary>
public sealed class TextPositions
{
    private readonly MatchPlan _plan;
    private readonly Dictionary<string, List<int>> _byText = new(StringComparer.Ordinal);
    private readonly SearchValues<char> _firsts;
    private readonly Positions[] _places;

    /// <summary>Prepares to find a plan's terms.</summary>
    public TextPositions(MatchPlan plan)
    {
        _plan = plan;
        _places = [.. plan.Terms.Select(_ => new Positions())];
        _firsts = SearchValues.Create([.. plan.Terms.Select(t => t.Text[0])]);
        for (var i = 0; i < plan.Terms.Count; i++)
        {
            (_byText.TryGetValue(plan.Terms[i].Text, out var same) ? same : _byText[plan.Terms[i].Text] = []).Add(i);
        }
    }

    /// <summary>The places in one document; they hold until the next is asked for. Linear in the texts.</summary>
    /// <param name="title">The title, canonical.</param>
    /// <param name="headings">The headings, canonical.</param>
    /// <param name="body">The rest, canonical.</param>
    /// <param name="numbers">The terms of its document numbers.</param>
    public Positions[] Of(string title, string headings, string body, IEnumerable<string> numbers)
    {
        foreach (var places in _places)
        {
            places.Clear();
        }

        Read(title, TextColumn.Title);
        Read(headings, TextColumn.Headings);
        Read(body, TextColumn.Body);
        var offset = 0;
        foreach (var number in numbers)
        {
            Add(number, TextColumn.Numbers, offset++);
        }

        return _places;
    }

    /// <summary>The same for a plan of single characters that the document is known to have: in the title or elsewhere.</summary>
    public Positions[] OfCharacters(string title)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            _places[i].Clear();
            var inTitle = title.Contains(_plan.Terms[i].Text, StringComparison.Ordinal);
            _places[i].Add(Positions.Place((int)(inTitle ? TextColumn.Title : TextColumn.Body), 0));
        }

        return _places;
    }

    private void Read(string canonical, TextColumn column)
    {
        var offset = 0;
        foreach (var (start, end) in Analyser.Places(canonical))
        {
            // Most terms are told from those asked for by their first character.
            if (end > start && _firsts.Contains(canonical[start]))
            {
                Add(canonical.AsSpan(start, Math.Min(end - start, Analyser.LongestTerm)), column, offset);
            }

            offset++;
        }
    }

    private void Add(ReadOnlySpan<char> term, TextColumn column, int offset)
    {
        if (!_byText.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(term, out var indexes))
        {
            return;
        }

        foreach (var index in indexes)
        {
            if (_plan.Terms[index].Column is not { } only || only == column)
            {
                _places[index].Add(Positions.Place((int)column, offset));
            }
        }
    }
}
