using System.Text;

namespace Livelihood.Search.Domain.Text;

/// <summary>Appends characters to a canonical text, one after the other.</summary>
internal sealed class CanonicalBuilder(int capacity, List<(int Start, int End)>? places)
{
    private readonly StringBuilder _text = new(capacity + 2);
    private RunKind _last = RunKind.None;

    public void Add(Rune rune, int start, int end)
    {
        var value = rune.Value;
        if (value is >= 0x4E00 and <= 0x9FFF)
        {
            Append(new Rune(CharacterFolding.Simplify((char)value)), RunKind.Ideographs, start, end);
        }
        else if (value < 0x80)
        {
            AddPlain(rune, start, end);
        }
        else if (CharacterFolding.Decompose(rune) is { } parts)
        {
            foreach (var part in parts.EnumerateRunes())
            {
                AddPlain(part.Value is >= 0x4E00 and <= 0x9FFF ? new Rune(CharacterFolding.Simplify((char)part.Value)) : part, start, end);
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
        return _text.ToString();
    }

    private void AddPlain(Rune rune, int start, int end) => Append(Rune.ToLowerInvariant(rune), Runs.KindOf(rune), start, end);

    private void Append(Rune rune, RunKind kind, int start, int end)
    {
        if (kind != RunKind.None)
        {
            if (kind != _last)
            {
                AppendSpace(start, start);
            }

            Span<char> units = stackalloc char[2];
            var length = rune.EncodeToUtf16(units);
            _text.Append(units[..length]);
            places?.Add((start, end));
            if (length == 2)
            {
                places?.Add((start, end));
            }
        }

        _last = kind;
    }

    private void AppendSpace(int start, int end)
    {
        if (_text.Length == 0 || _text[^1] != ' ')
        {
            _text.Append(' ');
            places?.Add((start, end));
        }
    }
}
