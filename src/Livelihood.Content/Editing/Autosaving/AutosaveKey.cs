using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Livelihood.Content.Editing.Autosaving;

/// <summary>Names a form: that of an item, or one of several forms of items that are not made yet.</summary>
public static partial class AutosaveKey
{
    /// <summary>The longest key, in characters.</summary>
    public const int MaxLength = 120;

    /// <summary>The form of an item.</summary>
    public static string Of(string itemId) => "item-" + itemId;

    /// <summary>A further form of a new item of a type.</summary>
    public static string New(string type) => $"{NewPrefix(type)}{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    /// <summary>How the keys of forms of new items of a type begin.</summary>
    public static string NewPrefix(string type) => $"new-{type}-";

    /// <summary>The item whose form a key names, or null.</summary>
    public static string? ItemOf(string key) => key.StartsWith("item-", StringComparison.Ordinal) ? key["item-".Length..] : null;

    /// <summary>Whether it is a key.</summary>
    public static bool IsKey(string? key) => key is { Length: <= MaxLength } && Shape().IsMatch(key);

    [GeneratedRegex("^(item-[0-9a-z]{26}|new-[A-Za-z][A-Za-z0-9]*-[0-9a-f]{16})$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
