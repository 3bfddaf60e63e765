using System.Collections.Concurrent;

namespace Livelihood.Search.Columns;

/// <summary>The values of a facet as small numbers. 0 stands for none. Values are only ever added, by one writer at a time.</summary>
internal sealed class Vocabulary
{
    private readonly ConcurrentDictionary<string, ushort> _codes = new(StringComparer.Ordinal);
    private volatile string[] _values = [""];

    /// <summary>One more than the greatest code.</summary>
    public int Count => _values.Length;

    /// <summary>The value of a code.</summary>
    public string this[int code] => _values[code];

    /// <summary>The code of a value, a new one where it has none; values beyond the sixty thousandth are not told apart.</summary>
    public ushort CodeOf(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return 0;
        }

        if (_codes.TryGetValue(value, out var code))
        {
            return code;
        }

        if (_values.Length >= ushort.MaxValue)
        {
            return 0;
        }

        code = (ushort)_values.Length;
        _values = [.. _values, value];
        _codes[value] = code;
        return code;
    }

    /// <summary>The code of a value; null where no document has it.</summary>
    public ushort? Find(string value) => _codes.TryGetValue(value, out var code) ? code : null;
}
