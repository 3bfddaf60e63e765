namespace Livelihood.PrintedGazettes.Composition;

/// <summary>Numbers as gazettes print them in characters.</summary>
public static class ChineseDigits
{
    private const string Signs = "〇一二三四五六七八九";

    /// <summary>Digit by digit: 1995 is 一九九五.</summary>
    public static string Spelled(int number) => string.Concat(number.ToString().Select(c => Signs[c - '0']));

    /// <summary>As counted, 1 to 9999: 21 is 二十一.</summary>
    public static string Counted(int number)
    {
        if (number >= 1000)
        {
            return Signs[number / 1000] + "千" + (number % 1000 == 0 ? "" : (number % 1000 < 100 ? "零" : "") + Counted(number % 1000));
        }

        if (number >= 100)
        {
            var rest = number % 100;
            return Signs[number / 100] + "百" + (rest == 0 ? "" : rest < 10 ? "零" + Signs[rest] : Signs[rest / 10] + "十" + Unit(rest % 10));
        }

        return number < 10 ? Signs[number].ToString() : (number < 20 ? "" : Signs[number / 10].ToString()) + "十" + Unit(number % 10);
    }

    /// <summary>二○○三年三月五日, with the circle that the house uses.</summary>
    public static string Date(DateOnly date, char zero) => $"{Spelled(date.Year).Replace('〇', zero)}年{Counted(date.Month)}月{Counted(date.Day)}日";

    private static string Unit(int digit) => digit == 0 ? "" : Signs[digit].ToString();
}
