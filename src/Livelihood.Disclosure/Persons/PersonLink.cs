using System.Security.Claims;
using System.Text.Json;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.DataProtection;

namespace Livelihood.Disclosure.Persons;

/// <summary>
/// Stands in addresses for a number that was looked for, so that the number is in no browser's history and no proxy's log:
/// keyed hashes, encrypted for one reader and one day's work.
/// </summary>
public sealed class PersonLink(IDataProtectionProvider protection, PersonHashes hashes, ChinaClock clock)
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    private readonly IDataProtector _protector = protection.CreateProtector("Livelihood.Disclosure.PersonLink.v1");

    /// <summary>The link for what a text reads as; null where it reads as nothing that tells a person.</summary>
    public string? Of(ClaimsPrincipal reader, string? text) => PersonKey.Read(text) is { Count: > 0 } keys
        ? For(reader).Protect(JsonSerializer.Serialize(new Kept(clock.UtcNow.Add(Lasts), [.. keys.Select(key => key.Kind)], [.. keys.Select(hashes.HashOf)])))
        : null;

    /// <summary>Whom a link of this reader stands for; null where it is another's, too old, or none.</summary>
    internal LinkedPerson? Read(ClaimsPrincipal reader, string link)
    {
        try
        {
            return JsonSerializer.Deserialize<Kept>(For(reader).Unprotect(link)) is { } kept && kept.Ends > clock.UtcNow ? new(kept.Kinds, kept.Hashes) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(ClaimsPrincipal reader) => _protector.CreateProtector(reader.FindFirstValue(ClaimTypes.NameIdentifier) ?? "");

    private sealed record Kept(DateTimeOffset Ends, IReadOnlyList<PersonKeyKind> Kinds, IReadOnlyList<string> Hashes);
}

/// <summary>A person behind a link.</summary>
/// <param name="Kinds">What was looked for.</param>
/// <param name="Hashes">What tells the person, see <see cref="PersonHashes"/>.</param>
internal sealed record LinkedPerson(IReadOnlyList<PersonKeyKind> Kinds, IReadOnlyList<string> Hashes);
