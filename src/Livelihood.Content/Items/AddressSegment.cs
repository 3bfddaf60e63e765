namespace Livelihood.Content.Items;

/// <summary>A segment of an address that people choose, such as <c>policy</c> in <c>/columns/policy</c>.</summary>
public static class AddressSegment
{
    /// <summary>The longest segment, in characters.</summary>
    public const int Longest = 60;

    /// <summary>What a form says where a segment is wrong.</summary>
    public const string Hint = "地址由小写字母、数字和连字符组成，以字母或数字开头，不超过60个字符，例如 policy-documents。";

    /// <summary>Whether the text is one: lower-case letters, digits and hyphens, not beginning with a hyphen.</summary>
    public static bool IsValid(string? text) => text is { Length: > 0 and <= Longest } && text[0] != '-'
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
