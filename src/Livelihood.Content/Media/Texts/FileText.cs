using System.Text;

namespace Livelihood.Content.Media.Texts;

/// <summary>Collects the plain text of a file up to a length, without characters that no text has.</summary>
internal sealed class FileText
{
    /// <summary>Characters that are kept of one file.</summary>
    public const int MaxLength = 2_000_000;

    private readonly StringBuilder _text = new();

    /// <summary>Whether there is no room for more.</summary>
    public bool IsFull => _text.Length >= MaxLength;

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (IsFull)
            {
                return;
            }

            // Databases refuse the zero character; half a surrogate pair would be refused too, see ToString.
            if (letter is '\n' or '\t' || !char.IsControl(letter))
            {
                _text.Append(letter);
            }
        }
    }

    /// <summary>Ends a line; empty lines are not kept.</summary>
    public void EndLine()
    {
        if (_text.Length > 0 && _text[^1] != '\n' && !IsFull)
        {
            _text.Append('\n');
        }
    }

    /// <inheritdoc />
    public override string ToString() => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(_text.ToString())).Trim();
}
