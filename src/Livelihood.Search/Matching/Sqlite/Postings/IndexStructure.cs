using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Matching.Sqlite.Postings;

/// <summary>A part of an FTS5 index that was written in one go: terms in order, on pages.</summary>
/// <param name="Id">Its number.</param>
/// <param name="First">Its first page.</param>
/// <param name="Last">Its last page.</param>
/// <param name="DeletedPages">Pages that tell which of its documents are deleted or were written anew.</param>
internal sealed record Segment(int Id, int First, int Last, int DeletedPages);

/// <summary>Reads the record that says which segments make up an FTS5 index. See https://sqlite.org/src/file/ext/fts5/fts5_index.c.</summary>
internal static class IndexStructure
{
    /// <summary>The row of the record.</summary>
    public const long Row = 10;

    private const int CookieSize = 4;

    /// <summary>How the record of a table with <c>contentless_delete=1</c> begins behind its cookie.</summary>
    private static ReadOnlySpan<byte> Mark => [0xFF, 0, 0, 1];

    /// <summary>The segments, the newest first; null where the record is of another kind.</summary>
    public static List<Segment>? Read(ReadOnlySpan<byte> record)
    {
        if (record.Length < CookieSize + Mark.Length || !record[CookieSize..].StartsWith(Mark))
        {
            return null;
        }

        var at = CookieSize + Mark.Length;
        var segments = new List<Segment>();
        var levels = Varint.Read(record, ref at);
        _ = Varint.Read(record, ref at);
        SkipCounter(record, ref at);
        for (var level = 0; level < levels; level++)
        {
            _ = Varint.Read(record, ref at);
            var ofLevel = new List<Segment>();
            for (var count = Varint.Read(record, ref at); count > 0; count--)
            {
                ofLevel.Add(ReadSegment(record, ref at));
            }

            // Of one level the last is the newest; of the levels the first has the newest.
            ofLevel.Reverse();
            segments.AddRange(ofLevel.Where(s => s.First > 0));
        }

        return segments;
    }

    private static Segment ReadSegment(ReadOnlySpan<byte> record, ref int at)
    {
        var (id, first, last) = (Varint.Read(record, ref at), Varint.Read(record, ref at), Varint.Read(record, ref at));
        SkipCounter(record, ref at);
        SkipCounter(record, ref at);
        var deletedPages = Varint.Read(record, ref at);
        SkipCounter(record, ref at);
        SkipCounter(record, ref at);
        return new(id, first, last, deletedPages);
    }

    /// <summary>Counters of writes grow beyond an int.</summary>
    private static void SkipCounter(ReadOnlySpan<byte> record, ref int at)
    {
        for (var read = 1; record[at++] >= 0x80 && read < 9; read++)
        {
        }
    }
}
