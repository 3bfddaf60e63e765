using System.Text;

namespace Livelihood.Search.Domain.Text;

/// <summary>Appends characters to a canonical text, one after the other.</summary>
internal sealed class CanonicalBuilder(int capacity, Places? places)
{
    private char[] _text = new char[capacity + 16];
    private int _length;
    private RunKind _last = RunKind.None;

    /// <summary>Appends the common ideographs that stand at a place of the source, as most characters are. Returns where they end.</summary>
    public int AddIdeographs(ReadOnlySpan<char> source, int at)
    {
        if (_last != RunKind.Ideographs)
        {
            AppendSpace(at, at);
            _last = RunKind.Ideographs;
        }

        var (end, length) = (at, _length);
        Reserve(source.Length - at);
        for (var text = _text; end < source.Length && CharacterFolding.IsCommonIdeograph(source[end]); end++)
        {
            text[length++] = CharacterFolding.Simplify(source[end]);
        }

        _length = length;
        places?.AddRun(at, end - at);
        return end;
    }

    /// <summary>Ends the run: what follows is another one.</summary>
    public void EndRun() => _last = RunKind.None;

    /// <summary>Appends an ASCII letter or digit.</summary>
    public void AddAscii(char character, int at)
    {
        if (_last != RunKind.Word)
        {
            AppendSpace(at, at);
            _last = RunKind.Word;
        }

        Append(char.ToLowerInvariant(character), at, at + 1);
    }

    /// <summary>Appends any other character, in the form in which it is compared.</summary>
    public void Add(Rune rune, int start, int end)
    {
        if (CharacterFolding.Decompose(rune) is { } parts)
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
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + count));
        }
    }
}
