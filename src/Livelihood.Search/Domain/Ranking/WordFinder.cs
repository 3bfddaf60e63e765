using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Domain.Ranking;

/// <summary>Finds one word of a plan in one document after the other, from the places of its terms.</summary>
internal sealed class WordFinder
{
    private const double OfPieces = 0.45;

    private static readonly double[] ByCount =
        [0, .. Enumerable.Range(1, DocumentScorer.MostOccurrences).Select(count => 1 + Math.Log2(count) / 4)];

    private readonly PlannedWord _word;
    private readonly Positions _whole = new();
    private readonly Positions _piece = new();

    public WordFinder(PlannedWord word)
    {
        _word = word;
        Length = word.Forms.Count > 0 ? word.Forms[0].Length : 1;
    }

    public bool IsRequired => _word.IsRequired;

    public double Weight => _word.Weight;

    /// <summary>How many terms the word takes, as it was typed.</summary>
    public int Length { get; }

    /// <summary>How much of the word stands in the title: 1 for the whole word, less than a half for all of its pieces.</summary>
    public double Title { get; private set; }

    /// <summary>The same for the headings.</summary>
    public double Headings { get; private set; }

    /// <summary>The same for all of the document; above 1 where the whole word stands more than once.</summary>
    public double Text { get; private set; }

    /// <summary>The weight of the pieces that were found, where not all need be.</summary>
    public double FoundWeight { get; private set; }

    /// <summary>The places where the whole word begins.</summary>
    public Positions Whole => _whole;

    /// <summary>The places where it, or a piece of it, begins.</summary>
    public Positions Any => _whole.Count > 0 ? _whole : _piece;

    /// <summary>Looks for the word. False when no form of it has all its pieces.</summary>
    public bool Find(Positions[] places)
    {
        (Title, Headings, Text, FoundWeight) = (0, 0, 0, 0);
        _whole.Clear();
        _piece.Clear();
        var found = false;
        foreach (var form in _word.Forms)
        {
            found |= form is { Pieces: [{ Terms: [var only] }] } ? FindTerm(places[only.Index], form) : FindForm(places, form);
        }

        return found;
    }

    /// <summary>The common case: one term.</summary>
    private bool FindTerm(Positions places, PlannedForm form)
    {
        if (places.Count == 0)
        {
            return false;
        }

        if (_whole.Count == 0)
        {
            _whole.Set(places.All);
        }

        Take(form, WholeShares(places.All));
        FoundWeight = _word.IsRequired ? 0 : Math.Max(FoundWeight, form.Pieces[0].Weight);
        return true;
    }

    private bool FindForm(Positions[] places, PlannedForm form)
    {
        var (title, headings, text, weight, all) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var found = 0;
        var wholeMayStand = form.Pieces.Count > 1;
        foreach (var piece in form.Pieces)
        {
            all += piece.Weight;
            var (count, inTitle, inHeadings) = FindPiece(places, piece, form.Pieces.Count == 1 ? _whole : _piece);
            wholeMayStand &= count > 0;
            if (count == 0)
            {
                continue;
            }

            found++;
            weight += piece.Weight;
            text += piece.Weight;
            title += inTitle ? piece.Weight : 0;
            headings += inHeadings ? piece.Weight : 0;
        }

        if (found == 0 || (_word.IsRequired && found < form.Pieces.Count))
        {
            return false;
        }

        FoundWeight = _word.IsRequired ? 0 : Math.Max(FoundWeight, weight);
        if (form.Pieces.Count == 1)
        {
            Take(form, WholeShares(_whole.All));
            return true;
        }

        Take(form, (OfPieces * title / all, OfPieces * headings / all, OfPieces * text / all));
        if (wholeMayStand && FindWhole(places, form))
        {
            Take(form, WholeShares(_whole.All));
        }

        return true;
    }

    /// <summary>The places of a piece: those of a single piece are the word's.</summary>
    private (int Count, bool InTitle, bool InHeadings) FindPiece(Positions[] places, PlannedPiece piece, Positions target)
    {
        var (count, inTitle, inHeadings) = (0, false, false);
        foreach (var place in places[piece.Terms[0].Index].All)
        {
            if (!StandsAt(places, piece, place))
            {
                continue;
            }

            count++;
            inTitle |= Positions.ColumnOf(place) == TextColumn.Title;
            inHeadings |= Positions.ColumnOf(place) == TextColumn.Headings;
            if (target.Count == 0 || target.All[^1] < place)
            {
                target.Add(place);
            }
        }

        return (count, inTitle, inHeadings);
    }

    /// <summary>Looks for all pieces in their places.</summary>
    private bool FindWhole(Positions[] places, PlannedForm form)
    {
        var first = form.Pieces[0];
        var before = _whole.Count;
        foreach (var place in places[first.Terms[0].Index].All)
        {
            var stands = true;
            for (var i = 0; stands && i < form.Pieces.Count; i++)
            {
                stands = StandsAt(places, form.Pieces[i], place + form.Pieces[i].At - first.At);
            }

            if (stands && (_whole.Count == 0 || _whole.All[^1] < place))
            {
                _whole.Add(place);
            }
        }

        return _whole.Count > before;
    }

    private static bool StandsAt(Positions[] places, PlannedPiece piece, int place)
    {
        foreach (var term in piece.Terms)
        {
            if (places[term.Index].All.BinarySearch(place + term.Offset) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static (double Title, double Headings, double Text) WholeShares(ReadOnlySpan<int> places)
    {
        if (places.Length == 0)
        {
            return default;
        }

        var inHeadings = false;
        foreach (var place in places)
        {
            var column = Positions.ColumnOf(place);
            inHeadings |= column == TextColumn.Headings;
            if (column > TextColumn.Headings)
            {
                break;
            }
        }

        return (Positions.ColumnOf(places[0]) == TextColumn.Title ? 1 : 0, inHeadings ? 1 : 0, CountShare(places.Length));
    }

    private static double CountShare(int count) => ByCount[Math.Min(count, DocumentScorer.MostOccurrences)];

    private void Take(PlannedForm form, (double Title, double Headings, double Text) shares)
    {
        Title = Math.Max(Title, form.Share * shares.Title);
        Headings = Math.Max(Headings, form.Share * shares.Headings);
        Text = Math.Max(Text, form.Share * shares.Text);
    }
}
