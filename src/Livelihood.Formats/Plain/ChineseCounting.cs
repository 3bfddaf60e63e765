using System.Text;

namespace Livelihood.Formats.Plain;

/// <summary>Writes whole numbers in Chinese.</summary>
public static class ChineseCounting
{
    private const string Digits = "零一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>一, 十一, 二十, 一百零五, up to 9999; other numbers in Arabic digits.</summary>
    public static string Count(int number) => Write(number, Digits, "十百千", bareTen: true);

    /// <summary>壹, 壹拾壹: the form that cannot be altered.</summary>
    public static string Legal(int number) => Write(number, LegalDigits, "拾佰仟", bareTen: false);

    /// <summary>Digit by digit: 一〇五.</summary>
    public static string Digital(int number) =>
        string.Concat(number.ToString().Select(c => c == '0' ? '〇' : c is >= '1' and <= '9' ? Digits[c - '0'] : c));

    private static string Write(int number, string digits, string units, bool bareTen)
    {
        if (number is <= 0 or > 9999)
        {
            return number == 0 ? digits[..1] : number.ToString();
        }

        var text = new StringBuilder();
        var zero = false;
        for (var power = 3; power >= 0; power--)
        {
            var digit = number / (int)Math.Pow(10, power) % 10;
            if (digit == 0)
            {
                zero = text.Length > 0;
                continue;
            }

            if (zero)
            {
                text.Append(digits[0]);
                zero = false;
            }

            if (!(bareTen && power == 1 && digit == 1 && text.Length == 0))
            {
                text.Append(digits[digit]);
            }

            if (power > 0)
            {
                text.Append(units[power - 1]);
            }
        }

        return text.ToString();
    }
}
