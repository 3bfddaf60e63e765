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
/// with the best replaces less.
/// </summary>
internal sealed class MatchReader(int[] ids, IdSet? dense, ushort[] ranks)
{
    /// <summary>So many at a time at most.</summary>
    public const int Most = 128;

    private readonly Match[] _some = new Match[Most];
    private int _place = dense is null ? ids.Length : ranks.Length;
    private int _word = dense?.Words.Length ?? 0;
    private ulong _rest;

    /// <summary>The next documents, good until the next call; none at the end.</summary>
    public ReadOnlySpan<Match> Next() => _some.AsSpan(0, dense is null ? NextIds() : NextBits(dense.Words));

    private int NextIds()
    {
        var count = Math.Min(_place, _some.Length);
        for (var i = 0; i < count; i++)
        {
            _place--;
            _some[i] = new(ids[_place], RankAt(_place));
        }

        return count;
    }

    private int NextBits(ReadOnlySpan<ulong> bits)
    {
        var (some, word, rest, place, count) = (_some, _word, _rest, _place, 0);
        while (count < some.Length)
        {
            if (rest == 0)
            {
                if (word == 0)
                {
                    break;
                }

                rest = bits[--word];
                continue;
            }

            var bit = BitOperations.Log2(rest);
            rest ^= 1UL << bit;
            some[count++] = new((word << 6) + bit, RankAt(--place));
        }

        (_word, _rest, _place) = (word, rest, place);
        return count;
    }

    /// <summary>Where nothing is judged there are no ranks.</summary>
    private ushort RankAt(int place) => (uint)place < (uint)ranks.Length ? ranks[place] : (ushort)0;
}
