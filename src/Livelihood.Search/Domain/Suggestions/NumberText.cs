using System.Runtime.InteropServices;

namespace Livelihood.Search.Domain.Suggestions;

/// <summary>
/// The document numbers of a book, one behind the other, in little more than a byte a character: they are made of few different
/// ones. What is asked for is put into the same bytes and looked for among them.
/// </summary>
internal sealed class NumberText
{
    private const byte End = 0;

    /// <summary>The first different characters, <see cref="End"/> among them, take one byte each.</summary>
    private const int Short = 0xC0;

    /// <summary>Others take two. The first byte of two, the second and a single one are told apart by their values, so that what is found begins with a character.</summary>
    private const int FirstOfTwo = 0xC0;
    private const int SecondOfTwo = 0xE0;
    private const int Side = 32;

    /// <summary>Whatever more there are all look alike; there is no such library.</summary>
    private const int Most = Short + Side * Side - 1;

    private readonly Dictionary<char, int> _codes = [];
    private readonly List<byte> _bytes = [];

    /// <summary>Adds the number of the next entry, or nothing where it has none.</summary>
    public void Add(string number)
    {
        foreach (var letter in number)
        {
            if (!_codes.TryGetValue(letter, out var code))
            {
                _codes.Add(letter, code = Math.Min(Most, _codes.Count + 1));
            }

            Put(_bytes, code);
        }

        _bytes.Add(End);
    }

    /// <summary>No more will be added: gives back what was kept for more.</summary>
    public void Close() => _bytes.TrimExcess();

    /// <summary>Where a part of a number stands, in the order of entries.</summary>
    /// <param name="part">Some characters.</param>
    /// <param name="most">So many places at most.</param>
    public IEnumerable<(int Entry, bool IsBeginning)> Find(string part, int most)
    {
        var wanted = new List<byte>();
        foreach (var letter in part)
        {
            if (!_codes.TryGetValue(letter, out var code))
            {
                yield break;
            }

            Put(wanted, code);
        }

        var (asked, entry, counted) = (wanted.ToArray(), 0, 0);
        for (var (at, looked) = (Next(asked, 0), 0); at >= 0 && looked < most; at = Next(asked, at + 1), looked++)
        {
            entry += CollectionsMarshal.AsSpan(_bytes)[counted..at].Count(End);
            counted = at;
            yield return (entry, at == 0 || _bytes[at - 1] == End);
        }
    }

    private int Next(byte[] wanted, int from)
    {
        var at = CollectionsMarshal.AsSpan(_bytes)[from..].IndexOf(wanted);
        return at < 0 ? -1 : from + at;
    }

    private static void Put(List<byte> bytes, int code)
    {
        if (code < Short)
        {
            bytes.Add((byte)code);
            return;
        }

        bytes.Add((byte)(FirstOfTwo + (code - Short) / Side));
        bytes.Add((byte)(SecondOfTwo + (code - Short) % Side));
    }
}
