using Livelihood.Content.Media;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Keeping;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Papers;

/// <summary>A paper with its bytes.</summary>
public sealed record OpenedPaper(string Name, MediaKind Kind, byte[] Bytes);

/// <summary>The papers of a request. The caller has asked <see cref="Register.RequestAccess"/> or the requester's pass.</summary>
public sealed class PaperDesk(PortalDbContext db, PaperVault vault, PaperInspection inspection, IAuditTrail audit, ICurrentActor actor, ChinaClock clock)
{
    /// <summary>The action under which a reading by staff stands in the audit chain.</summary>
    public const string ReadAction = "request.paper-read";

    /// <summary>Most papers of a request.</summary>
    public const int Most = 100;

    /// <summary>Whether people with these roles may open papers: who handles and who decides.</summary>
    public static bool MayRead(IReadOnlySet<EventSource> sources) => sources.Contains(EventSource.Handler) || sources.Contains(EventSource.Head);

    /// <summary>The papers of a request, the oldest first; not what is given with the reply, see <see cref="Redaction.OriginalDesk"/>.</summary>
    public Task<IReadOnlyList<KeptPaper>> ListAsync(Guid requestId, CancellationToken cancellation = default) =>
        ListAsync(db.Set<Paper>().AsNoTracking().Where(p => p.RequestId == requestId && p.Of != PaperOf.Reply), cancellation);

    /// <summary>These papers, the oldest first.</summary>
    internal async Task<IReadOnlyList<KeptPaper>> ListAsync(IQueryable<Paper> papers, CancellationToken cancellation) =>
        [.. (await papers.OrderBy(p => p.AddedUtc).ThenBy(p => p.Place).ThenBy(p => p.Id).Take(Most).ToListAsync(cancellation))
            .Select(p => new KeptPaper(p.Id, vault.ReadName(p.Seal, p.Name) ?? KeptPaper.Unreadable, MediaKind.Named(p.Kind)!, p.Length, p.Of, p.AddedUtc, p.Actor != HttpActor.Public))];

    /// <summary>A paper as its requester opens it; null where there is none, or it is the office's own.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">What is kept was changed, or the keys are not those it was written with.</exception>
    public async Task<OpenedPaper?> OpenAsync(Guid requestId, Guid id, CancellationToken cancellation = default) =>
        await db.Set<Paper>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.RequestId == requestId && p.Of == PaperOf.Requester, cancellation) is { } paper
            ? await OpenAsync(paper, cancellation)
            : null;

    /// <summary>A paper as staff open it: an audited reading of personal data; null where there is none.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">What is kept was changed, or the keys are not those it was written with.</exception>
    public async Task<OpenedPaper?> ReadByStaffAsync(DisclosureRequest request, Guid id, CancellationToken cancellation = default)
    {
        if (await db.Set<Paper>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.RequestId == request.Id && p.Of != PaperOf.Reply, cancellation) is not { } paper)
        {
            return null;
        }

        audit.Record(ReadAction, nameof(DisclosureRequest), request.Number, new { Paper = id, paper.Kind });
        await db.SaveChangesAsync(cancellation);
        return await OpenAsync(paper, cancellation);
    }

    /// <summary>Adds what the office scanned; all of it or nothing.</summary>
    /// <exception cref="UploadRefusedException">Something is not taken; the message is Chinese and says what to do.</exception>
    public async Task AddAsync(DisclosureRequest request, IReadOnlyList<IFormFile> files, PaperOf of, CancellationToken cancellation = default)
    {
        if (files.Count == 0)
        {
            throw new UploadRefusedException("请选择文件。");
        }

        if (await db.Set<ErasureRow>().AnyAsync(e => e.RequestId == request.Id, cancellation))
        {
            throw new UploadRefusedException("这件申请的个人信息已经按规定删除，不能再加材料。");
        }

        if (await db.Set<Paper>().CountAsync(p => p.RequestId == request.Id, cancellation) + files.Count > Most)
        {
            throw new UploadRefusedException($"一件申请最多{Most}份材料。请合并成一个PDF。");
        }

        var read = new List<InspectedPaper>();
        foreach (var file in files)
        {
            read.Add(await ReadAsync(file, cancellation));
        }

        foreach (var (place, paper) in read.Index())
        {
            var kept = Keep(request, paper, place, of);
            audit.Record("request.paper-added", nameof(DisclosureRequest), request.Number, new { Paper = kept.Id, kept.Kind, kept.Length, Of = of.ToString() });
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Removes what the office added by mistake; what the requester sent stays. False where it is not there, or is the requester's own upload.</summary>
    public async Task<bool> RemoveAsync(DisclosureRequest request, Guid id, CancellationToken cancellation = default)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        if (await db.Set<Paper>().FirstOrDefaultAsync(p => p.Id == id && p.RequestId == request.Id && p.Of != PaperOf.Reply && p.Actor != HttpActor.Public, cancellation) is not { } paper)
        {
            return false;
        }

        db.Remove(paper);
        audit.Record("request.paper-removed", nameof(DisclosureRequest), request.Number, new { Paper = id, paper.Kind, paper.Length, paper.Actor });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // a colleague was faster
        }

        await db.Set<PaperContent>().Where(c => c.Id == paper.ContentId).ExecuteDeleteAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return true;
    }

    private async Task<InspectedPaper> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        try
        {
            await using var content = file.OpenReadStream();
            return await inspection.ReadAsync(content, file.FileName, cancellation);
        }
        catch (UploadRefusedException refused)
        {
            throw new UploadRefusedException($"“{file.FileName}”没有收下：{refused.Message}", refused);
        }
    }

    /// <summary>Stages a paper and its encrypted bytes; the caller saves, and says so in the audit chain.</summary>
    internal Paper Keep(DisclosureRequest request, InspectedPaper read, int place, PaperOf of)
    {
        var seal = Guid.CreateVersion7();
        var kept = new PaperContent { Bytes = vault.Protect(seal, read.Bytes) };
        var paper = new Paper
        {
            RequestId = request.Id,
            ContentId = kept.Id,
            Seal = seal,
            Name = vault.ProtectName(seal, read.Name),
            Kind = read.Kind.Name,
            Length = read.Bytes.Length,
            Of = of,
            Sequence = request.Revision,
            Place = place,
            AddedUtc = clock.UtcNow,
            Actor = actor.Current,
        };
        db.Add(kept);
        db.Add(paper);
        return paper;
    }

    /// <summary>A paper, readable.</summary>
    internal async Task<OpenedPaper> OpenAsync(Paper paper, CancellationToken cancellation)
    {
        var bytes = await db.Set<PaperContent>().AsNoTracking().Where(c => c.Id == paper.ContentId).Select(c => c.Bytes).SingleAsync(cancellation);
        return new(vault.ReadName(paper.Seal, paper.Name) ?? "材料" + MediaKind.Named(paper.Kind)!.Extensions[0], MediaKind.Named(paper.Kind)!, vault.Unprotect(paper.Seal, bytes));
    }
}
