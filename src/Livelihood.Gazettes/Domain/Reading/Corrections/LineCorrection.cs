namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>A line of the source while it is being corrected. Rules see it as the source has it; each character is replaced once at most.</summary>
internal sealed class LineCorrection(string raw, int number)
{
    private readonly bool[] _claimed = new bool[raw.Length];
    private readonly List<TextCorrection> _found = [];

    public string Raw => raw;

    /// <summary>Whether the line runs on as a sentence, so that single spaces in it mean nothing.</summary>
    public bool IsProse { get; init; }

    /// <summary>Whether the source has points for 。 throughout.</summary>
    public bool HasHalfWidthStops { get; init; }

    /// <summary>Whether there is any Chinese character in it.</summary>
    public bool HasHan { get; } = raw.Any(Signs.IsHan);

    /// <summary>The faults in the order of the line.</summary>
    public IReadOnlyList<TextCorrection> Found => [.. _found.OrderBy(c => c.Column)];

    public bool IsClaimed(int index) => _claimed[index];

    /// <summary>The character at <paramref name="index"/>; the null character outside the line.</summary>
    public char At(int index) => index >= 0 && index < raw.Length ? raw[index] : '\0';

    /// <summary>Index of the nearest character to the left that is no space; -1 when there is none.</summary>
    public int Left(int index)
    {
        do
        {
            index--;
        }
        while (index >= 0 && raw[index] is ' ' or '\u00a0');
        return index;
    }

    /// <summary>Index of the nearest character to the right that is no space; the length when there is none.</summary>
    public int Right(int index)
    {
        do
        {
            index++;
        }
        while (index < raw.Length && raw[index] is ' ' or '\u00a0');
        return index;
    }

    /// <summary>Replaces a run of characters, unless another rule has one of them or nothing would change.</summary>
    public bool Replace(int start, int length, CorrectionKind kind, string after)
    {
        if (length <= 0 || _claimed.AsSpan(start, length).Contains(true) || raw.AsSpan(start, length).SequenceEqual(after))
        {
            return false;
        }

        _claimed.AsSpan(start, length).Fill(true);
        _found.Add(new(number, start + 1, kind, raw.Substring(start, length), after));
        return true;
    }

    /// <summary>Makes characters untouchable: addresses, Latin text.</summary>
    public void Protect(int start, int length) => _claimed.AsSpan(start, length).Fill(true);
}
