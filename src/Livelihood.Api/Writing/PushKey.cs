using System.Security.Claims;
using Livelihood.Api.Tokens;
using Livelihood.Content.Items;
using Livelihood.Content.Recipes;

namespace Livelihood.Api.Writing;

/// <summary>
/// By what a system names an item: the portal's own id, or its own name for it, of which the id is made. The same name of
/// the same agency is always the same item, so that pushing twice makes one.
/// </summary>
/// <param name="ItemId">The item.</param>
/// <param name="IsOwn">Whether the system named it by its own name; only then may it be made.</param>
internal sealed record PushKey(string ItemId, bool IsOwn)
{
    /// <summary>The longest name of a system's own, in characters.</summary>
    public const int LongestName = 200;

    /// <summary>The key in an address.</summary>
    public static PushKey Of(ClaimsPrincipal system, string key) =>
        key.Length == ContentId.Length && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            ? new(key, IsOwn: false)
            : new(ContentIdAt.Place("api", $"{AgencyOf(system)}\n{key}"), IsOwn: true);

    /// <summary>The agency for which a system speaks.</summary>
    public static string AgencyOf(ClaimsPrincipal system) => system.FindFirstValue(BearerHandler.AgencyClaim)!;
}
