using Livelihood.Search.Columns;
using Livelihood.Search.Matching;

namespace Livelihood.Search.Querying;

/// <summary>Turns an order into numbers: the greater, the earlier a document comes.</summary>
internal sealed class OrderKeys
{
    private readonly DocumentColumns _columns;
    private readonly SearchOrder _order;
    private readonly ushort[] _ranks;

    public OrderKeys(DocumentColumns columns, SearchOrder order) =>
        (_columns, _order, _ranks) = (columns, order, order == SearchOrder.Number ? Ranks(columns.NumberCodes) : []);

    /// <summary>No key of a document is greater than this, which is known without looking anything up.</summary>
    public ulong AtMost(Match match) => _order == SearchOrder.Relevance ? (ulong)match.Rank << 32 | uint.MaxValue : ulong.MaxValue;

    /// <summary>The key of a document.</summary>
    public ulong Of(Match match) => _order switch
    {
        SearchOrder.Newest => (ulong)_columns.DayOf(match.Id) << 32 | (uint)match.Id,
        SearchOrder.Published => (ulong)(uint)_columns.Published[match.Id] << 32 | (uint)match.Id,
        SearchOrder.Number => ByNumber(match.Id),
        _ => (ulong)match.Rank << 32 | (uint)_columns.DayOf(match.Id),
    };

    // Agency code, year and serial ascend; all of them lie above the documents without a number, whose keys are their days.
    private ulong ByNumber(int id)
    {
        var number = _columns.Numbers[id];
        var code = (int)(number >> 48);
        return number == 0 || code >= _ranks.Length
            ? (uint)_columns.DayOf(id)
            : (ulong)(ushort)(ushort.MaxValue - _ranks[code]) << 48 | (~number & 0xFFFF_FFFF_FFFF);
    }

    /// <summary>The place of each code in the order of their letters.</summary>
    private static ushort[] Ranks(Vocabulary codes)
    {
        var ranks = new ushort[codes.Count];
        var place = (ushort)0;
        foreach (var code in Enumerable.Range(1, ranks.Length - 1).OrderBy(c => codes[c], StringComparer.Ordinal))
        {
            ranks[code] = place++;
        }

        return ranks;
    }
}
