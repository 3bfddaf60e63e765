using Livelihood.Search.Domain.Matching;
using Microsoft.Data.Sqlite;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>
/// Reads a plan's places by plain SQL, from FTS5's own list of its terms: what a <see cref="Postings.PlanWalk"/> does, many times
/// slower, and with the same result. Takes over where there is none.
/// </summary>
internal sealed class PlainTerms(SqliteTables tables, MatchPlan plan)
{
    private static readonly string[] ColumnNames = ["title", "headings", "body", "numbers"];

    /// <summary>Hands all documents that have any of the terms to a collector, in order.</summary>
    public void Read(ScoringCollector collector)
    {
        using (var create = tables.Command(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_places USING fts5vocab('main', 'search_terms', 'instance')", ""))
        {
            create.Parameters.Clear();
            create.ExecuteNonQuery();
        }

        var terms = plan.Terms.Select(term => new TermPlaces(tables, term)).ToList();
        try
        {
            var places = terms.Select(_ => new Positions()).ToArray();
            while (terms.Where(t => t.Document is not null).Min(t => t.Document) is { } id)
            {
                for (var i = 0; i < terms.Count; i++)
                {
                    places[i].Clear();
                    if (terms[i].Document == id)
                    {
                        terms[i].Take(places[i]);
                    }
                }

                collector.Row((int)id, places);
            }
        }
        finally
        {
            terms.ForEach(t => t.Dispose());
        }
    }

    /// <summary>Hands documents that have all of a plan's characters to a collector, in order.</summary>
    public static void ReadCharacters(SqliteTables tables, MatchPlan plan, IdSet found, int limit, ScoringCollector collector)
    {
        var inTitle = plan.Terms.Select(t =>
        {
            var set = new IdSet(limit);
            tables.ReadCharacters($"title : {Fts5Expression.Quote(t.Text)}", set);
            return set;
        }).ToList();
        var places = plan.Terms.Select(_ => new Positions()).ToArray();
        for (var id = 0; id < limit; id++)
        {
            if (found.Contains(id))
            {
                for (var i = 0; i < places.Length; i++)
                {
                    places[i].Clear();
                    places[i].Add(SqliteTables.PlaceOfCharacter(inTitle[i].Contains(id) ? 1 : 0));
                }

                collector.Row(id, places);
            }
        }
    }

    /// <summary>One term's places, document after document.</summary>
    private sealed class TermPlaces : IDisposable
    {
        private readonly SqliteCommand _command;
        private readonly SqliteDataReader _reader;
        private readonly TextColumn? _only;
        private bool _hasRow;

        public TermPlaces(SqliteTables tables, AskedTerm term)
        {
            _only = term.Column;
            _command = tables.Command("SELECT doc, col, offset FROM temp.search_places WHERE term = $1", term.Text);
            _reader = _command.ExecuteReader();
            _hasRow = _reader.Read();
        }

        /// <summary>The document whose places come next; null at the end.</summary>
        public long? Document => _hasRow ? _reader.GetInt64(0) : null;

        public void Take(Positions places)
        {
            for (var id = _reader.GetInt64(0); _hasRow && _reader.GetInt64(0) == id; _hasRow = _reader.Read())
            {
                var column = Array.IndexOf(ColumnNames, _reader.GetString(1));
                if (_only is not { } only || (int)only == column)
                {
                    places.Add(Positions.Place(column, _reader.GetInt32(2)));
                }
            }
        }

        public void Dispose()
        {
            _reader.Dispose();
            _command.Dispose();
        }
    }
}
