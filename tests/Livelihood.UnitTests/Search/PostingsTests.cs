using System.Globalization;
using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Matching.Sqlite;
using Livelihood.Search.Matching.Sqlite.Postings;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Livelihood.UnitTests.Search;

/// <summary>The pages of FTS5 are read as FTS5 reads them: whatever was written, replaced, deleted and merged.</summary>
public sealed class PostingsTests
{
    private const int Limit = 2000;
    private static readonly string[] Columns = ["title", "headings", "body", "numbers"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Terms_OfAnyHistory_AreThoseOfFts5(int seed)
    {
        using var library = new Library("title, headings, body, numbers, content='', contentless_delete=1, tokenize='ascii'");
        library.Live(new(seed));
        var expected = library.Instances();
        Assert.True(expected.Count > 30);
        using var pages = IndexPages.TryOpen(library.Tables, "t", Limit)!;
        foreach (var (term, places) in expected)
        {
            Assert.Equal(places, Read(new TermPostings(pages, term)));
            foreach (var column in Enum.GetValues<TextColumn>())
            {
                Assert.Equal(places.Where(p => p.Column == column), Read(new TermPostings(pages, term, column)));
            }
        }

        foreach (var absent in new[] { "", "0", "w", "w9999", "zz", new string('w', 70) })
        {
            Assert.Empty(Read(new TermPostings(pages, absent)));
        }
    }

    [Fact]
    public void Cursors_SoughtAnywhere_StandWhereASlowLookStands()
    {
        using var library = new Library("title, headings, body, numbers, content='', contentless_delete=1, tokenize='ascii'");
        var chance = new Random(7);
        library.Live(chance);
        var instances = library.Instances();
        var documents = instances.ToDictionary(i => i.Key, i => i.Value.Select(p => p.Document).ToHashSet(), StringComparer.Ordinal);
        using var pages = IndexPages.TryOpen(library.Tables, "t", Limit)!;
        var terms = instances.Keys.ToList();
        for (var round = 0; round < 200; round++)
        {
            var (a, b, c) = (terms[chance.Next(terms.Count)], terms[chance.Next(terms.Count)], terms[chance.Next(terms.Count)]);
            var cursor = new AllOf([new TermPostings(pages, a), new AnyOf([new TermPostings(pages, b), new TermPostings(pages, c)])]);
            var slow = documents[a].Where(d => documents[b].Contains(d) || documents[c].Contains(d)).Order().ToList();
            for (int id = 0, found = 0; found != DocumentCursor.End; id = Math.Max(id, found) + chance.Next(1, 60))
            {
                found = cursor.SeekTo(id);
                Assert.Equal(slow.Where(d => d >= id).DefaultIfEmpty(DocumentCursor.End).First(), found);
                if (found == DocumentCursor.End)
                {
                    break;
                }
            }
        }
    }

    [Fact]
    public void Cursors_SoughtFarAway_StandWhereASlowLookStands()
    {
        const int Documents = 9_000, Apart = 37;
        using var library = new Library("title, headings, body, numbers, content='', contentless_delete=1, tokenize='ascii'");
        for (var part = 0; part < 3; part++)
        {
            library.Run($"""
                INSERT INTO t (rowid, title, body)
                WITH RECURSIVE n(i) AS (SELECT {part * Documents / 3} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {(part + 1) * Documents / 3})
                SELECT {Apart} * i + i % 7, CASE WHEN i % 3 = 0 THEN 'some' ELSE '' END, CASE WHEN i BETWEEN 4000 AND 4900 THEN 'none' ELSE 'most other w' || (i % 5) END FROM n
                """);
        }

        library.Run("INSERT INTO t (t) VALUES ('optimize'); INSERT INTO t (rowid, body) VALUES (5, 'most'), (200000, 'most'), (400000, 'most')");
        library.Run($"DELETE FROM t WHERE rowid BETWEEN {Apart * 7000} AND {Apart * 7900}");
        var instances = library.Instances();
        using var pages = IndexPages.TryOpen(library.Tables, "t", 500_000)!;
        var chance = new Random(3);
        foreach (var term in new[] { "most", "some", "none", "w3", "other" })
        {
            var documents = instances[term].Select(place => place.Document).Distinct().Order().ToList();
            for (var round = 0; round < 60; round++)
            {
                var (cursor, places) = (new TermPostings(pages, term), new Positions());
                for (int id = chance.Next(100_000), found = 0; found != DocumentCursor.End; id = Math.Min(found, 1_000_000) + (int)Math.Pow(10, 5.2 * chance.NextDouble()))
                {
                    found = cursor.SeekTo(id);
                    var at = documents.BinarySearch(id);
                    Assert.Equal(at >= 0 ? id : ~at < documents.Count ? documents[~at] : DocumentCursor.End, found);
                    if (found != DocumentCursor.End)
                    {
                        cursor.Places(places);
                        Assert.Equal(
                            instances[term].Where(p => p.Document == found).Select(p => Positions.Place((int)p.Column, p.Offset)), places.All.ToArray());
                    }
                }
            }
        }
    }

    [Fact]
    public void Characters_WithoutPlaces_TellTheirColumn()
    {
        using var library = new Library("characters, title, content='', contentless_delete=1, detail=column, tokenize='ascii'");
        library.Run("INSERT INTO t (rowid, characters, title) VALUES (3, '路 桥', '的'), (5, '的', '路'), (9, '桥', '')");
        library.Run("DELETE FROM t WHERE rowid = 9");
        using var pages = IndexPages.TryOpen(library.Tables, "t", Limit)!;
        var road = new TermPostings(pages, "路");
        Assert.Equal((3, 0), (road.SeekTo(0), road.FirstColumn));
        Assert.Equal((5, 1), (road.SeekTo(4), road.FirstColumn));
        Assert.Equal(DocumentCursor.End, road.SeekTo(6));
        var bridge = new TermPostings(pages, "桥");
        Assert.Equal((3, DocumentCursor.End), (bridge.SeekTo(1), bridge.SeekTo(4)));
    }

    [Fact]
    public void Index_WrittenOtherwise_IsNotRead()
    {
        using (var plain = new Library("title, headings, body, numbers"))
        {
            Assert.Null(IndexPages.TryOpen(plain.Tables, "t", Limit));
        }

        using var newer = new Library("title, headings, body, numbers, content='', contentless_delete=1");
        newer.Run("UPDATE t_config SET v = 5 WHERE k = 'version'");
        Assert.Null(IndexPages.TryOpen(newer.Tables, "t", Limit));
    }

    [Fact]
    public void Transaction_ThatHasWritten_IsKnown()
    {
        using var library = new Library("title, headings, body, numbers, content='', contentless_delete=1");
        Assert.False(library.Tables.IsWriting);
        library.Run("BEGIN; INSERT INTO t (rowid, title) VALUES (1, 'w1')");
        Assert.True(library.Tables.IsWriting);
        library.Run("COMMIT");
        Assert.False(library.Tables.IsWriting);
    }

    private static List<Place> Read(TermPostings term)
    {
        var (found, places) = (new List<Place>(), new Positions());
        for (var id = term.SeekTo(0); id != DocumentCursor.End; id = term.SeekTo(id + 1))
        {
            term.Places(places);
            found.AddRange(places.All.ToArray().Select(p => new Place(id, Positions.ColumnOf(p), p % Positions.MostInColumn)));
        }

        return found;
    }

    private sealed record Place(int Document, TextColumn Column, int Offset);

    /// <summary>A table of FTS5 in memory, on pages so small that lists run over many of them.</summary>
    private sealed class Library : IDisposable
    {
        private readonly SqliteConnection _connection = new("Data Source=:memory:");

        public Library(string columns)
        {
            _connection.Open();
            Run($"CREATE VIRTUAL TABLE t USING fts5({columns}); INSERT INTO t (t, rank) VALUES ('pgsz', 64)");
            Tables = new(_connection, null);
        }

        public SqliteTables Tables { get; }

        /// <summary>Writes, writes anew and deletes documents by chance, and lets FTS5 merge now and then, not always to an end.</summary>
        public void Live(Random chance)
        {
            for (var transaction = 0; transaction < 60; transaction++)
            {
                Run("BEGIN");
                for (var count = chance.Next(1, 12); count > 0; count--)
                {
                    var id = chance.Next(1, 300);
                    Run(chance.Next(4) == 0
                        ? $"DELETE FROM t WHERE rowid = {id}"
                        : $"INSERT OR REPLACE INTO t (rowid, title, headings, body, numbers) VALUES ({id}, '{Words(chance, 4)}', '{Words(chance, 3)}', '{Words(chance, chance.Next(20) == 0 ? 400 : 30)}', '{Words(chance, 2)}')");
                }

                Run("COMMIT");
                switch (chance.Next(8))
                {
                    case 0:
                        Run("INSERT INTO t (t, rank) VALUES ('merge', 2)");
                        break;
                    case 1:
                        Run($"INSERT INTO t (t, rank) VALUES ('crisismerge', {chance.Next(2, 9)})");
                        break;
                    case 2 when transaction < 30:
                        Run("INSERT INTO t (t) VALUES ('optimize')");
                        break;
                }
            }
        }

        /// <summary>All places of all terms, as FTS5 tells them.</summary>
        public Dictionary<string, List<Place>> Instances()
        {
            Run("CREATE VIRTUAL TABLE temp.v USING fts5vocab('main', 't', 'instance')");
            using var command = _connection.CreateCommand();
            command.CommandText = "SELECT term, doc, col, offset FROM temp.v";
            using var reader = command.ExecuteReader();
            var places = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
            while (reader.Read())
            {
                var term = reader.GetString(0);
                (places.TryGetValue(term, out var there) ? there : places[term] = [])
                    .Add(new(reader.GetInt32(1), (TextColumn)Array.IndexOf(Columns, reader.GetString(2)), reader.GetInt32(3)));
            }

            return places;
        }

        public void Run(string sql)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        public void Dispose() => _connection.Dispose();

        /// <summary>Words of which the first are in nearly every text and the last are rare; some begin with others.</summary>
        private static string Words(Random chance, int most) => string.Join(
            ' ', Enumerable.Range(0, chance.Next(most + 1)).Select(_ => "w" + ((int)(60 * Math.Pow(chance.NextDouble(), 3))).ToString(CultureInfo.InvariantCulture)));
    }
}
