using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Livelihood.Disclosure.Filing;

/// <summary>A challenge as the page asks it.</summary>
/// <param name="Question">In words.</param>
/// <param name="Token">What the form sends back; nothing can be read from it.</param>
public sealed record AskedChallenge(string Question, string Token);

/// <summary>
/// Asks a plain sum before filing, where something speaks for a program: many requests from one address within the hour,
/// a field filled in that nobody sees, a form filled in faster than anybody types. No foreign service, no script. A
/// challenge holds for one form, for a while, and once.
/// </summary>
public sealed class FilingChallenges(PortalDbContext db, IDataProtectionProvider protection, FilingTally tally, ChinaClock clock, IOptions<DisclosureOptions> options)
{
    /// <summary>How long a challenge can be answered.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _asked = protection.CreateProtector("Livelihood.Disclosure.Challenge.v1");
    private readonly IDataProtector _opened = protection.CreateProtector("Livelihood.Disclosure.FormOpened.v1");

    /// <summary>The sealed moment at which a form was opened.</summary>
    public string Open() => _opened.Protect(clock.UtcNow.UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether a form has to be sent with an answered challenge.</summary>
    /// <param name="address">The network address that sends it.</param>
    /// <param name="trap">What stands in the field that nobody sees.</param>
    /// <param name="opened">What <see cref="Open"/> gave when the form was opened.</param>
    public bool IsNeeded(string address, string? trap, string? opened) => tally.IsReached(address) || !string.IsNullOrEmpty(trap) || IsTooQuick(opened);

    /// <summary>A new challenge for a form.</summary>
    public AskedChallenge Ask(SubmissionKey form)
    {
        var sum = PlainSum.New();
        return new(sum.Question, _asked.Protect(JsonSerializer.Serialize(new Challenge(Guid.CreateVersion7(), sum.Result, form.Fingerprint, clock.UtcNow))));
    }

    /// <summary>Takes an answer: null where it is right and the challenge counts, else what to tell.</summary>
    /// <param name="token">The challenge's token.</param>
    /// <param name="answer">What was typed.</param>
    /// <param name="form">The form.</param>
    /// <param name="filing">The form with its content, see <see cref="SubmissionKey.BoundTo"/>.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<string?> RedeemAsync(string? token, string? answer, SubmissionKey form, SubmissionKey filing, CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(token))
        {
            return "请先回答下面的问题，再提交申请";
        }

        return Read(token) is not { } challenge || challenge.Form != form.Fingerprint || clock.UtcNow - challenge.AskedUtc is var age && (age < TimeSpan.Zero || age > Lasts)
            ? "这个问题已经过期，换了新的一题，请再回答一次"
            : PlainSum.Read(answer) != challenge.Result
                ? string.IsNullOrWhiteSpace(answer) ? "请回答下面的问题，写数字" : "回答不对，换了新的一题，请再算一次，写数字"
                : await UseAsync(challenge.Id, filing.Fingerprint, cancellation) ? null : "这个问题已经用来提交过另一件申请，换了新的一题，请再回答一次";
    }

    /// <summary>Whether it counts now: nobody used it before, or the same filing did, as when a form is sent twice.</summary>
    private async Task<bool> UseAsync(Guid id, string filing, CancellationToken cancellation)
    {
        var expired = clock.UtcNow - Lasts;
        await db.Set<AnsweredChallenge>().Where(a => a.AnsweredUtc < expired).ExecuteDeleteAsync(cancellation);
        if (await db.Set<AnsweredChallenge>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellation) is { } before)
        {
            return before.Filing == filing;
        }

        var row = new AnsweredChallenge { Id = id, Filing = filing, AnsweredUtc = clock.UtcNow };
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // Sent twice at once.
            db.Entry(row).State = EntityState.Detached;
            return await db.Set<AnsweredChallenge>().AnyAsync(a => a.Id == id && a.Filing == filing, cancellation);
        }
    }

    private bool IsTooQuick(string? opened) => options.Value.LeastFillingSeconds > 0
        && (Unprotect(_opened, opened) is not { } ticks || clock.UtcNow.UtcTicks - long.Parse(ticks, CultureInfo.InvariantCulture) < TimeSpan.FromSeconds(options.Value.LeastFillingSeconds).Ticks);

    private Challenge? Read(string token) => Unprotect(_asked, token) is { } json ? JsonSerializer.Deserialize<Challenge>(json) : null;

    private static string? Unprotect(IDataProtector protector, string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Challenge(Guid Id, int Result, string Form, DateTimeOffset AskedUtc);
}
