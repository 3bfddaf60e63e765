using System.Buffers;
using System.Text;

namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>
/// Sets the faults of optical reading right, line by line. Every rule looks at the line as the source has it, so that a correction
/// is the same whichever others are reverted.
/// </summary>
internal static class Corrector
{
    /// <summary>Longer lines are no lines of print; they are left as they are, so that time stays linear whatever the text.</summary>
    private const int LongestLine = 20_000;

    /// <summary>Without one of these a line has nothing to correct.</summary>
    private static readonly SearchValues<char> Suspects = SearchValues.Create(" ,;:?!().'\"&$\\^_[]-—–―─－ーOoIlＯｏ○﹝﹞［］【】｡､｢｣");

    /// <summary>Corrects the lines in place; returns what was done.</summary>
    public static List<TextCorrection> Correct(List<string> lines, ReadingOptions options)
    {
        var done = new List<TextCorrection>();
        var prose = Prose.Find(lines);
        var hasHalfWidthStops = Prose.HasHalfWidthStops(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length > LongestLine || !lines[i].AsSpan().ContainsAny(Suspects))
            {
                continue;
            }

            var line = new LineCorrection(lines[i], i + 1) { IsProse = prose[i], HasHalfWidthStops = hasHalfWidthStops };
            Addresses.Protect(line);
            Entities.Correct(line);
            Formulas.Correct(line);
            NumberBrackets.Correct(line);
            LookAlikes.Correct(line);
            Brackets.Correct(line);
            Quotes.Correct(line);
            Punctuation.Correct(line);
            Spaces.Correct(line);
            lines[i] = Apply(line, options, done);
        }

        return done;
    }

    private static string Apply(LineCorrection line, ReadingOptions options, List<TextCorrection> done)
    {
        var found = line.Found;
        if (found.Count == 0)
        {
            return line.Raw;
        }

        var text = new StringBuilder(line.Raw.Length);
        var from = 0;
        foreach (var correction in found)
        {
            if (options.Reverted.Count > 0 && options.Reverted.Contains(correction.Key))
            {
                continue;
            }

            text.Append(line.Raw, from, correction.Column - 1 - from).Append(correction.After);
            from = correction.Column - 1 + correction.Before.Length;
            done.Add(correction);
        }

        return text.Append(line.Raw, from, line.Raw.Length - from).ToString();
    }
}
