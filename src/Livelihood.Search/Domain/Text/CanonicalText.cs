using System.Text;

namespace Livelihood.Search.Domain.Text;

/// <summary>
/// A text as search compares it: folded, lower case, letters and digits only, in runs of one kind (ideographs, or words of
/// letters and digits) with one space between runs and at both ends: <c>“断头路”，２０１９年</c> becomes
/// <c>␠断头路␠2019␠年␠</c>. Each character remembers its place in the source.
/// </summary>
/// <remarks>It can read one text after the other, each in the room of the one before. Not for several threads at once.</remarks>
public sealed class CanonicalText
{
    private readonly Places _places = new();
    private readonly CanonicalBuilder _builder;

    /// <summary>Nothing yet.</summary>
    public CanonicalText() => _builder = new(_places);

    /// <summary>The canonical form, until another text is read; a single space when the source has neither letter nor digit.</summary>
    public ReadOnlySpan<char> Text => _builder.Text;

    /// <summary>Brings a text to canonical form, with places. Linear; never fails, whatever the characters.</summary>
    public void Read(ReadOnlySpan<char> source) => Build(source, _builder);

    /// <summary>The canonical form alone.</summary>
    public static string TextOf(string? source)
    {
        var builder = new CanonicalBuilder(places: null);
        Build(source, builder);
        return builder.Text.ToString();
    }

    /// <summary>The part of the source that a part of <see cref="Text"/> came from; spaces at its edges are not counted.</summary>
    /// <param name="start">Offset into <see cref="Text"/> (UTF-16 code units).</param>
    /// <param name="end">Offset after the last character; there must be a letter or digit between.</param>
    public (int Start, int End) SourceOf(int start, int end)
    {
        while (Text[start] == ' ')
        {
            start++;
        }

        while (Text[end - 1] == ' ')
        {
            end--;
        }

        return (_places.StartOf(start), _places.EndOf(end - 1));
    }

    private static void Build(ReadOnlySpan<char> text, CanonicalBuilder builder)
    {
        builder.Start(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (CharacterFolding.IsCommonIdeograph(text[at]))
            {
                at = builder.AddIdeographs(text, at);
                continue;
            }

            if (CharacterFolding.IsSeparator(text[at]))
            {
                builder.EndRun();
                at++;
                continue;
            }

            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                at = builder.AddAscii(text, at);
                continue;
            }

            var valid = Rune.DecodeFromUtf16(text[at..], out var rune, out var length) == System.Buffers.OperationStatus.Done;
            builder.Add(valid ? rune : new Rune(' '), at, at + length);
            at += length;
        }

        builder.Finish();
    }
}
