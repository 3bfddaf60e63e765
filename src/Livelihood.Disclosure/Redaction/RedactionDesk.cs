using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain.Redaction;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Redaction;

/// <summary>Something about a file for the reply was refused; the message is Chinese and says what to do.</summary>
/// <param name="field">The field, or empty.</param>
/// <param name="message">What is wrong.</param>
public sealed class RedactionRefusedException(string field, string message) : Exception(message)
{
    /// <summary>The field, or empty.</summary>
    public string Field { get; } = field;
}

/// <summary>Somebody else changed the file since it was opened.</summary>
public sealed class RedactionChangedException() : Exception("您打开页面以后，这个文件已被他人修改。请看过最新情况，再办理。");

/// <summary>A file for the reply, readable.</summary>
/// <param name="File">The row.</param>
/// <param name="Sheet">Its text and marks.</param>
public sealed record OpenedFile(RedactedFile File, RedactionSheet Sheet);

/// <summary>
/// Files for the reply of a request that are made of text with passages blacked out. When they may change, <see
/// cref="ReplyFileGate"/> says. The caller has asked <see cref="Register.RequestAccess"/>.
/// </summary>
public sealed class RedactionDesk(
    PortalDbContext db, RedactionVault vault, RedactionPrint print, ReplyFileGate gate, IAuditTrail audit, ICurrentActor actor, ChinaClock clock)
{
    /// <summary>Most files of a request.</summary>
    public const int MostFiles = 50;

    /// <summary>The action of reading the text from which a file is made, with all that is blacked out in it.</summary>
    public const string ReadAction = "request.file-read";

    /// <summary>The files of a request, the oldest first.</summary>
    public async Task<IReadOnlyList<OpenedFile>> ListAsync(Guid requestId, CancellationToken cancellation = default) =>
        [.. (await db.Set<RedactedFile>().AsNoTracking().Where(f => f.RequestId == requestId).OrderBy(f => f.MadeUtc).Take(MostFiles).ToListAsync(cancellation)).Select(Open)];

    /// <summary>A file of a request, or null.</summary>
    public async Task<OpenedFile?> FindAsync(Guid requestId, Guid id, CancellationToken cancellation = default) =>
        await db.Set<RedactedFile>().AsNoTracking().FirstOrDefaultAsync(f => f.RequestId == requestId && f.Id == id, cancellation) is { } file ? Open(file) : null;

    /// <summary>Puts on record that a member of staff read the text of a file, blacked out passages included.</summary>
    public async Task RecordReadingAsync(DisclosureRequest request, Guid id, CancellationToken cancellation = default)
    {
        audit.Record(ReadAction, nameof(DisclosureRequest), request.Number, new { File = id });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>What the requester is given with the reply: name and bytes of a file; null where it is not given, or not yet.</summary>
    public async Task<(string Name, byte[] Pdf)?> GivenAsync(DisclosureRequest request, Guid id, CancellationToken cancellation = default) =>
        request.ServedOn is not null && await FindAsync(request.Id, id, cancellation) is { File: { IsGiven: true, Pdf: { } pdf } } file
            ? (Redactor.Redact(file.Sheet).Name, vault.Unprotect(pdf))
            : null;

    /// <summary>The bytes of a file that was made, for the office; null before.</summary>
    public byte[]? PdfOf(OpenedFile file) => file.File.Pdf is { } pdf ? vault.Unprotect(pdf) : null;

    /// <summary>What the reply says of the parts that are withheld in the files given; null where nothing is.</summary>
    public async Task<string?> WithheldAsync(Guid requestId, CancellationToken cancellation = default)
    {
        var lines = (await ListAsync(requestId, cancellation)).Where(file => file.File.IsGiven).Select(file => Redactor.Redact(file.Sheet))
            .SelectMany(text => text.Grounds.Select(ground => $"“{text.Name}”{ground.Text}")).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    /// <summary>Begins a file.</summary>
    /// <param name="request">The request.</param>
    /// <param name="name">What the file is to be called.</param>
    /// <param name="text">Its text.</param>
    /// <param name="remarks">What the handler should know of how it was read; null: nothing.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="RedactionRefusedException">Name or text is missing or too long, or it is too late.</exception>
    public async Task<Guid> AddAsync(DisclosureRequest request, string? name, string? text, IReadOnlyList<string>? remarks = null, CancellationToken cancellation = default)
    {
        var sheet = new RedactionSheet(name?.Trim() ?? "", text?.ReplaceLineEndings("\n").Trim('\n') ?? "", []) { Remarks = remarks ?? [] };
        if (sheet.Name.Length is 0 or > RedactionSheet.LongestName || sheet.Name.Contains('\n', StringComparison.Ordinal))
        {
            throw new RedactionRefusedException("Name", $"请写文件的名称，一行，不超过{RedactionSheet.LongestName}个字。");
        }

        if (string.IsNullOrWhiteSpace(sheet.Text))
        {
            throw new RedactionRefusedException("Text", "请选择文件，或者粘贴文字。");
        }

        if (sheet.Text.Length > RedactionSheet.LongestText)
        {
            throw new RedactionRefusedException("Text", $"文字有{sheet.Text.Length}个字，不能超过{RedactionSheet.LongestText}个字。请分成几个文件。");
        }

        await using var unit = await db.BeginUnitAsync(cancellation);
        await gate.RequireOpenAsync(request.Id, cancellation);
        if (await db.Set<RedactedFile>().CountAsync(f => f.RequestId == request.Id, cancellation) >= MostFiles)
        {
            throw new RedactionRefusedException("", $"一件申请最多{MostFiles}个文件。");
        }

        var file = new RedactedFile { RequestId = request.Id, Sheet = vault.Protect(sheet), MadeUtc = clock.UtcNow, ChangedBy = actor.Current };
        db.Add(file);
        audit.Record("request.file-begun", nameof(DisclosureRequest), request.Number, new { File = file.Id });
        await gate.SaveAsync(unit, cancellation);
        return file.Id;
    }

    /// <summary>Blacks passages out, all on one ground.</summary>
    /// <exception cref="RedactionRefusedException">Something forbids it.</exception>
    /// <exception cref="RedactionChangedException">Somebody else changed the file.</exception>
    public Task MarkAsync(
        DisclosureRequest request, Guid id, int revision, IReadOnlyList<string> passages, string? ground, string? reason, CancellationToken cancellation = default) =>
        ChangeAsync(request, id, revision, "request.file-marked", (file, sheet) =>
        {
            if (passages.Count == 0)
            {
                throw new RedactionRefusedException("Passage", "请选择要涂黑的句子，或者填写要涂黑的文字。");
            }

            foreach (var mark in passages.Select(passage => new RedactionMark(passage.Trim(), ground ?? "", reason?.Trim() ?? "")))
            {
                if (Redactor.Objection(sheet, mark) is { } objection)
                {
                    throw new RedactionRefusedException("Passage", passages.Count == 1 ? objection : $"“{Short(mark.Passage)}”：{objection}");
                }

                sheet = sheet.Marks.Any(known => known == mark) ? sheet : sheet with { Marks = [.. sheet.Marks, mark] };
            }

            return sheet.Marks.Count > RedactionSheet.MostMarks
                ? throw new RedactionRefusedException("Passage", $"一个文件最多涂黑{RedactionSheet.MostMarks}处不同的文字。")
                : Task.FromResult(Changed(file, sheet));
        }, cancellation);

    /// <summary>Takes a mark back.</summary>
    /// <exception cref="RedactionChangedException">Somebody else changed the file.</exception>
    public Task UnmarkAsync(DisclosureRequest request, Guid id, int revision, int index, CancellationToken cancellation = default) =>
        ChangeAsync(request, id, revision, "request.file-unmarked", (file, sheet) => Task.FromResult(index < 0 || index >= sheet.Marks.Count
            ? throw new RedactionChangedException()
            : Changed(file, sheet with { Marks = [.. sheet.Marks.Where((_, i) => i != index)] })), cancellation);

    /// <summary>Makes the PDF.</summary>
    /// <exception cref="Formats.Pdf.PdfUnavailableException">It cannot be printed now.</exception>
    /// <exception cref="RedactionChangedException">Somebody else changed the file.</exception>
    public Task PrintAsync(DisclosureRequest request, Guid id, int revision, CancellationToken cancellation = default) =>
        ChangeAsync(request, id, revision, "request.file-made", async (file, sheet) =>
        {
            file.Pdf = vault.Protect(await print.PrintAsync(Redactor.Redact(sheet), cancellation));
            return file;
        }, cancellation);

    /// <summary>Chooses whether the requester is given the file with the reply.</summary>
    /// <exception cref="RedactionRefusedException">It was not made yet.</exception>
    /// <exception cref="RedactionChangedException">Somebody else changed the file.</exception>
    public Task GiveAsync(DisclosureRequest request, Guid id, int revision, bool isGiven, CancellationToken cancellation = default) =>
        ChangeAsync(request, id, revision, isGiven ? "request.file-given" : "request.file-kept", (file, _) =>
        {
            file.IsGiven = isGiven && file.Pdf is null ? throw new RedactionRefusedException("", "请先制作PDF并核对，再选择提供。") : isGiven;
            return Task.FromResult(file);
        }, cancellation);

    /// <summary>Removes a file that was begun in vain.</summary>
    /// <exception cref="RedactionChangedException">Somebody else changed the file.</exception>
    public Task RemoveAsync(DisclosureRequest request, Guid id, int revision, CancellationToken cancellation = default) =>
        ChangeAsync(request, id, revision, "request.file-removed", (file, _) => Task.FromResult(db.Remove(file).Entity), cancellation);

    // Another text needs to be made and looked at anew.
    private RedactedFile Changed(RedactedFile file, RedactionSheet sheet)
    {
        (file.Sheet, file.Pdf, file.IsGiven) = (vault.Protect(sheet), null, false);
        return file;
    }

    private async Task ChangeAsync(
        DisclosureRequest request, Guid id, int revision, string action, Func<RedactedFile, RedactionSheet, Task<RedactedFile>> change, CancellationToken cancellation)
    {
        await gate.LookAsync(request.Id, cancellation);
        var file = await db.Set<RedactedFile>().FirstOrDefaultAsync(f => f.RequestId == request.Id && f.Id == id, cancellation);
        if (file is null || file.Revision != revision)
        {
            throw new RedactionChangedException();
        }

        // To print takes seconds, in which nobody else is to wait.
        await change(file, vault.Unprotect(file.Sheet));
        await using var unit = await db.BeginUnitAsync(cancellation);
        await gate.RequireOpenAsync(request.Id, cancellation);
        (file.ChangedBy, file.Revision) = (actor.Current, file.Revision + 1);
        audit.Record(action, nameof(DisclosureRequest), request.Number, new { File = id });
        await gate.SaveAsync(unit, cancellation);
    }

    private OpenedFile Open(RedactedFile file) => new(file, vault.Unprotect(file.Sheet));

    private static string Short(string text) => text.Length > 20 ? text[..20] + "…" : text;
}
