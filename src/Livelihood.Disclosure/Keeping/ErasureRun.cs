using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Keeping;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Persons;
using Livelihood.Disclosure.Redaction;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Livelihood.Disclosure.Keeping;

/// <summary>
/// Deletes personal data of requests after their time: who asked, papers, texts of letters, files for the reply, who was
/// consulted, and the keys by which a person is found. Numbers, events, deadlines, letters' numbers and the audit chain
/// stay. A batch is a transaction; whoever comes second, or is stopped, changes nothing by it.
/// </summary>
internal sealed class ErasureRun(PortalDbContext db, KeepingRules rules, IAuditTrail audit, ChinaClock clock, ILogger<ErasureRun> log)
{
    private const int BatchSize = 50;

    /// <summary>Deletes what is due today. Returns of how many requests.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var rule = await rules.InForceAsync(clock.Today, cancellation);
        if (rule.EndedBefore(clock.Today) is not { } before)
        {
            return 0;
        }

        await ForgetMailsAsync(before, cancellation);
        var done = 0;
        for (int erased; (erased = await EraseBatchAsync(rule, before, cancellation)) > 0; done += erased)
        {
        }

        return done;
    }

    private async Task<int> EraseBatchAsync(KeepingRule rule, DateOnly before, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var unit = await db.BeginUnitAsync(cancellation);
        var batch = await DueRequests.Of(db, before).AsNoTracking().OrderBy(r => r.EndedOn).ThenBy(r => r.Id).Take(BatchSize).ToListAsync(cancellation);
        if (batch.Count == 0)
        {
            return 0;
        }

        var ids = batch.ConvertAll(r => r.Id);
        var papers = await CountAsync(db.Set<Paper>().Where(p => ids.Contains(p.RequestId)).GroupBy(p => p.RequestId), cancellation);
        var files = await CountAsync(db.Set<RedactedFile>().Where(f => ids.Contains(f.RequestId)).GroupBy(f => f.RequestId), cancellation);
        var letters = await CountAsync(db.Set<LetterRow>().Where(l => ids.Contains(l.RequestId)).GroupBy(l => l.RequestId), cancellation);
        await DeleteAsync(ids, cancellation);
        db.RemoveRange(await db.Set<RequesterRow>().Where(who => ids.Contains(who.RequestId)).ToListAsync(cancellation)); // tracked: a second node finds them gone
        foreach (var request in batch)
        {
            db.Add(new ErasureRow { RequestId = request.Id, On = clock.Today, Years = rule.Years, RuleVersion = rule.Version });
            audit.Record("request.personal-data-erased", nameof(DisclosureRequest), request.Number, new
            {
                rule.Years, rule.Version, request.EndedOn,
                Papers = papers.GetValueOrDefault(request.Id), Files = files.GetValueOrDefault(request.Id), LetterTexts = letters.GetValueOrDefault(request.Id),
            });
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
            await unit.CommitAsync(cancellation);
            return batch.Count;
        }
        catch (DbUpdateException faster)
        {
            log.LogInformation(faster, "Another node deletes personal data at the same time; the next run does what it leaves");
            return 0;
        }
    }

    private async Task DeleteAsync(List<Guid> ids, CancellationToken cancellation)
    {
        var contents = await db.Set<Paper>().Where(p => ids.Contains(p.RequestId)).Select(p => p.ContentId).ToListAsync(cancellation);
        await db.Set<Paper>().Where(p => ids.Contains(p.RequestId)).ExecuteDeleteAsync(cancellation);
        await db.Set<PaperContent>().Where(c => contents.Contains(c.Id)).ExecuteDeleteAsync(cancellation);
        await db.Set<RedactedFile>().Where(f => ids.Contains(f.RequestId)).ExecuteDeleteAsync(cancellation);
        await db.Set<LetterTextRow>().Where(t => db.Set<LetterRow>().Any(l => l.Id == t.LetterId && ids.Contains(l.RequestId))).ExecuteDeleteAsync(cancellation);
        await db.Set<PersonKeyRow>().Where(k => ids.Contains(k.RequestId)).ExecuteDeleteAsync(cancellation);
        await db.Set<EventPartyRow>().Where(p => ids.Contains(p.RequestId)).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Mails about requests from before the day that are there yet, as all once were kept, and those of a portal without a mail server wait: the addresses stand in them.</summary>
    private Task<int> ForgetMailsAsync(DateOnly before, CancellationToken cancellation)
    {
        var until = ChinaClock.StartOf(before);
        var (information, correction) = (RequestMail.Subject(RequestMatter.Information), RequestMail.Subject(RequestMatter.Correction));
        return db.Set<OutboxMessage>().Where(m => m.CreatedUtc < until && (m.Subject.StartsWith(information) || m.Subject.StartsWith(correction))).ExecuteDeleteAsync(cancellation);
    }

    private static async Task<Dictionary<Guid, int>> CountAsync<T>(IQueryable<IGrouping<Guid, T>> rows, CancellationToken cancellation) =>
        await rows.Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
}
