using Livelihood.Platform.Data;
using Livelihood.Search.Index;
using Livelihood.Search.Querying;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Livelihood.Search.Matching.Postgres;

/// <summary>
/// Which documents have the terms that were asked for lately. To read the list of a frequent term takes PostgreSQL longer than
/// all the rest of a search, so that each is read once, kept, and brought into step with what is published and withdrawn. One
/// for the whole process.
/// </summary>
internal sealed class TermLists : IDisposable
{
    private const long MostBytes = 16L << 20;

    /// <summary>Beyond this many changes the lists are read anew, as they are asked for.</summary>
    private const int MostChanges = 200;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private readonly LatelyUsed<TermKey, TermList> _lists = new(MostBytes);
    private long _generation;

    public void Dispose() => _turn.Dispose();

    /// <summary>The documents of each term, as bits that are not to be changed; no older than the snapshot that is open.</summary>
    /// <param name="db">The snapshot.</param>
    /// <param name="generation">The state of the index that it shows; null where others must not see it, and nothing is kept.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="limit">One more than the greatest number of a document.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<IReadOnlyDictionary<TermKey, IdSet>> ReadAsync(
        PortalDbContext db, long? generation, IEnumerable<TermKey> terms, int limit, CancellationToken cancellation)
    {
        if (generation is { } shown)
        {
            await StepAsync(db, shown, cancellation);
        }

        var (sets, missing) = (new Dictionary<TermKey, IdSet>(), new List<TermKey>());
        foreach (var term in terms.Distinct())
        {
            if (generation is not null && Find(term) is { } list)
            {
                sets[term] = list.Bits(limit);
            }
            else
            {
                missing.Add(term);
            }
        }

        foreach (var (term, ids) in await SelectAsync(db, missing, cancellation))
        {
            var list = new TermList(ids, limit);
            sets[term] = list.Bits(limit);
            Keep(term, list, generation);
        }

        return sets;
    }

    private TermList? Find(TermKey key)
    {
        lock (_gate)
        {
            return _lists.TryUse(key, out var list) ? list : null;
        }
    }

    /// <summary>Keeps a list that is of the same state as the others.</summary>
    private void Keep(TermKey key, TermList list, long? generation)
    {
        lock (_gate)
        {
            if (generation == _generation)
            {
                _lists.Keep(key, list, list.Size);
            }
        }
    }

    /// <summary>Brings the lists into step with the snapshot that is open.</summary>
    private async Task StepAsync(PortalDbContext db, long generation, CancellationToken cancellation)
    {
        if (Volatile.Read(ref _generation) >= generation)
        {
            return;
        }

        await _turn.WaitAsync(cancellation);
        try
        {
            var known = _generation;
            if (known >= generation)
            {
                return;
            }

            var changed = await SearchChanges.BetweenAsync(db, known, generation, MostChanges, cancellation);
            var now = changed is null ? [] : await TermsOfAsync(db, changed, cancellation);
            lock (_gate)
            {
                if (changed is null)
                {
                    _lists.Clear();
                }
                else
                {
                    Apply(changed, now);
                }

                _generation = generation;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Apply(IReadOnlyCollection<long> changed, IReadOnlyCollection<(long Id, TermKey Key)> now)
    {
        var byKey = now.ToLookup(n => n.Key, n => n.Id);
        foreach (var (key, list) in _lists.All)
        {
            if (!changed.All(list.Reaches))
            {
                _lists.Drop(key);
                continue;
            }

            var having = byKey[key].ToHashSet();
            foreach (var id in changed)
            {
                list.Set((int)id, having.Contains(id));
            }

            _lists.Resize(key, list.Size);
        }
    }

    private static async Task<IReadOnlyCollection<(long Id, TermKey Key)>> TermsOfAsync(PortalDbContext db, IReadOnlyList<long> documents, CancellationToken cancellation)
    {
        await using var command = Command(db, """
            SELECT "DocumentId", tsvector_to_array("Terms"), tsvector_to_array("TitleTerms") FROM search_terms WHERE "DocumentId" = ANY ($1)
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = documents.ToArray() });
        var terms = new List<(long, TermKey)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetInt64(0);
            terms.AddRange(reader.GetFieldValue<string[]>(1).Select(t => (id, new TermKey(t, IsInTitle: false))));
            terms.AddRange(reader.GetFieldValue<string[]>(2).Select(t => (id, new TermKey(t, IsInTitle: true))));
        }

        return terms;
    }

    /// <summary>Reads lists, each as one value: a row for each document would take three times as long.</summary>
    private static async Task<IReadOnlyCollection<(TermKey Key, int[] Ids)>> SelectAsync(
        PortalDbContext db, List<TermKey> terms, CancellationToken cancellation)
    {
        var lists = new List<(TermKey, int[])>();
        if (terms.Count == 0)
        {
            return lists;
        }

        await using var command = Command(db, string.Join(" UNION ALL ", terms.Select((term, i) =>
            $"""SELECT {i}, array_agg("DocumentId"::int) FROM search_terms WHERE "{(term.IsInTitle ? "TitleTerms" : "Terms")}" @@ (${i + 1}::text)::tsquery""")));
        foreach (var term in terms)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = $"'{term.Text.Replace("'", "''", StringComparison.Ordinal)}'" });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            lists.Add((terms[reader.GetInt32(0)], reader.IsDBNull(1) ? [] : reader.GetFieldValue<int[]>(1)));
        }

        return lists;
    }

    private static NpgsqlCommand Command(PortalDbContext db, string sql)
    {
        var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        return command;
    }
}
