using System.Text.RegularExpressions;
using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>By what two requests can be one person's.</summary>
public enum PersonKeyKind
{
    /// <summary>The same number of the same kind of identity document.</summary>
    Identity,

    /// <summary>The same telephone number.</summary>
    Phone,

    /// <summary>The same e-mail address.</summary>
    Email,
}

/// <summary>What says that two requests are one person's, in one way of writing; kept as keyed hashes alone.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text that is hashed.</param>
public sealed partial record PersonKey(PersonKeyKind Kind, string Text)
{
    /// <summary>The keys of a requester. A name is none: many people share one.</summary>
    public static IReadOnlyList<PersonKey> Of(Requester requester)
    {
        var keys = new List<PersonKey>();
        if (IdentityDocument.Normalise(requester.DocumentNumber) is { Length: > 0 } number)
        {
            keys.Add(new(PersonKeyKind.Identity, $"{requester.DocumentKind}:{IdentityDocument.Canonical(requester.DocumentKind, number)}"));
        }

        if (PhoneOf(requester.Phone) is { Length: > 0 } phone)
        {
            keys.Add(new(PersonKeyKind.Phone, phone));
        }

        if (HalfWidth.Of(requester.Email ?? "").Trim().ToLowerInvariant() is { Length: > 0 } email)
        {
            keys.Add(new(PersonKeyKind.Email, email));
        }

        return keys;
    }

    /// <summary>What a text reads as that somebody looks for: a resident's identity number, or a telephone number with its area; nothing for anything else.</summary>
    public static IReadOnlyList<PersonKey> Read(string? text)
    {
        var number = IdentityDocument.Normalise(text ?? "");
        if (ResidentNumber().IsMatch(number))
        {
            return [.. new[] { IdentityDocumentKind.ResidentCard, IdentityDocumentKind.ResidencePermit }.Select(kind => new PersonKey(PersonKeyKind.Identity, $"{kind}:{IdentityDocument.Canonical(kind, number)}"))];
        }

        return TelephoneNumber().IsMatch(Contact.NormalisePhone(text)) ? [new(PersonKeyKind.Phone, PhoneOf(text))] : [];
    }

    [GeneratedRegex(@"^(\d{17}[\dX]|\d{15})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ResidentNumber();

    // A mobile, or a line with its area, with or without an extension: what is shorter can be anything.
    [GeneratedRegex(@"^(\+\d{8,15}|1[3-9]\d{9}|0\d{2,3}[2-9]\d{6,7})(-\d{1,6})?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TelephoneNumber();

    // An extension is not the line: people leave it out, as they do the country's own number.
    private static string PhoneOf(string? typed)
    {
        var line = Contact.NormalisePhone(typed).Split('-')[0];
        return (line.StartsWith("+86", StringComparison.Ordinal) ? line[3..] : line).TrimStart('0');
    }
}
