using System.Buffers.Binary;

namespace Livelihood.Search.Matching.Sqlite.Postings;

/// <summary>A page that tells which documents of a segment are deleted: a table of their numbers, of four or eight bytes each; 0 is an empty place.</summary>
internal static class DeletedPage
{
    private const int HeaderSize = 8;

    /// <summary>Adds the numbers on a page to a set.</summary>
    public static void Read(ReadOnlySpan<byte> page, IdSet deleted)
    {
        var size = page[0] == 4 ? 4 : 8;
        for (var at = HeaderSize; at + size <= page.Length; at += size)
        {
            var id = size == 4 ? BinaryPrimitives.ReadUInt32BigEndian(page[at..]) : BinaryPrimitives.ReadInt64BigEndian(page[at..]);
            if (id != 0)
            {
                deleted.Add(id);
            }
        }
    }
}
