using Livelihood.Content.Media;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Livelihood.Disclosure.Papers;

/// <summary>
/// Papers on their way: a form without scripts has several steps, and a browser sends a file once. What was sent waits,
/// encrypted, under the form's secret, whatever else is wrong in the form, and goes into the request when the form does.
/// </summary>
public sealed class WaitingPapers(
    PortalDbContext db, PaperVault vault, PaperInspection inspection, ICurrentActor actor, ChinaClock clock, IOptions<DisclosureOptions> options)
{
    /// <summary>How long a paper waits.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    /// <summary>The fields of a form, for the page.</summary>
    public async Task<PaperFields> FieldsAsync(SubmissionKey form, string title, string hint, CancellationToken cancellation = default) =>
        new(await ListAsync(form, cancellation), title, hint, options.Value.PapersAtOnce, options.Value.PaperMegabytes);

    /// <summary>What a form brought so far.</summary>
    public async Task<IReadOnlyList<KeptPaper>> ListAsync(SubmissionKey form, CancellationToken cancellation = default) =>
        [.. (await Of(form).AsNoTracking().OrderBy(w => w.Place).ThenBy(w => w.Id).ToListAsync(cancellation)).Select(w => new KeptPaper(
            w.Id, vault.ReadName(w.Id, w.Name) ?? KeptPaper.Unreadable, MediaKind.Named(w.Kind)!, w.Length, PaperOf.Requester, w.KeptUtc, IsByStaff: false))];

    /// <summary>Takes what a form brings, and drops what its sender does not want any more.</summary>
    /// <returns>What was refused, in Chinese sentences that say what to do; the rest was kept.</returns>
    public async Task<IReadOnlyList<string>> TakeAsync(SubmissionKey form, IFormCollection typed, CancellationToken cancellation = default)
    {
        var mistakes = new List<string>();
        var kept = await Of(form).CountAsync(cancellation);
        if (int.TryParse(typed[PaperFields.Shown], out var shown) && shown > kept)
        {
            mistakes.Add($"附件只保留{Lasts.TotalHours:0}小时，先前选的{shown - kept}份已经过期，没有随表提交。请重新选择；不需要附件的，直接继续。");
        }

        kept -= await DropAsync(form, [.. typed[PaperFields.Drop].Select(id => Guid.TryParse(id, out var read) ? read : Guid.Empty)], cancellation);
        foreach (var file in typed.Files.GetFiles(PaperFields.Files).Where(file => file.FileName.Length > 0))
        {
            try
            {
                kept += await KeepAsync(form, file, kept, cancellation) ? 1 : 0;
            }
            catch (UploadRefusedException refused)
            {
                mistakes.Add($"“{Short(file.FileName)}”没有收下：{refused.Message}");
            }
        }

        return mistakes;
    }

    /// <summary>Stages the papers of a form for a request, in the transaction that is open; the form keeps its own, so that sending it twice is the same.</summary>
    /// <returns>What the audit entry says of them.</returns>
    public async Task<IReadOnlyList<PaperAdded>> AttachAsync(SubmissionKey form, DisclosureRequest request, int sequence, CancellationToken cancellation = default)
    {
        var added = new List<PaperAdded>();
        foreach (var waiting in await Of(form).AsNoTracking().OrderBy(w => w.Place).ThenBy(w => w.Id).ToListAsync(cancellation))
        {
            // The bytes go from row to row: the largest papers need no room in memory.
            var content = Guid.CreateVersion7();
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO disclosure_paper_contents ("Id", "Bytes") SELECT {content}, "Bytes" FROM disclosure_paper_contents WHERE "Id" = {waiting.ContentId}""", cancellation);
            var paper = new Paper
            {
                RequestId = request.Id,
                ContentId = content,
                Seal = waiting.Id,
                Name = waiting.Name,
                Kind = waiting.Kind,
                Length = waiting.Length,
                Of = PaperOf.Requester,
                Sequence = sequence,
                Place = added.Count,
                AddedUtc = clock.UtcNow,
                Actor = actor.Current,
            };
            db.Add(paper);
            added.Add(new(paper.Id, paper.Kind, paper.Length));
        }

        return added;
    }

    /// <summary>Forgets what waited too long.</summary>
    public async Task<int> ForgetAsync(CancellationToken cancellation = default)
    {
        var before = clock.UtcNow - Lasts;
        return await DeleteAsync(db.Set<WaitingPaper>().Where(w => w.KeptUtc < before), cancellation);
    }

    private async Task<bool> KeepAsync(SubmissionKey form, IFormFile file, int kept, CancellationToken cancellation)
    {
        if (file.Length == 0)
        {
            throw new UploadRefusedException("文件是空的。请检查后重新选择。");
        }

        await using var content = file.OpenReadStream();
        var paper = await inspection.ReadAsync(content, file.FileName, cancellation);
        if (await IsKeptAsync(form, paper, cancellation))
        {
            return false;
        }

        if (kept >= options.Value.PapersAtOnce)
        {
            throw new UploadRefusedException($"一次最多附{options.Value.PapersAtOnce}份。请合并成一个PDF，或者移除不需要的。");
        }

        if (await db.Set<WaitingPaper>().SumAsync(w => w.Length, cancellation) + paper.Bytes.Length > options.Value.WaitingPaperMegabytes * 1024L * 1024)
        {
            throw new UploadRefusedException("现在提交附件的人太多。请过一会儿再试；着急的，可以先不带附件提交。");
        }

        var last = await Of(form).MaxAsync(w => (int?)w.Place, cancellation) ?? -1;
        var id = Guid.CreateVersion7();
        var row = new PaperContent { Bytes = vault.Protect(id, paper.Bytes) };
        db.Add(row);
        db.Add(new WaitingPaper
        {
            Id = id, Form = form.Papers, ContentId = row.Id, Name = vault.ProtectName(id, paper.Name), Kind = paper.Kind.Name, Length = paper.Bytes.Length, Place = last + 1, KeptUtc = clock.UtcNow,
        });
        await db.SaveChangesAsync(cancellation);
        db.Entry(row).State = EntityState.Detached;
        return true;
    }

    /// <summary>Whether this form brought the same file before, as when a page is sent again.</summary>
    private async Task<bool> IsKeptAsync(SubmissionKey form, InspectedPaper paper, CancellationToken cancellation)
    {
        var alike = await (from waiting in Of(form)
                           where waiting.Length == paper.Bytes.Length && waiting.Kind == paper.Kind.Name
                           join content in db.Set<PaperContent>() on waiting.ContentId equals content.Id
                           select new { waiting.Id, waiting.Name, content.Bytes }).AsNoTracking().ToListAsync(cancellation);
        return alike.Exists(one => vault.ReadName(one.Id, one.Name) == paper.Name && vault.Unprotect(one.Id, one.Bytes).AsSpan().SequenceEqual(paper.Bytes));
    }

    private Task<int> DropAsync(SubmissionKey form, IReadOnlyList<Guid> ids, CancellationToken cancellation) =>
        ids.Count == 0 ? Task.FromResult(0) : DeleteAsync(Of(form).Where(w => ids.Contains(w.Id)), cancellation);

    private async Task<int> DeleteAsync(IQueryable<WaitingPaper> papers, CancellationToken cancellation)
    {
        var gone = await papers.Select(w => new { w.Id, w.ContentId }).ToListAsync(cancellation);
        var (ids, contents) = (gone.ConvertAll(w => w.Id), gone.ConvertAll(w => w.ContentId));
        await db.Set<WaitingPaper>().Where(w => ids.Contains(w.Id)).ExecuteDeleteAsync(cancellation);
        await db.Set<PaperContent>().Where(c => contents.Contains(c.Id)).ExecuteDeleteAsync(cancellation);
        return gone.Count;
    }

    private IQueryable<WaitingPaper> Of(SubmissionKey form)
    {
        var key = form.Papers;
        return db.Set<WaitingPaper>().Where(w => w.Form == key);
    }

    private static string Short(string name) => name.Length > 40 ? name[..40] + "…" : name;
}

/// <summary>What the audit chain says of a paper.</summary>
public sealed record PaperAdded(Guid Id, string Kind, long Length);
