using Livelihood.Content.Media;
using Livelihood.Content.Media.Pictures;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Papers;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Redaction;

/// <summary>
/// Files that are given with the reply as they are (R-36-2): a scan, a PDF, a table, in which nothing is to be withheld. They
/// are papers of the request, of a kind of their own, and change under the same gate as those with passages blacked out.
/// The caller has asked <see cref="Register.RequestAccess"/>.
/// </summary>
public sealed class OriginalDesk(PortalDbContext db, PaperDesk papers, PaperInspection inspection, ReplyFileGate gate, IAuditTrail audit)
{
    /// <summary>Most originals of a request.</summary>
    public const int Most = 50;

    /// <summary>The action of reading an original by staff.</summary>
    public const string ReadAction = "request.original-read";

    /// <summary>The originals that are given with the reply, the oldest first.</summary>
    public Task<IReadOnlyList<KeptPaper>> ListAsync(Guid requestId, CancellationToken cancellation = default) => papers.ListAsync(Of(requestId), cancellation);

    /// <summary>Gives a file with the reply. A picture goes without what cameras write into it; everything else goes as it came.</summary>
    /// <param name="request">The request.</param>
    /// <param name="file">The file; null where none was chosen.</param>
    /// <param name="isChecked">Whether the handler says that nothing in it is to be withheld.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="RedactionRefusedException">Something forbids it.</exception>
    /// <exception cref="RedactionChangedException">A reply was proposed meanwhile.</exception>
    public async Task AddAsync(DisclosureRequest request, IFormFile? file, bool isChecked, CancellationToken cancellation = default)
    {
        if (file is null || file.FileName.Length == 0)
        {
            throw new RedactionRefusedException(OriginalFields.File, "请选择要原样提供的文件。");
        }

        if (!isChecked)
        {
            throw new RedactionRefusedException(OriginalFields.Checked, "请核对整个文件，勾选“没有不公开的内容”，再选择一次文件。有不公开内容的，请用涂黑的办法，或者先在文件里删除。");
        }

        await gate.LookAsync(request.Id, cancellation);
        var read = await ReadAsync(file, cancellation);
        await using var unit = await db.BeginUnitAsync(cancellation);
        await gate.RequireOpenAsync(request.Id, cancellation);
        var count = await Of(request.Id).CountAsync(cancellation);
        if (count >= Most)
        {
            throw new RedactionRefusedException(OriginalFields.File, $"一件申请最多原样提供{Most}个文件。请合并成一个PDF。");
        }

        var paper = papers.Keep(request, read, count, PaperOf.Reply);
        audit.Record("request.original-given", nameof(DisclosureRequest), request.Number, new { Paper = paper.Id, paper.Kind, paper.Length, Checked = isChecked });
        await gate.SaveAsync(unit, cancellation);
    }

    /// <summary>Takes a file back, so that it is not given. False where it is not there any more.</summary>
    /// <exception cref="RedactionRefusedException">It is too late.</exception>
    /// <exception cref="RedactionChangedException">A reply was proposed, or a colleague took it back, meanwhile.</exception>
    public async Task<bool> TakeBackAsync(DisclosureRequest request, Guid id, CancellationToken cancellation = default)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        await gate.RequireOpenAsync(request.Id, cancellation);
        if (await Of(request.Id).AsTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation) is not { } paper)
        {
            return false;
        }

        db.Remove(paper);
        db.Remove(new PaperContent { Id = paper.ContentId, Bytes = [] });
        audit.Record("request.original-kept", nameof(DisclosureRequest), request.Number, new { Paper = id, paper.Kind, paper.Length });
        await gate.SaveAsync(unit, cancellation);
        return true;
    }

    /// <summary>An original as staff open it: a reading on record; null where there is none.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">What is kept was changed, or the keys are not those it was written with.</exception>
    public async Task<OpenedPaper?> ReadByStaffAsync(DisclosureRequest request, Guid id, CancellationToken cancellation = default)
    {
        if (await Of(request.Id).FirstOrDefaultAsync(p => p.Id == id, cancellation) is not { } paper)
        {
            return null;
        }

        audit.Record(ReadAction, nameof(DisclosureRequest), request.Number, new { Paper = id, paper.Kind });
        await db.SaveChangesAsync(cancellation);
        return await papers.OpenAsync(paper, cancellation);
    }

    /// <summary>What the requester is given with the reply; null where it is not given, or not yet.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">What is kept was changed, or the keys are not those it was written with.</exception>
    public async Task<OpenedPaper?> GivenAsync(DisclosureRequest request, Guid id, CancellationToken cancellation = default) =>
        request.ServedOn is not null && await Of(request.Id).FirstOrDefaultAsync(p => p.Id == id, cancellation) is { } paper ? await papers.OpenAsync(paper, cancellation) : null;

    private IQueryable<Paper> Of(Guid requestId) => db.Set<Paper>().AsNoTracking().Where(p => p.RequestId == requestId && p.Of == PaperOf.Reply);

    private async Task<InspectedPaper> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        try
        {
            await using var content = file.OpenReadStream();
            var read = await inspection.ReadAsync(content, file.FileName, PaperKinds.Originals, cancellation);
            return read.Kind.IsPicture ? read with { Bytes = Bare(read) } : read;
        }
        catch (UploadRefusedException refused)
        {
            throw new RedactionRefusedException(OriginalFields.File, $"“{file.FileName}”没有收下：{refused.Message}");
        }
    }

    private static byte[] Bare(InspectedPaper picture)
    {
        using var bare = new MemoryStream();
        PictureCopy.Write(picture.Kind, picture.Bytes, bare);
        return bare.ToArray();
    }
}

/// <summary>The fields of the form that gives an original.</summary>
public static class OriginalFields
{
    /// <summary>The file.</summary>
    public const string File = "Original";

    /// <summary>That nothing in it is to be withheld.</summary>
    public const string Checked = "Checked";
}
