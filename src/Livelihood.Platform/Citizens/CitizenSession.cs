using System.Globalization;
using System.Security.Claims;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Domain;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Citizens;

/// <summary>
/// Whether a citizen is signed in. The session stands in a cookie of its own under a scheme of its own; it never becomes
/// the request's user, so that no policy of the console and no permission of staff ever sees it.
/// </summary>
public sealed class CitizenSession(PortalDbContext db, ChinaClock clock)
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "Citizen";

    /// <summary>The cookie's name.</summary>
    public const string Cookie = "livelihood-citizen";

    /// <summary>How long a session lasts without being used.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    private const string AccountClaim = "livelihood:citizen";
    private const string StampClaim = "livelihood:citizen-stamp";
    private const string ProvedClaim = "livelihood:citizen-proved";
    private static readonly object Key = new();

    /// <summary>The account that is signed in; null without one. Asked of the database once a request.</summary>
    public async Task<CitizenAccount?> FindAsync(HttpContext http)
    {
        if (http.Items.TryGetValue(Key, out var known))
        {
            return (CitizenAccount?)known;
        }

        var found = await ReadAsync(http);
        http.Items[Key] = found;
        return found;
    }

    /// <summary>Whether the person proved who it is a short time ago, see <see cref="FreshSignIn"/>.</summary>
    public async Task<bool> IsFreshAsync(HttpContext http, bool isSending)
    {
        var proved = (await http.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(ProvedClaim);
        return FreshSignIn.Is(
            long.TryParse(proved, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null, clock.UtcNow, isSending);
    }

    /// <summary>Begins a session: who the person is has been proved just now.</summary>
    public static Task OpenAsync(HttpContext http, CitizenAccount account, DateTimeOffset now) =>
        OpenAsync(http, account, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>Goes on with a session whose account changed; when the person proved who it is stays as it was.</summary>
    public static async Task RenewAsync(HttpContext http, CitizenAccount account) =>
        await OpenAsync(http, account, (await http.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(ProvedClaim) ?? "");

    /// <summary>Ends the session of this browser.</summary>
    public static Task EndAsync(HttpContext http)
    {
        http.Items.Remove(Key);
        return http.SignOutAsync(Scheme);
    }

    private static Task OpenAsync(HttpContext http, CitizenAccount account, string proved)
    {
        http.Items.Remove(Key);
        var identity = new ClaimsIdentity(
            [new(AccountClaim, account.Id.ToString()), new(StampClaim, account.Stamp.ToString()), new(ProvedClaim, proved)], Scheme);
        return http.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    private async Task<CitizenAccount?> ReadAsync(HttpContext http)
    {
        var result = await http.AuthenticateAsync(Scheme);
        if (!Guid.TryParse(result.Principal?.FindFirstValue(AccountClaim), out var id)
            || !Guid.TryParse(result.Principal?.FindFirstValue(StampClaim), out var stamp))
        {
            return null;
        }

        // The stamp ends sessions elsewhere once the address or the password has changed.
        var account = await db.Set<CitizenAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, http.RequestAborted);
        return account?.Stamp == stamp ? account : null;
    }
}
