using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.AnnualReports;

/// <summary>What people type into a report.</summary>
/// <param name="Typed">Tables two and four.</param>
/// <param name="Sources">Where they are from, by table.</param>
/// <param name="Texts">The other sections.</param>
public sealed record ReportEntry(IReadOnlyDictionary<string, decimal> Typed, IReadOnlyDictionary<int, string> Sources, ReportTexts Texts);

/// <summary>Somebody else saved the report meanwhile.</summary>
public sealed class ReportChangedException() : Exception("您打开页面以后，别人保存过这份年度报告。您填写的内容还在下面，请核对以后再保存。");

/// <summary>Saves annual reports, and writes them as drafts of what is published. The caller has asked <see cref="ReportScopes"/>.</summary>
public sealed class ReportSaving(PortalDbContext db, ReportReading reading, RegisterFigures register, IContentStore store, IAuditTrail audit, ChinaClock clock)
{
    /// <summary>The longest text about where figures are from, in characters.</summary>
    public const int LongestSource = 500;

    private const string ContentType = "AnnualReport";

    /// <summary>第二十条第十五项: what else a law says is to be published; here 第四十九条.</summary>
    private const string Category = "20-15";

    /// <summary>Saves what was typed.</summary>
    /// <param name="scope">The report.</param>
    /// <param name="entry">What was typed.</param>
    /// <param name="revision">How often the report had been saved when the form was opened.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ReportChangedException">Somebody else was faster.</exception>
    public async Task SaveAsync(ReportScope scope, ReportEntry entry, int revision, CancellationToken cancellation = default)
    {
        var row = await reading.FindAsync(scope, cancellation);
        if ((row?.Revision ?? 0) != revision)
        {
            throw new ReportChangedException();
        }

        var typed = JsonSerializer.Serialize(entry.Typed.OrderBy(figure => figure.Key, StringComparer.Ordinal).ToDictionary());
        if (row is null)
        {
            db.Add(row = new() { AgencyId = scope.Agency.Id, Year = scope.Year.Year, Typed = typed, SourceOfTwo = "", SourceOfFour = "", Overview = "", Problems = "", Other = "" });
        }

        (row.Typed, row.SourceOfTwo, row.SourceOfLast, row.SourceOfFour) = (typed, entry.Sources[2], entry.Sources.GetValueOrDefault(3, ""), entry.Sources[4]);
        (row.Overview, row.Problems, row.Other) = (entry.Texts.Overview, entry.Texts.Problems, entry.Texts.Other);
        row.Revision++;
        audit.Record("annual-report.saved", nameof(AnnualReport), Subject(scope), new { row.Revision, entry.Typed, entry.Sources });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            throw new ReportChangedException();
        }
    }

    /// <summary>
    /// Writes the report, with the register's figures of this moment, as a draft of the content item that goes through
    /// secrecy review to publication.
    /// </summary>
    /// <returns>The draft.</returns>
    /// <exception cref="ContentRefusedException">The item's newest version is being decided on, or somebody else wrote it.</exception>
    public async Task<ContentVersion> WriteDraftAsync(ReportScope scope, CancellationToken cancellation = default)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        var view = await reading.ReadAsync(scope, cancellation);
        var row = await reading.FindAsync(scope, cancellation) ?? throw new ContentRefusedException("请先填写并保存报告的其他部分，再写入草稿。");
        var data = Written(view, view.Item?.Parts ?? new ContentData(new DisclosureRecordPart { Category = Category, Abstract = $"{scope.Agency.Name}{scope.Year.Year}年政府信息公开工作情况。" }));
        var draft = view.Item is { } item
            ? await store.SaveAsync(item.ItemId, item.Item.Revision, data, cancellation)
            : await store.CreateAsync(new(ContentType, scope.Agency.Id, data), cancellation);
        row.ItemId = draft.ItemId;
        if (!await db.Set<AnnualReportDraft>().AnyAsync(known => known.ReportId == row.Id && known.Version == draft.Number, cancellation))
        {
            db.Add(new AnnualReportDraft
            {
                ReportId = row.Id,
                Version = draft.Number,
                Figures = JsonSerializer.Serialize(view.Document.Figures.Counted),
                Typed = row.Typed,
                CarriedOut = JsonSerializer.Serialize(await register.NumbersAsync(scope.Counted, scope.Year, ReportRow.CarriedOut, cancellation)),
                Counted = JsonSerializer.Serialize(scope.Counted),
                WrittenUtc = clock.UtcNow,
            });
        }

        audit.Record("annual-report.drafted", nameof(AnnualReport), Subject(scope), new { draft.ItemId, Version = draft.Number });
        await db.SaveChangesAsync(cancellation);
        await unit.CommitAsync(cancellation);
        return draft;
    }

    private static ContentData Written(ReportView view, ContentData before)
    {
        var data = ContentData.Parse(before.ToString());
        return data.Set(new TitlePart(view.Document.Title))
            .Set(ContentType, new JsonObject { ["Year"] = new JsonObject { ["Value"] = view.Document.Year } })
            .Set(new MarkdownBodyPart(view.Document.Markdown(ReportReading.DataAddress(view.Scope.Agency.Id, view.Document.Year))));
    }

    private static string Subject(ReportScope scope) => $"{scope.Agency.Id}/{scope.Year.Year}";
}
