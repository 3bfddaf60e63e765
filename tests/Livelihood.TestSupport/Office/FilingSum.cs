using System.Globalization;

namespace Livelihood.TestSupport.Office;

/// <summary>Does the sum that the check page may ask, by reading it as a person does.</summary>
public static class FilingSum
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The field with the right answer; nothing where no sum is asked.</summary>
    public static Dictionary<string, string> AnswerOn(PortalPage page) => page.TextsOf("label[for=Answer]") is [var question]
        ? new() { ["Answer"] = ResultOf(question).ToString(CultureInfo.InvariantCulture) }
        : [];

    /// <summary>What a question such as 七加五等于几？ comes to.</summary>
    public static int ResultOf(string question) =>
        Digits.IndexOf(question[0]) + (Digits.IndexOf(question[2]) * (question[1] == '减' ? -1 : 1));
}
