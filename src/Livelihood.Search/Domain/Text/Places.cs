using System.Runtime.InteropServices;

namespace Livelihood.Search.Domain.Text;

/// <summary>
/// Where each character of a canonical text came from. Most stand one after the other as in the source, so only the places are
/// kept where that begins or ends.
/// </summary>
internal sealed class Places
{
    /// <summary>No stretch goes on.</summary>
    private const int Ended = int.MinValue;

    private readonly List<Stretch> _stretches = [];
    private int _count;

    /// <summary>How far the characters of the last stretch stand behind their places.</summary>
    private int _offset = Ended;

    /// <summary>Begins another text.</summary>
    public void Start()
    {
        _stretches.Clear();
        (_count, _offset) = (0, Ended);
    }

    /// <summary>Adds the place of the next character (UTF-16 code units of the source).</summary>
    public void Add(int start, int end)
    {
        if (end - start == 1)
        {
            AddRun(start, 1);
            return;
        }

        _stretches.Add(new(_count, start, end - start));
        (_count, _offset) = (_count + 1, Ended);
    }

    /// <summary>Adds the places of characters of one code unit that stand one after the other.</summary>
    public void AddRun(int start, int count)
    {
        if (start - _count != _offset)
        {
            _stretches.Add(new(_count, start, Stretch.OneEach));
            _offset = start - _count;
        }

        _count += count;
    }

    /// <summary>Adds a space, which came from nowhere. Nobody asks for its place.</summary>
    public void AddSpace() => _count++;

    /// <summary>Where the character begins in the source.</summary>
    public int StartOf(int index) => Of(index).Start;

    /// <summary>Where it ends there.</summary>
    public int EndOf(int index) => Of(index).End;

    private (int Start, int End) Of(int index)
    {
        var (low, high) = (0, _stretches.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            (low, high) = _stretches[middle].At <= index ? (middle, high) : (low, middle - 1);
        }

        var stretch = _stretches[low];
        var start = stretch.Start + (stretch.Length == Stretch.OneEach ? index - stretch.At : 0);
        return (start, start + Math.Max(1, stretch.Length));
    }

    /// <summary>Characters that came from one place, or from places one after the other.</summary>
    /// <param name="At">The first of them.</param>
    /// <param name="Start">Where it came from.</param>
    /// <param name="Length">Code units that one came from, or <see cref="OneEach"/>: each came from one after the one before.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Stretch(int At, int Start, int Length)
    {
        public const int OneEach = 0;
    }
}
