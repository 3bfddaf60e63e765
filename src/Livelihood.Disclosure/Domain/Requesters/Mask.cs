using System.Globalization;

namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>What screens show of personal data: 138****1234, 411***********1234.</summary>
public static class Mask
{
    /// <summary>A name: the first character, then a star for each other one.</summary>
    public static string Name(string name)
    {
        var characters = StringInfo.ParseCombiningCharacters(name).Length;
        return characters <= 1 ? "*" : StringInfo.GetNextTextElement(name) + new string('*', Math.Min(characters - 1, 5));
    }

    /// <summary>An identity number: the first three and the last four of a long one, less of a short one.</summary>
    public static string Number(string number) => number.Length switch
    {
        >= 15 => Middle(number, 3, 4),
        >= 8 => Middle(number, 1, 2),
        _ => new string('*', number.Length),
    };

    /// <summary>A telephone number: the first three and the last four.</summary>
    public static string Phone(string number) => number.Length switch
    {
        >= 11 => Middle(number, 3, 4),
        >= 7 => Middle(number, 2, 2),
        _ => new string('*', number.Length),
    };

    /// <summary>An e-mail address: the first character and the domain.</summary>
    public static string Email(string address)
    {
        var at = address.IndexOf('@');
        return at < 1 ? new string('*', address.Length) : address[0] + "***" + address[at..];
    }

    /// <summary>An address: up to the township, at most nine characters.</summary>
    public static string Address(string address)
    {
        var end = address.IndexOfAny(['镇', '乡', '区', '县', '市']);
        for (var next = end; next >= 0 && next < 12; next = address.IndexOfAny(['镇', '乡', '区', '县', '市'], next + 1))
        {
            end = next;
        }

        return end is >= 0 and < 12 ? address[..(end + 1)] + "******" : "******";
    }

    private static string Middle(string text, int first, int last) =>
        string.Concat(text.AsSpan(0, first), new string('*', text.Length - first - last), text.AsSpan(text.Length - last));
}
