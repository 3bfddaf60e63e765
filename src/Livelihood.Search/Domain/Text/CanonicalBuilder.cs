using System.Text;

namespace Livelihood.Search.Domain.Text;

/// <summary>Appends characters to a canonical text, one after the other.</summary>
/// <param name="places">Remembers where they came from; null: nobody does.</param>
internal sealed class CanonicalBuilder(Places? places)
{
    private char[] _text = [];
    private int _length;
    private RunKind _last = RunKind.None;

    /// <summary>What was appended.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>Begins a text, in the room of the one before.</summary>
    /// <param name="capacity">Characters that it will have, about.</param>
    public void Start(int capacity)
    {
        (_length, _last) = (0, RunKind.None);
        Reserve(capacity + 16);
        places?.Start();
    }

    /// <summary>Appends the common ideographs that stand at a place of the source, as most characters are. Returns where they end.</summary>
    public int AddIdeographs(ReadOnlySpan<char> source, int at)
    {
        if (_last != RunKind.Ideographs)
        {
            AppendSpace();
            _last = RunKind.Ideographs;
        }

        var rest = source[at..];
        var length = rest.IndexOfAnyExceptInRange(CharacterFolding.FirstIdeograph, CharacterFolding.LastIdeograph);
        var run = length < 0 ? rest : rest[..length];
        Reserve(run.Length);
        CharacterFolding.Simplify(run, _text.AsSpan(_length));
        _length += run.Length;
        places?.AddRun(at, run.Length);
        return at + run.Length;
    }

    /// <summary>Ends the run: what follows is another one.</summary>
    public void EndRun() => _last = RunKind.None;

    /// <summary>Appends the ASCII letters and digits that stand at a place of the source. Returns where they end.</summary>
    public int AddAscii(ReadOnlySpan<char> source, int at)
    {
        if (_last != RunKind.Word)
        {
            AppendSpace();
            _last = RunKind.Word;
        }

        var end = at;
        Reserve(source.Length - at);
        for (; end < source.Length && char.IsAsciiLetterOrDigit(source[end]); end++)
        {
            _text[_length++] = (char)(source[end] | (char.IsAsciiLetterUpper(source[end]) ? 0x20 : 0));
        }

        places?.AddRun(at, end - at);
        return end;
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

    /// <summary>Ends the text.</summary>
    public void Finish() => AppendSpace();

    private void AddPlain(Rune rune, int start, int end)
    {
        var kind = Runs.KindOf(rune);
        if (kind != RunKind.None)
        {
            if (kind != _last)
            {
                AppendSpace();
            }

            Span<char> units = stackalloc char[2];
            foreach (var unit in units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)])
            {
                Append(unit, start, end);
            }
        }

        _last = kind;
    }

    private void AppendSpace()
    {
        if (_length == 0 || _text[_length - 1] != ' ')
        {
            Reserve(1);
            _text[_length++] = ' ';
            places?.AddSpace();
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
