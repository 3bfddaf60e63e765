using System.Security.Cryptography;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Citizens;

/// <summary>Held by the browser that left a form to sign in.</summary>
/// <param name="Draft">The row's id.</param>
public sealed record DraftTicket(Guid Draft);

/// <summary>
/// Keeps what somebody was filling in while signing in. It lies sealed in the database, for two hours, and only the browser
/// that sent it gets it back; the browser itself holds a number.
/// </summary>
public sealed class CitizenDrafts(PortalDbContext db, IDataProtectionProvider protection, CitizenTickets tickets, ChinaClock clock)
{
    /// <summary>Characters of the longest draft.</summary>
    public const int Longest = 40_000;

    /// <summary>How long a draft waits.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    /// <summary>Drafts that may wait at a time: a flood ends here.</summary>
    private const int MostWaiting = 5_000;

    private static readonly Ticket<DraftTicket> Kind = new("livelihood-citizen-draft", "/", Lasts);

    /// <summary>Keeps a form; false where it is too much.</summary>
    public async Task<bool> KeepAsync(HttpContext http, string form, CancellationToken cancellation = default)
    {
        if (form.Length > Longest || await db.Set<CitizenDraft>().CountAsync(cancellation) >= MostWaiting)
        {
            return false;
        }

        var id = Guid.CreateVersion7();
        db.Add(new CitizenDraft { Id = id, Sealed = Protector(id).Protect(form), KeptUtc = clock.UtcNow });
        await db.SaveChangesAsync(cancellation);
        tickets.Give(http, Kind, new(id));
        return true;
    }

    /// <summary>The form that this browser left; null without one. It stays until it is forgotten, as pages are loaded again.</summary>
    public async Task<string?> FindAsync(HttpContext http, CancellationToken cancellation = default)
    {
        var since = clock.UtcNow - Lasts;
        if (tickets.Read(http, Kind) is not { } ticket
            || await db.Set<CitizenDraft>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == ticket.Draft && d.KeptUtc > since, cancellation) is not { } draft)
        {
            return null;
        }

        try
        {
            return Protector(draft.Id).Unprotect(draft.Sealed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Forgets the form of this browser: it was filed, or the person signs out.</summary>
    public async Task ForgetAsync(HttpContext http, CancellationToken cancellation = default)
    {
        if (tickets.Read(http, Kind) is { } ticket)
        {
            await db.Set<CitizenDraft>().Where(d => d.Id == ticket.Draft).ExecuteDeleteAsync(cancellation);
            tickets.Take(http, Kind);
        }
    }

    /// <summary>Forgets what waited too long.</summary>
    public Task<int> ForgetAsync(CancellationToken cancellation = default)
    {
        var before = clock.UtcNow - Lasts;
        return db.Set<CitizenDraft>().Where(d => d.KeptUtc < before).ExecuteDeleteAsync(cancellation);
    }

    private IDataProtector Protector(Guid id) => protection.CreateProtector("Livelihood.Citizens.Drafts", id.ToString());
}
