using System.Text.Json;
using Livelihood.Content.Items;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.AnnualReports;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.AnnualReports;

/// <summary>An annual report as it stands.</summary>
/// <param name="Scope">Who reports, and when.</param>
/// <param name="Document">What it says.</param>
/// <param name="Sources">Where the typed figures are from, by table.</param>
/// <param name="Revision">How often it was saved; 0: never.</param>
/// <param name="Checks">What was checked.</param>
/// <param name="Item">The newest version of what is published, or null before its draft was written.</param>
public sealed record ReportView(
    ReportScope Scope, ReportDocument Document, IReadOnlyDictionary<int, string> Sources, int Revision, IReadOnlyList<ReportCheck> Checks, ContentVersion? Item);

/// <summary>Reads annual reports: typed parts from their rows, counted ones from the register as it is now.</summary>
public sealed class ReportReading(PortalDbContext db, RegisterFigures register, ReportScopes scopes, CarriedDifferences differences, ChinaClock clock)
{
    /// <summary>The address of a published report's tables as CSV, below the portal's root.</summary>
    public static string DataAddress(string agencyId, int year) => $"/disclosure/reports/{agencyId}/{year}.csv";

    /// <summary>A report.</summary>
    public async Task<ReportView> ReadAsync(ReportScope scope, CancellationToken cancellation = default)
    {
        var row = await FindAsync(scope, cancellation);
        var figures = await register.CountAsync(scope.Counted, scope.Year, cancellation);
        var texts = row is not null
            ? new ReportTexts(row.Overview, row.Problems, row.Other)
            : ReportTexts.Beginning(
                figures, await register.FeesAsync(scope.Counted, scope.Year, cancellation), await register.TimelinessAsync(scope.Counted, scope.Year, cancellation));
        var document = new ReportDocument(scope.Agency.Name, scope.Year.Year, scope.Counted.Count, figures, row is null ? new Dictionary<string, decimal>() : TypedOf(row.Typed), texts);
        return new(
            scope, document, new Dictionary<int, string> { [2] = row?.SourceOfTwo ?? "", [3] = row?.SourceOfLast ?? "", [4] = row?.SourceOfFour ?? "" }, row?.Revision ?? 0,
            [ReportChecks.Balance(figures), await CarriedOverAsync(scope, figures, document.Typed, row?.SourceOfLast, cancellation)],
            row?.ItemId is { } item ? await db.Set<ContentVersion>().AsNoTracking().Include(version => version.Item).FirstAsync(version => version.ItemId == item && version.Latest, cancellation) : null);
    }

    /// <summary>Whether last year's report was not written and published here, so that what it carried out has to be typed.</summary>
    public async Task<bool> IsFirstAsync(ReportScope scope, CancellationToken cancellation = default) =>
        await PublishedAsync(scope.Agency.Id, scope.Year.Year - 1, cancellation) is null;

    /// <summary>The report behind a content item as it would be written now, with what it still lacks; null where there is none.</summary>
    public async Task<(ReportView View, IReadOnlyList<string> Gaps)?> BehindAsync(string itemId, CancellationToken cancellation = default)
    {
        if (await db.Set<AnnualReport>().AsNoTracking().FirstOrDefaultAsync(report => report.ItemId == itemId, cancellation) is not { } row
            || await scopes.OfAsync(row.AgencyId, row.Year, cancellation) is not { } scope)
        {
            return null;
        }

        var view = await ReadAsync(scope, cancellation);
        return (view, view.Document.Gaps(view.Sources, clock.Today));
    }

    /// <summary>What the public sees of a report's tables: as they were counted for the published version; null where none is published.</summary>
    public async Task<IReadOnlyList<ReportTable>?> PublishedTablesAsync(string agencyId, int year, CancellationToken cancellation = default) =>
        await PublishedAsync(agencyId, year, cancellation) is { } draft
            ? [ReportTables.Proactive(TypedOf(draft.Typed)), ReportTables.Requests(FiguresOf(draft)), ReportTables.Disputes(TypedOf(draft.Typed))]
            : null;

    /// <summary>The typed figures as a row holds them.</summary>
    internal static Dictionary<string, decimal> TypedOf(string json) => JsonSerializer.Deserialize<Dictionary<string, decimal>>(json)!;

    internal Task<AnnualReport?> FindAsync(ReportScope scope, CancellationToken cancellation) =>
        db.Set<AnnualReport>().FirstOrDefaultAsync(report => report.AgencyId == scope.Agency.Id && report.Year == scope.Year.Year, cancellation);

    private static RequestFigures FiguresOf(AnnualReportDraft draft) => new(JsonSerializer.Deserialize<List<RequestFigure>>(draft.Figures)!);

    /// <summary>The newest draft that is not newer than the published version.</summary>
    private async Task<AnnualReportDraft?> PublishedAsync(string agencyId, int year, CancellationToken cancellation) => await (
        from report in db.Set<AnnualReport>()
        join published in db.Set<ContentVersion>() on report.ItemId equals published.ItemId
        join draft in db.Set<AnnualReportDraft>() on report.Id equals draft.ReportId
        where report.AgencyId == agencyId && report.Year == year && published.Published && draft.Version <= published.Number
        orderby draft.Version descending
        select draft).AsNoTracking().FirstOrDefaultAsync(cancellation);

    private async Task<ReportCheck> CarriedOverAsync(
        ReportScope scope, RequestFigures figures, IReadOnlyDictionary<string, decimal> typed, string? source, CancellationToken cancellation)
    {
        var (year, carriedIn) = (scope.Year.Year, figures[ReportRow.CarriedIn, null]);
        if (await PublishedAsync(scope.Agency.Id, year - 1, cancellation) is not { } last)
        {
            return ReportChecks.CarriedOver(year, carriedIn, typed.TryGetValue(TypedFigure.LastOut.Key, out var known) ? known : (decimal?)null, source);
        }

        var now = await register.NumbersAsync(scope.Counted, scope.Year, ReportRow.CarriedIn, cancellation);
        return ReportChecks.CarriedOver(year, carriedIn, FiguresOf(last)[ReportRow.CarriedOut, null], await differences.OfAsync(scope, last, now, cancellation));
    }
}
