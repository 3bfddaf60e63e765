using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Ranking;
using Xunit;

namespace Livelihood.UnitTests.Search;

/// <summary>Places of terms: read from FTS5's bytes, and standing beside one another.</summary>
public sealed class PositionsTests
{
    [Fact]
    public void List_DistancesAndColumns_AreRead()
    {
        // Behind title 3: two on; column 2, offset 0; 126 on (one byte would be 128, which takes two); 20,000 on (three bytes).
        Assert.Equal(
            [(TextColumn.Title, 3), (TextColumn.Title, 5), (TextColumn.Body, 0), (TextColumn.Body, 126), (TextColumn.Body, 20_126)],
            Read([4, 1, 2, 2, 0x81, 0x00, 0x81, 0x9C, 0x22], TextColumn.Title, 3));
    }

    [Fact]
    public void List_OfAnyLength_IsReadToItsEnd()
    {
        foreach (var length in Enumerable.Range(0, 140))
        {
            Assert.Equal(Enumerable.Range(7, length + 1), Read([.. Enumerable.Repeat((byte)3, length)], TextColumn.Body, 7).Select(p => p.Offset));
        }
    }

    [Fact]
    public void List_CutInAByte_FailsInsteadOfReadingOn() =>
        Assert.Throws<IndexOutOfRangeException>(() => Read([0x81], TextColumn.Body, 7));

    [Fact]
    public void List_OfTheDocumentBefore_IsForgotten()
    {
        var places = new Positions();
        places.Take([9, 3, 3, 3], 0, 4);
        Assert.Equal(4, places.All.Length);
        places.Take([99, 3, 5, 99], 1, 3);
        Assert.Equal([Positions.Place(0, 1), Positions.Place(0, 4)], places.All.ToArray());
        places.Take([9], 0, 1);
        places.Clear();
        Assert.True(places.IsEmpty);
        Assert.True(places.All.IsEmpty);
    }

    [Theory]
    [InlineData(TextColumn.Title, new[] { 0, 4 })]
    [InlineData(TextColumn.Headings, new[] { 126 })]
    [InlineData(TextColumn.Body, new int[0])]
    [InlineData(TextColumn.Numbers, new[] { 1 })]
    public void List_OfOneColumnOnly_EndsWithIt(TextColumn only, int[] offsets)
    {
        // The list has no places in the body, and a distance of which one byte looks like the mark of a column.
        byte[] list = [2, 6, 1, 1, 0x81, 0x00, 1, 3, 3];
        var (first, last) = PositionReader.PartOf(list, only);
        var places = new Positions();
        places.Take(list, first, last);
        Assert.Equal(offsets.Select(o => Positions.Place((int)only, o)), places.All.ToArray());
    }

    [Fact]
    public void Standing_AnyPlaces_FindsWhatASlowLookFinds() =>
        Scribble.Holds(Scribble.Text, Scribble.Text, (one, other) =>
        {
            foreach (var third in new[] { one + other, other, "" })
            {
                Positions[] parts = [PlacesOf(one), PlacesOf(other), PlacesOf(third), PlacesOf(other + one)];
                foreach (var offsets in new int[][] { [0, 2, -1, 5], [0, 1, 0], [0, 3], [0, -2], [0] })
                {
                    if (!AreThoseOfASlowLook(offsets, parts))
                    {
                        return false;
                    }
                }
            }

            // One list in both places, alone and as a part of another.
            var same = PlacesOf(one);
            var again = PlacesOf(other);
            var nested = new Standing([0, 1]);
            nested.Set(0, again);
            nested.Set(1, again);
            return AreThoseOfASlowLook([0, 1], [same, same]) && AreThoseOfASlowLook([0, 1], [nested.Look(), again]);
        });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Standing_PartsThatMostlyStandTogether_FindsWhatASlowLookFinds(int seed)
    {
        var chance = new Random(seed);
        var (always, sometimes) = (0, 0);
        for (var round = 0; round < 4000; round++)
        {
            var behind = chance.Next(1, 4);
            var columns = chance.Next(1, 4);
            var one = Enumerable.Range(0, chance.Next(1, 12)).Select(_ => Positions.Place(chance.Next(columns), chance.Next(chance.Next(2) == 0 ? 40 : 70_000))).ToHashSet();
            var other = one.Select(place => place + behind).ToHashSet();
            if (chance.Next(2) == 0)
            {
                other.Add(Positions.Place(chance.Next(columns), chance.Next(300)));
                other.Remove(one.First() + chance.Next(2) * behind);
            }

            var isAlways = ListOf(one).IsAlwaysBefore(ListOf(other), behind);
            Assert.True(!isAlways || one.Select(place => place + behind).Order().SequenceEqual(other.Order()));
            Assert.True(AreThoseOfASlowLook([0, behind], [ListOf(one), ListOf(other)]));
            (always, sometimes) = (always + (isAlways ? 1 : 0), sometimes + (isAlways ? 0 : 1));
        }

        Assert.True(always > 500 && sometimes > 500, $"{always} of {always + sometimes}");
        Assert.False(ListOf([]).IsAlwaysBefore(ListOf([]), 1));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(400)]
    [InlineData(70_000)]
    public void List_AnyPlaces_AreReadAndToldOfBeforeTheyAreRead(int furthest)
    {
        var chance = new Random(furthest);
        for (var round = 0; round < 3000; round++)
        {
            var columns = chance.Next(1, 5);
            var places = Enumerable.Range(0, chance.Next(1, chance.Next(2) == 0 ? 12 : 200))
                .Select(_ => Positions.Place(chance.Next(columns), chance.Next(chance.Next(2) == 0 ? 200 : furthest))).Distinct().Order().ToList();
            var outline = ListOf(places).Outline();
            var behind = places.Select(Positions.ColumnOf).Where(c => c != TextColumn.Title).Cast<TextColumn?>().FirstOrDefault();
            Assert.Equal((Positions.ColumnOf(places[0]) == TextColumn.Title, behind == TextColumn.Headings), (outline.IsInTitle, outline.IsInHeadings));
            Assert.True(places.Count < Outline.Sure ? outline.Count == places.Count : outline.Count >= Outline.Sure && outline.Count <= places.Count);

            var listed = ListOf(places);
            Assert.Equal(places, listed.All.ToArray());
            Assert.Equal(outline with { Count = places.Count }, listed.Outline());
            var distance = chance.Next(0, 70);
            var others = places.Select(place => Math.Max(Positions.Place((int)Positions.ColumnOf(place), 0), place + chance.Next(-90, 90))).Distinct().Order().Take(chance.Next(1, 40)).ToList();
            var near = others.Take(16).Index().Sum(other => places.Exists(p => Math.Abs(p - other.Item) <= distance) ? 1u << other.Index : 0);
            Assert.Equal(near, listed.NearTo(ListOf(others), most: 16, distance));
        }
    }

    [Fact]
    public void Piece_ReadFromListsOrFromPlaces_StandsAlike() =>
        Scribble.Holds(Scribble.Text, Scribble.Text, (one, other) =>
        {
            foreach (var offsets in new int[][] { [0], [0, 1], [0, 2], [0, 1, 2] })
            {
                var planned = new PlannedPiece([.. offsets.Index().Select(o => new PieceTerm(o.Index, o.Item))], 0, 1);
                foreach (var columns in new[] { 1, 3 })
                {
                    var (fromLists, fromPlaces) = (new PieceFinder(planned), new PieceFinder(planned));
                    Positions[] listed = [PlacesOf(one, columns), PlacesOf(other, columns), PlacesOf(one + other, columns)];
                    Positions[] known = [PlacesOf(one, columns), PlacesOf(other, columns), PlacesOf(one + other, columns)];
                    var isRead = known.All(p => p.All.Length >= 0);
                    if (!isRead || fromLists.Find(listed) != fromPlaces.Find(known) || Shares.OfWhole(fromLists.Places) != Shares.OfWhole(fromPlaces.Places)
                        || !fromLists.Places.All.SequenceEqual(fromPlaces.Places.All))
                    {
                        return false;
                    }
                }
            }

            return true;
        });

    private static bool AreThoseOfASlowLook(int[] offsets, Positions[] parts)
    {
        var standing = new Standing(offsets);
        for (var part = 0; part < offsets.Length; part++)
        {
            standing.Set(part, parts[part]);
        }

        var found = standing.Look().All.ToArray();
        var sets = parts.Select(p => p.All.ToArray().ToHashSet()).ToList();
        return found.SequenceEqual(sets[0].Where(p => offsets.Index().All(o => sets[o.Index].Contains(p + o.Item))).Order());
    }

    [Fact]
    public void Plan_LongestQuery_AsksABoundedNumberOfTerms()
    {
        var longest = string.Concat(Enumerable.Range(0x4E00, 10_000).Select(c => (char)c));
        Assert.InRange(MatchPlanner.All(QueryParser.Parse(longest)).Terms.Count, 1, QueryParser.LongestText);
        Assert.InRange(MatchPlanner.All(QueryParser.Parse(string.Join(' ', longest.Chunk(2).Select(c => new string(c))))).Terms.Count, 1, QueryParser.MostWords);
    }

    /// <summary>Places by chance: those of one column, or spread over several.</summary>
    private static Positions PlacesOf(string text, int columns = 1)
    {
        var list = new List<byte>();
        foreach (var column in text.GroupBy(c => c / 50 % columns).OrderBy(g => g.Key))
        {
            list.AddRange(column.Key == 0 ? [] : [1, (byte)column.Key]);
            var offsets = column.Select(c => c % 50).Distinct().Order().ToList();
            list.AddRange(offsets.Select((offset, i) => (byte)(offset - (i == 0 ? 0 : offsets[i - 1]) + 2)));
        }

        var places = new Positions();
        places.Take([.. list], 0, list.Count);
        return places;
    }

    /// <summary>Places as FTS5 writes them, not read yet.</summary>
    private static Positions ListOf(IEnumerable<int> places)
    {
        var list = new List<byte>();
        foreach (var column in places.Order().GroupBy(p => (int)Positions.ColumnOf(p)))
        {
            list.AddRange(column.Key == 0 ? [] : [1, (byte)column.Key]);
            var before = 0;
            foreach (var offset in column.Select(p => p % Positions.MostInColumn))
            {
                var number = offset - before + PositionReader.Distance;
                list.AddRange(Enumerable.Range(0, 3).Reverse().Where(part => part == 0 || number >> (7 * part) > 0)
                    .Select(part => (byte)((number >> (7 * part) & 0x7F) | (part > 0 ? 0x80 : 0))));
                before = offset;
            }
        }

        var taken = new Positions();
        taken.Take([.. list], 0, list.Count);
        return taken;
    }

    private static List<(TextColumn Column, int Offset)> Read(byte[] list, TextColumn column, int offset)
    {
        var places = new Positions();
        byte[] whole = column == 0 ? [(byte)(offset + 2), .. list] : [1, (byte)column, (byte)(offset + 2), .. list];
        places.Take(whole, 0, whole.Length);
        return [.. places.All.ToArray().Select(p => (Positions.ColumnOf(p), p % Positions.MostInColumn))];
    }
}
