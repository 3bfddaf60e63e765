using System.Security.Cryptography;
using System.Text;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Domain;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Platform.Citizens;

/// <summary>What became of a code that was typed.</summary>
/// <param name="Right">The code, where it is right.</param>
/// <param name="TriesLeft">How often it can still be tried, where it is wrong; 0: it has run out, in tries or in time.</param>
public sealed record CodeAnswer(CitizenCode? Right, int TriesLeft);

/// <summary>
/// Sends codes to addresses and judges what is typed. Whether an address has an account is not asked here, so that nobody
/// learns it from the answer. Tries are counted in the database before the code is looked at: several nodes, and several
/// guesses at once, count together.
/// </summary>
public sealed class CitizenCodes(PortalDbContext db, CitizenTrail trail, IOutbox outbox, ChinaClock clock, CitizenSecrets secrets, CitizenMail mail)
{
    /// <summary>Sends a code.</summary>
    /// <returns>Its row's id; null where the address got enough of them in the last hour.</returns>
    public async Task<Guid?> SendAsync(string address, CodePurpose purpose, Guid? account, CancellationToken cancellation = default)
    {
        var (hash, now) = (secrets.HashOfAddress(address), clock.UtcNow);
        var since = now.AddHours(-1);
        if (await db.Set<CitizenCode>().CountAsync(c => c.AddressHash == hash && c.CreatedUtc > since, cancellation) >= SignInCode.MostInAnHour)
        {
            return null;
        }

        var (id, digits) = (Guid.CreateVersion7(), SignInCode.New());
        var code = new CitizenCode
        {
            Id = id,
            Purpose = purpose,
            AddressHash = hash,
            Address = secrets.Protect(address),
            CodeHash = HashOf(id, digits),
            AccountId = account,
            CreatedUtc = now,
        };
        db.Add(code);
        outbox.Send(mail.Code(address, digits, purpose));
        trail.Record("citizen.code-sent", code);
        await db.SaveChangesAsync(cancellation);
        return id;
    }

    /// <summary>Judges a typed code; a try is spent whatever comes of it.</summary>
    public async Task<CodeAnswer> TryAsync(Guid id, CodePurpose purpose, string digits, CancellationToken cancellation = default)
    {
        var freshSince = clock.UtcNow - SignInCode.Lasts;
        var usable = db.Set<CitizenCode>().Where(c => c.Id == id && c.Purpose == purpose && c.UsedUtc == null && c.CreatedUtc > freshSince);
        if (await usable.Where(c => c.Tries < SignInCode.MostTries)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Tries, c => c.Tries + 1), cancellation) == 0)
        {
            return new(null, 0);
        }

        var code = await usable.AsNoTracking().SingleAsync(cancellation);
        if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code.CodeHash), Encoding.ASCII.GetBytes(HashOf(id, digits))))
        {
            return new(code, SignInCode.MostTries - code.Tries);
        }

        trail.Record("citizen.code-wrong", code);
        await db.SaveChangesAsync(cancellation);
        return new(null, SignInCode.MostTries - code.Tries);
    }

    /// <summary>Uses a right code up, in the caller's transaction; false where another request was first.</summary>
    public async Task<bool> UseAsync(CitizenCode code, CancellationToken cancellation = default)
    {
        DateTimeOffset? now = clock.UtcNow;
        return await db.Set<CitizenCode>().Where(c => c.Id == code.Id && c.UsedUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedUtc, now), cancellation) == 1;
    }

    /// <summary>Forgets codes that are of no use and no longer counted.</summary>
    public Task<int> ForgetAsync(CancellationToken cancellation = default)
    {
        var before = clock.UtcNow.AddHours(-2);
        return db.Set<CitizenCode>().Where(c => c.CreatedUtc < before).ExecuteDeleteAsync(cancellation);
    }

    private string HashOf(Guid id, string digits) => secrets.HashOf("code", id.ToString("N"), digits);
}
