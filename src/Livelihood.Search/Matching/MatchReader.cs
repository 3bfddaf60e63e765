using System.Numerics;
using System.Runtime.InteropServices;

namespace Livelihood.Search.Matching;

/// <summary>A document of a set.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Rank">Its score in 65,536 steps: the greater, the better. 0 where the database does not judge; see <see cref="MatchSet.IsScored"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Match(int Id, ushort Rank);

/// <summary>
/// Goes through a set from its greatest number to the least, some at a time: greater numbers are mostly newer, and whoever begins
/// with the best replaces less. Where many answer, a filter is asked for sixty-four documents at once.
/// </summary>
/// <param name="ids">The numbers, where few answer.</param>
/// <param name="dense">The numbers, where many do.</param>
/// <param name="ranks">Their ranks; none where nothing is judged.</param>
/// <param name="filter">What documents are let through; null: all.</param>
internal sealed class MatchReader(int[] ids, IdSet? dense, ushort[] ranks, IDocumentFilter? filter)
{
    /// <summary>So many at a time at most.</summary>
    public const int Most = 128;

    private readonly Match[] _some = new Match[Most];
    private int _place = ids.Length;

    /// <summary>The word that is read, all its documents, and those of them that are still to come.</summary>
    private (int Word, ulong All, ulong ToCome) _at = (dense?.Words.Length ?? 0, 0, 0);

    /// <summary>How many documents stand before the word.</summary>
    private int _before = dense is null ? 0 : ranks.Length;

    /// <summary>The next documents, good until the next call; none at the end.</summary>
    public ReadOnlySpan<Match> Next() => _some.AsSpan(0, dense is null ? NextIds() : NextBits(dense.Words));

    private int NextIds()
    {
        var (some, place, count) = (_some, _place, 0);
        while (place > 0 && count < some.Length)
        {
            var id = ids[--place];
            if (filter?.Has(id) is not false)
            {
                some[count++] = new(id, RankAt(place));
            }
        }

        _place = place;
        return count;
    }

    private int NextBits(ReadOnlySpan<ulong> bits)
    {
        var (some, (word, all, rest), before, count) = (_some, _at, _before, 0);
        while (count < some.Length)
        {
            if (rest == 0)
            {
                if (word == 0)
                {
                    break;
                }

                all = bits[--word];
                before -= BitOperations.PopCount(all);
                rest = filter is null || all == 0 ? all : all & filter.Among(word);
                continue;
            }

            var bit = BitOperations.Log2(rest);
            rest ^= 1UL << bit;
            some[count++] = new((word << 6) + bit, RankAt(before + BitOperations.PopCount(all & ((1UL << bit) - 1))));
        }

        (_at, _before) = ((word, all, rest), before);
        return count;
    }

    /// <summary>Where nothing is judged there are no ranks.</summary>
    private ushort RankAt(int place) => (uint)place < (uint)ranks.Length ? ranks[place] : (ushort)0;
}
