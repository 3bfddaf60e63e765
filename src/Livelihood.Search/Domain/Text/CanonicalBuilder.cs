using System.Text;

namespace Livelihood.Search.Domain.Text;

/// <summary>Appends characters to a canonical text, one after the other.</summary>
internal sealed class CanonicalBuilder(int capacity, Places? places)
{
    private char[] _text = new char[capacity + 16];
    private int _length;
    private RunKind _last = RunKind.None;

    /// <summary>Appends one of the common ideographs, as most characters are.</summary>
    public void AddIdeograph(char ideograph, int at)
    {
        if (_last != RunKind.Ideographs)
        {
            AppendSpace(at, at);
            _last = RunKind.Ideographs;
        }

        Append(CharacterFolding.Simplify(ideograph), at, at + 1);
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
        if (_length == _text.Length)
        {
            Array.Resize(ref _text, 2 * _length);
        }

        _text[_length++] = unit;
        places?.Add(start, end);
    }
}
