using System.Text;

namespace Livelihood.Search.Domain.Text;

/// <summary>Appends characters to a canonical text, one after the other.</summary>
internal sealed class CanonicalBuilder(int capacity, Places? places)
{
    private char[] _text = new char[capacity + 16];
    private int _length;
    private RunKind _last = RunKind.None;

    /// <summary>Appends common ideographs, as most characters are.</summary>
    /// <param name="ideographs">They.</param>
    /// <param name="at">Where they begin in the source.</param>
    public void AddIdeographs(ReadOnlySpan<char> ideographs, int at)
    {
        if (_last != RunKind.Ideographs)
        {
            AppendSpace(at, at);
            _last = RunKind.Ideographs;
        }

        Reserve(ideographs.Length);
        var text = _text.AsSpan(_length, ideographs.Length);
        for (var i = 0; i < ideographs.Length; i++)
        {
            text[i] = CharacterFolding.Simplify(ideographs[i]);
        }

        _length += ideographs.Length;
        places?.AddRun(at, ideographs.Length);
    }

    public void Add(Rune rune, int start, int end)
    {
        if (rune.Value < 0x80)
        {
            AddPlain(rune, start, end);
        }
        else if (CharacterFolding.Decompose(rune) is { } parts)
        {
            foreach (var part in parts.EnumerateRunes())
            {
                AddPlain(CharacterFolding.IsCommonIdeograph(part.Value) ? new Rune(CharacterFolding.Simplify((char)part.Value)) : part, start, end);
            }
        }
        else if (!CharacterFolding.IsTransparent(rune))
        {
            AddPlain(rune, start, end);
        }
    }

    public string Finish(int length)
    {
        AppendSpace(length, length);
        return new(_text, 0, _length);
    }

    private void AddPlain(Rune rune, int start, int end)
    {
        var kind = Runs.KindOf(rune);
        if (kind != RunKind.None)
        {
            if (kind != _last)
            {
                AppendSpace(start, start);
            }

            Span<char> units = stackalloc char[2];
            foreach (var unit in units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)])
            {
                Append(unit, start, end);
            }
        }

        _last = kind;
    }

    private void AppendSpace(int start, int end)
    {
        if (_length == 0 || _text[_length - 1] != ' ')
        {
            Append(' ', start, end);
        }
    }

    private void Append(char unit, int start, int end)
    {
        Reserve(1);
        _text[_length++] = unit;
        places?.Add(start, end);
    }

    private void Reserve(int count)
    {
        if (_length + count > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(2 * _length, _length + count));
        }
    }
}
