using System.Security.Claims;
using System.Security.Cryptography;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Forms;

/// <summary>
/// Keeps what was sent to the console after the session had ended, so that a sign-in in between costs nobody their text.
/// It is sealed, bound to the account, limited in size and number, and forgotten after a day.
/// </summary>
public sealed class KeptPosts(PortalDbContext db, IDataProtectionProvider protection, LastAccount last, ChinaClock clock) : IFormSource
{
    /// <summary>How long a form waits for its sender.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private const int MaxPerAccount = 20;

    /// <inheritdoc />
    public string Parameter => "kept";

    /// <summary>Keeps the form of a request.</summary>
    /// <returns>Its id; null where nobody who signed in here before sent it, or it is too much.</returns>
    public async Task<Guid?> KeepAsync(HttpContext http, CancellationToken cancellation = default)
    {
        if (last.Of(http) is not { } account || await ReadAsync(http.Request, cancellation) is not { } typed)
        {
            return null;
        }

        var oldest = await db.Set<KeptPost>().Where(k => k.AccountId == account).OrderByDescending(k => k.KeptUtc).ThenByDescending(k => k.Id)
            .Skip(MaxPerAccount - 1).Select(k => k.Id).ToListAsync(cancellation);
        await db.Set<KeptPost>().Where(k => oldest.Contains(k.Id)).ExecuteDeleteAsync(cancellation);
        var kept = new KeptPost
        {
            AccountId = account,
            Action = http.Request.Path + http.Request.QueryString.Value,
            Page = PageOf(http.Request),
            Sealed = Protector(account).Protect(typed.ToString()),
            KeptUtc = clock.UtcNow,
        };
        db.Add(kept);
        await db.SaveChangesAsync(cancellation);
        return kept.Id;
    }

    /// <summary>The page of a kept form, with the parameter that brings the form back; null where there is none for this person.</summary>
    public async Task<string?> PageOfAsync(ClaimsPrincipal person, Guid id, CancellationToken cancellation = default) =>
        await MineAsync(person, id, cancellation) is { } kept
            ? kept.Page + (kept.Page.Contains('?', StringComparison.Ordinal) ? '&' : '?') + $"{Parameter}={id}"
            : null;

    /// <inheritdoc />
    public async Task<FormToRestore?> FindAsync(HttpContext http, string value, CancellationToken cancellation)
    {
        if (!Guid.TryParse(value, out var id) || await MineAsync(http.User, id, cancellation) is not { } kept)
        {
            return null;
        }

        try
        {
            var typed = TypedForm.Parse(Protector(kept.AccountId).Unprotect(kept.Sealed));
            return new(typed, kept.Action, "您刚才填写的内容已经恢复，但还没有保存。请核对以后，再按一次保存或者提交。");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Forgets what waited too long.</summary>
    public Task<int> ForgetAsync(CancellationToken cancellation = default)
    {
        var before = clock.UtcNow - Lifetime;
        return db.Set<KeptPost>().Where(k => k.KeptUtc < before).ExecuteDeleteAsync(cancellation);
    }

    private async Task<KeptPost?> MineAsync(ClaimsPrincipal person, Guid id, CancellationToken cancellation)
    {
        var since = clock.UtcNow - Lifetime;
        return Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            ? await db.Set<KeptPost>().AsNoTracking().FirstOrDefaultAsync(k => k.Id == id && k.AccountId == account && k.KeptUtc >= since, cancellation)
            : null;
    }

    private IDataProtector Protector(Guid account) => protection.CreateProtector("Livelihood.KeptPosts", account.ToString());

    private static async Task<TypedForm?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return request.HasFormContentType ? TypedForm.Of(await request.ReadFormAsync(cancellation)) : null;
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException)
        {
            // Larger than a form may be.
            return null;
        }
    }

    // The page that held the form; a form that names no such page stands at its own address, without the handler.
    private static string PageOf(HttpRequest request)
    {
        if (Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referer) && referer.Authority == request.Host.Value
            && new PathString(referer.AbsolutePath).StartsWithSegments(request.PathBase, out var path) && path.StartsWithSegments("/console"))
        {
            return path + QueryWithout(referer.Query);
        }

        return request.Path + QueryWithout(request.QueryString.Value ?? "");
    }

    private static string QueryWithout(string query)
    {
        var left = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).Where(p => p.Key is not ("handler" or "kept" or "autosaved"));
        return QueryString.Create(left).Value ?? "";
    }
}
