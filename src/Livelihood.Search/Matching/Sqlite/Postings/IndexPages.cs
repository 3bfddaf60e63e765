using System.Buffers;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Livelihood.Search.Matching.Sqlite.Postings;

/// <summary>
/// Reads the pages of one FTS5 index from the tables that FTS5 keeps it in, in the snapshot that is open: what it finds is what
/// FTS5 would find there. Not for a transaction that writes: FTS5 keeps its last rows elsewhere until it commits.
/// </summary>
internal sealed class IndexPages : IDisposable
{
    /// <summary>The only version of the format that is read.</summary>
    private const string KnownVersion = "4";

    /// <summary>What a page takes at most, except for one with a longer list than fits.</summary>
    private const int PageSize = 16_384;

    private const int PageBits = 31;
    private const int SegmentBits = 37;
    private const long DeletedMark = 1L << 16;
    private const long GuideMark = 1L << 36;

    private readonly sqlite3 _connection;
    private readonly sqlite3_blob _blob;
    private readonly sqlite3_stmt _find;
    private readonly Dictionary<int, IdSet> _deleted = [];
    private readonly int _limit;
    private readonly List<byte[]> _borrowed = [];

    private IndexPages(sqlite3 connection, int limit, sqlite3_blob blob, sqlite3_stmt find) =>
        (_connection, _limit, _blob, _find) = (connection, limit, blob, find);

    /// <summary>The segments, the newest first.</summary>
    public IReadOnlyList<Segment> Segments { get; private init; } = [];

    /// <summary>Opens an index; null where it is not written in the one way that is read here.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="table">The FTS5 table.</param>
    /// <param name="limit">One more than the greatest number of a document.</param>
    public static IndexPages? TryOpen(SqliteTables tables, string table, int limit)
    {
        using (var version = tables.Command($"SELECT v FROM {table}_config WHERE k = $1", "version"))
        {
            if (Convert.ToString(version.ExecuteScalar(), CultureInfo.InvariantCulture) != KnownVersion)
            {
                return null;
            }
        }

        if (raw.sqlite3_blob_open(tables.Handle, "main", $"{table}_data", "block", IndexStructure.Row, 0, out var blob) != raw.SQLITE_OK)
        {
            blob?.Dispose();
            return null;
        }

        var record = new byte[raw.sqlite3_blob_bytes(blob)];
        if (raw.sqlite3_blob_read(blob, record, 0) == raw.SQLITE_OK && IndexStructure.Read(record) is { } segments)
        {
            // It is asked for each term and segment: a command of the provider takes several times as long.
            var find = $"SELECT pgno FROM {table}_idx WHERE segid = ?1 AND term <= ?2 ORDER BY term DESC LIMIT 1";
            if (raw.sqlite3_prepare_v2(tables.Handle, find, out var statement) == raw.SQLITE_OK)
            {
                return new(tables.Handle, limit, blob, statement) { Segments = segments };
            }

            statement?.Dispose();
        }

        blob.Dispose();
        return null;
    }

    /// <summary>Memory for a page, until it is returned or the index is closed.</summary>
    public byte[] Borrow()
    {
        var page = ArrayPool<byte>.Shared.Rent(PageSize);
        _borrowed.Add(page);
        return page;
    }

    /// <summary>Takes memory back.</summary>
    public void Return(byte[] page)
    {
        if (_borrowed.Remove(page))
        {
            ArrayPool<byte>.Shared.Return(page);
        }
    }

    /// <summary>Reads a page of a segment into a buffer, which grows as needed. Returns its length.</summary>
    public int Read(Segment segment, int page, ref byte[] buffer) => Read((long)segment.Id << SegmentBits | (uint)page, ref buffer);

    /// <summary>The page on which a term stands if it stands in a segment, and whether there is a <see cref="PageGuide"/> for the last term on it.</summary>
    public (int Page, bool HasGuide) PageOf(Segment segment, ReadOnlySpan<byte> term)
    {
        raw.sqlite3_bind_int(_find, 1, segment.Id);
        raw.sqlite3_bind_blob(_find, 2, term);
        var result = raw.sqlite3_step(_find);
        var found = result == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_find, 0) : 0;
        raw.sqlite3_reset(_find);
        return result is raw.SQLITE_ROW or raw.SQLITE_DONE ? (Math.Max(segment.First, (int)(found >> 1)), (found & 1) != 0) : throw Failure(result);
    }

    /// <summary>The guide to the pages of a long list of documents that begins on a page as its last.</summary>
    public PageGuide Guide(Segment segment, int page)
    {
        var buffer = Array.Empty<byte>();
        var length = Read((long)segment.Id << SegmentBits | GuideMark | (uint)page, ref buffer);
        return PageGuide.Read(buffer.AsSpan(0, length));
    }

    /// <summary>The documents of a segment that are deleted or were written anew in another; null where there are none.</summary>
    public IdSet? Deleted(Segment segment)
    {
        if (segment.DeletedPages == 0)
        {
            return null;
        }

        if (_deleted.TryGetValue(segment.Id, out var known))
        {
            return known;
        }

        var (deleted, buffer) = (new IdSet(_limit), Array.Empty<byte>());
        for (var page = 0; page < segment.DeletedPages; page++)
        {
            var length = Read((segment.Id + DeletedMark) << SegmentBits | (uint)page, ref buffer);
            DeletedPage.Read(buffer.AsSpan(0, length), deleted);
        }

        return _deleted[segment.Id] = deleted;
    }

    public void Dispose()
    {
        _find.Dispose();
        _blob.Dispose();
        _borrowed.ForEach(page => ArrayPool<byte>.Shared.Return(page));
    }

    private int Read(long row, ref byte[] buffer)
    {
        var result = raw.sqlite3_blob_reopen(_blob, row);
        if (result == raw.SQLITE_OK)
        {
            var length = raw.sqlite3_blob_bytes(_blob);
            if (buffer.Length < length)
            {
                buffer = new byte[Math.Max(length, 4096)];
            }

            result = raw.sqlite3_blob_read(_blob, buffer.AsSpan(0, length), 0);
            if (result == raw.SQLITE_OK)
            {
                return length;
            }
        }

        throw Failure(result);
    }

    private SqliteException Failure(int result) =>
        new($"The search index cannot be read: {raw.sqlite3_errmsg(_connection).utf8_to_string()}", result);
}
