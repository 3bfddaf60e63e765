namespace Livelihood.Platform.Citizens.Domain;

/// <summary>What a password must be: long. Which characters it is made of is nobody's business (NIST SP 800-63B).</summary>
public static class CitizenPassword
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>The most, so that nobody lets the portal hash a book.</summary>
    public const int Longest = 200;

    /// <summary>What is wrong with a password, in Chinese; null where nothing is.</summary>
    public static string? ProblemOf(string? password) => password?.EnumerateRunes().Count() switch
    {
        null or 0 => "请填写密码",
        < Shortest => $"密码至少要有{Shortest}个字符；可以用几个词或者一句话，不要求大小写、数字或者符号",
        > Longest => $"密码不能超过{Longest}个字符",
        _ => password.Distinct().Count() < 3 ? "密码不能只是一两个字符的重复" : null,
    };
}
