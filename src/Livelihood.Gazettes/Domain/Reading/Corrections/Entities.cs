using System.Net;

namespace Livelihood.Gazettes.Domain.Reading.Corrections;

/// <summary>HTML entities that were left in the text.</summary>
internal static class Entities
{
    private const int Longest = 10;

    public static void Correct(LineCorrection line)
    {
        for (var at = line.Raw.IndexOf('&'); at >= 0; at = line.Raw.IndexOf('&', at + 1))
        {
            var end = line.Raw.AsSpan(at, Math.Min(Longest, line.Raw.Length - at)).IndexOf(';');
            if (end < 3)
            {
                continue;
            }

            var entity = line.Raw.Substring(at, end + 1);
            var sign = WebUtility.HtmlDecode(entity);
            if (sign.Length is 1 or 2 && sign != entity && !(char.IsControl(sign[0]) && sign[0] != '\t') && sign[0] is not ('\u2028' or '\u2029'))
            {
                line.Replace(at, entity.Length, CorrectionKind.Entity, sign == "\u00a0" ? " " : sign);
            }
        }
    }
}
