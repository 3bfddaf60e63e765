using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Letters;

/// <summary>Keeps letters that somebody wrote by hand: number, text and audit entry commit together. The caller has asked <see cref="RequestAccess"/>.</summary>
public sealed class HandLetterDesk(
    PortalDbContext db, RequestLog log, LetterMaking making, LetterCases cases, LetterReading reading, IAuditTrail audit, ICurrentActor actor,
    IWorkingDayCalendars calendars, ChinaClock clock)
{
    /// <summary>Makes the letter; the same form sent again makes no second one.</summary>
    /// <param name="number">The request.</param>
    /// <param name="letter">Which letter.</param>
    /// <param name="values">What was typed, without mistakes.</param>
    /// <param name="form">The form's own key; it becomes the letter's id.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="DisclosureRuleException">It does not fit, or something that it must say is missing.</exception>
    public async Task MakeAsync(string number, HandLetter letter, FormValues values, Guid form, CancellationToken cancellation = default)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        if (await db.Set<LetterRow>().AnyAsync(row => row.Id == form, cancellation))
        {
            return;
        }

        var request = await db.Set<DisclosureRequest>().SingleAsync(r => r.Number == number, cancellation);
        var (history, calendar) = (await log.ReadAsync(request.Id, cancellation), await calendars.CurrentAsync(cancellation));
        var of = await cases.OfAsync(request, calendar, cancellation);
        var occasion = new FormOccasion(history, of.Wanted, clock.Today, calendar, actor.Current) { Letters = letter.IsProof ? await reading.SentAsync(request.Id, history.Matter, cancellation) : [] };
        var made = await making.ByHandAsync(request, letter.Draft(values, of, occasion), of, history, form, cancellation);
        audit.Record("request.letter-written", nameof(DisclosureRequest), number, made);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // The same form at the same moment: the first one keeps its letter. Anything else is told to the person.
            throw new DisclosureRuleException(Rules.Register, "这件文书刚才已经保存，或者没有保存成功。请回到申请页面查看，没有的再写一次。");
        }

        await unit.CommitAsync(cancellation);
    }
}
