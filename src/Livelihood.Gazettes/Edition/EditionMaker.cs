using Livelihood.Content.Items;
using Livelihood.Formats.Pdf;
using Livelihood.Formats.Word;
using Livelihood.Gazettes.Edition.Archive;
using Livelihood.Gazettes.Edition.Printing;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Edition;

/// <summary>Makes the files of an edition that was taken up, and keeps them.</summary>
internal sealed class EditionMaker(
    PortalDbContext db, IContentStore store, IssueAssembly assembly, IssuePrinter printer, IFileStore files, IAuditTrail audit, ChinaClock clock)
{
    /// <summary>
    /// Makes the edition. One that turns out to be made already, or whose issue is not published, is taken off the list; what
    /// files it has stay.
    /// Without Chromium it is made without PDF.
    /// </summary>
    /// <exception cref="PdfUnavailableException">Chromium failed; nothing was kept.</exception>
    public async Task MakeAsync(GazetteEdition edition, CancellationToken cancellation)
    {
        if (await store.PublishedAsync(edition.IssueId, cancellation) is not { } version || !await IsNewAsync(edition, version, cancellation))
        {
            TakeOff(edition);
            await db.SaveChangesAsync(cancellation);
            return;
        }

        var issue = await assembly.PublishedAsync(version, cancellation);
        var pdf = printer.Availability.IsAvailable ? await printer.PrintAsync(issue.Layout, cancellation) : null;
        var pages = pdf?.PageOf ?? new Dictionary<int, int>();
        edition.Sheets = pdf?.Pages;
        edition.Keep(EditionKind.Pdf, pdf is null ? null : await KeepAsync(pdf.Pdf, cancellation));
        edition.Keep(EditionKind.Word, await KeepAsync(WordIssueWriter.Write(issue.Layout, pages, ShortTitle.Of), cancellation));
        edition.Keep(EditionKind.Archive, await KeepArchiveAsync(new(issue, pages, pdf?.Pdf), cancellation));
        Finish(edition, issue, pages, pdf is not null);
        await db.SaveChangesAsync(cancellation);
    }

    private void TakeOff(GazetteEdition edition)
    {
        if (edition.IsMade)
        {
            (edition.State, edition.Message, edition.LeaseUtc) = (EditionState.Done, "制作时缺少Chromium，没有PDF；本期已有新的一版。", null);
        }
        else
        {
            db.Remove(edition);
        }
    }

    /// <summary>Looks up what the edition is made of, and writes it down before the work begins.</summary>
    private async Task<bool> IsNewAsync(GazetteEdition edition, ContentVersion version, CancellationToken cancellation)
    {
        var key = await assembly.KeyAsync(version, cancellation);
        if (edition.IsMade && edition.Key != key)
        {
            return false;
        }

        (edition.Key, edition.Layout) = (key, IssueSheet.LayoutVersion);
        if (edition.Round == 1 && await db.Set<GazetteEdition>().AnyAsync(
            e => e.Id != edition.Id && e.IssueId == edition.IssueId && e.Key == edition.Key && e.Layout == edition.Layout && e.State != EditionState.Failed, cancellation))
        {
            return false;
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node makes this very edition.
            return false;
        }
    }

    private async Task<FileRef> KeepAsync(byte[] bytes, CancellationToken cancellation)
    {
        using var content = new MemoryStream(bytes, writable: false);
        return await files.SaveAsync(content, cancellation);
    }

    private async Task<FileRef> KeepArchiveAsync(ArchiveContent content, CancellationToken cancellation)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using var zip = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
            await ArchiveWriter.WriteAsync(content, zip, cancellation);
            zip.Position = 0;
            return await files.SaveAsync(zip, cancellation);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private void Finish(GazetteEdition edition, AssembledIssue issue, IReadOnlyDictionary<int, int> pages, bool hasPdf)
    {
        edition.Entries.Clear();
        edition.Entries.AddRange(issue.Documents.Select(d => new EditionEntry
        {
            EditionId = edition.Id, Order = d.Order, ItemId = d.Version.ItemId, VersionId = d.Version.Id, Page = pages.TryGetValue(d.Order, out var page) ? page : null,
        }));
        // Which versions they are is known for certain only now: one may have been published meanwhile.
        edition.Key = issue.Key;
        (edition.State, edition.Message) = hasPdf ? (EditionState.Done, Differences(issue, pages)) : (EditionState.WithoutPdf, Bounded(printer.Availability.Explanation));
        (edition.LeaseUtc, edition.MadeUtc) = (null, clock.UtcNow);
        audit.Record("gazette.edition.made", nameof(GazetteEdition), edition.IssueId, new { edition.Key, edition.Layout, edition.PdfHash, edition.WordHash, edition.ArchiveHash });
    }

    /// <summary>Pages that were typed by hand may differ from those of the PDF; staff are told.</summary>
    private static string Differences(AssembledIssue issue, IReadOnlyDictionary<int, int> pages)
    {
        var other = issue.Layout.HasOlderPages ? 0 : issue.Documents.Count(d => d.Entry.Page is { } page && pages[d.Order] != page);
        return other == 0 ? "" : $"有{other}份文件登记的页码与PDF里的不同。请在编排页面按版面重新定页码，或者核对手工填写的页码。";
    }

    private static string Bounded(string text) => text.Length <= 400 ? text : text[..400];
}
