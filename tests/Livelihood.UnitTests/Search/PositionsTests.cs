using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Domain.Queries;
using Xunit;

namespace Livelihood.UnitTests.Search;

/// <summary>Places of terms: read from FTS5's bytes, and standing beside one another.</summary>
public sealed class PositionsTests
{
    [Fact]
    public void PositionList_DistancesAndColumns_AreRead()
    {
        // From title 3: two on; column 2, offset 0; 126 on (one byte would be 128, which takes two); 20,000 on (three bytes).
        Assert.Equal(
            [(TextColumn.Title, 5), (TextColumn.Body, 0), (TextColumn.Body, 126), (TextColumn.Body, 20_126)],
            Read([4, 1, 2, 2, 0x81, 0x00, 0x81, 0x9C, 0x22], TextColumn.Title, 3, int.MaxValue));
    }

    [Fact]
    public void PositionList_MoreThanWanted_EndsThere() =>
        Assert.Equal([(TextColumn.Body, 8)], Read([3, 3, 3, 3], TextColumn.Body, 7, most: 1));

    [Fact]
    public void PositionList_Nothing_IsNothing() => Assert.Empty(Read([], TextColumn.Body, 7, int.MaxValue));

    [Fact]
    public void PositionList_CutInAByte_FailsInsteadOfReadingOn() =>
        Assert.Throws<IndexOutOfRangeException>(() => Read([0x81], TextColumn.Body, 7, int.MaxValue));

    [Fact]
    public void KeepWhere_AnyPlaces_KeepsWhatASlowLookFinds() =>
        Scribble.Holds(Scribble.Text, Scribble.Text, (one, other) =>
        {
            var (left, right) = (PlacesOf(one), PlacesOf(other));
            foreach (var offset in new[] { -2, 0, 1, 3 })
            {
                var kept = new Positions();
                kept.Set(left.All);
                kept.KeepWhere(right.All, offset);
                if (!kept.All.SequenceEqual(left.All.ToArray().Where(p => right.All.Contains(p + offset)).ToArray()))
                {
                    return false;
                }
            }

            return true;
        });

    [Fact]
    public void Plan_LongestQuery_AsksABoundedNumberOfTerms()
    {
        var longest = string.Concat(Enumerable.Range(0x4E00, 10_000).Select(c => (char)c));
        Assert.InRange(MatchPlanner.All(QueryParser.Parse(longest)).Terms.Count, 1, QueryParser.LongestText);
        Assert.InRange(MatchPlanner.All(QueryParser.Parse(string.Join(' ', longest.Chunk(2).Select(c => new string(c))))).Terms.Count, 1, QueryParser.MostWords);
    }

    private static Positions PlacesOf(string text)
    {
        var places = new Positions();
        foreach (var place in text.Select(c => c % 50).Distinct().Order())
        {
            places.Add(place);
        }

        return places;
    }

    private static List<(TextColumn Column, int Offset)> Read(byte[] list, TextColumn column, int offset, int most)
    {
        var places = new Positions();
        PositionList.Read(list, (int)column, offset, most, places);
        return [.. places.All.ToArray().Select(p => (Positions.ColumnOf(p), p % Positions.MostInColumn))];
    }
}
