using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.AnnualReports;

/// <summary>An annual report on its way: what people type; what is counted comes from the register .</summary>
public sealed class AnnualReport
{
    /// <summary>The row's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The agency that reports.</summary>
    public required string AgencyId { get; init; }

    /// <summary>The reported year.</summary>
    public required int Year { get; init; }

    /// <summary>Tables two and four as JSON: a number for each <see cref="Domain.AnnualReports.TypedFigure.Key"/>.</summary>
    public required string Typed { get; set; }

    /// <summary>Where table two's figures are from.</summary>
    public required string SourceOfTwo { get; set; }

    /// <summary>Where table four's figures are from.</summary>
    public required string SourceOfFour { get; set; }

    /// <summary>Where last year's carried-out total is from, which is typed where last year's report was not written here; empty where it is not.</summary>
    public string SourceOfLast { get; set; } = "";

    /// <summary>一、总体情况.</summary>
    public required string Overview { get; set; }

    /// <summary>五、存在的主要问题及改进情况.</summary>
    public required string Problems { get; set; }

    /// <summary>六、其他需要报告的事项.</summary>
    public required string Other { get; set; }

    /// <summary>The content item that is published, or null before its draft was written.</summary>
    public string? ItemId { get; set; }

    /// <summary>Two people cannot save at once.</summary>
    public int Revision { get; set; }
}

/// <summary>What was counted when a draft was written; rows are only ever added.</summary>
public sealed class AnnualReportDraft
{
    /// <summary>The report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>The number of the item's version.</summary>
    public required int Version { get; init; }

    /// <summary>Table three as JSON: a list of <see cref="Domain.AnnualReports.RequestFigure"/>.</summary>
    public required string Figures { get; init; }

    /// <summary>Tables two and four, as <see cref="AnnualReport.Typed"/>.</summary>
    public required string Typed { get; init; }

    /// <summary>The numbers of the requests that are carried out, as JSON.</summary>
    public required string CarriedOut { get; init; }

    /// <summary>The codes of the agencies that were counted, as JSON; null in rows of before they were kept.</summary>
    public string? Counted { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset WrittenUtc { get; init; }
}

/// <summary>The tables of annual reports.</summary>
internal sealed class AnnualReportModel : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<AnnualReport>(report =>
        {
            report.ToTable("disclosure_annual_reports");
            report.Property(r => r.SourceOfTwo).HasMaxLength(ReportSaving.LongestSource);
            report.Property(r => r.SourceOfFour).HasMaxLength(ReportSaving.LongestSource);
            report.Property(r => r.SourceOfLast).HasMaxLength(ReportSaving.LongestSource).HasDefaultValue("");
            report.Property(r => r.ItemId).HasMaxLength(26);
            report.Property(r => r.Revision).IsConcurrencyToken();
            report.HasIndex(r => new { r.AgencyId, r.Year }).IsUnique();
            report.HasIndex(r => r.ItemId).IsUnique();
            report.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AnnualReportDraft>(draft =>
        {
            draft.ToTable("disclosure_annual_report_drafts");
            draft.HasKey(d => new { d.ReportId, d.Version });
            draft.HasOne<AnnualReport>().WithMany().HasForeignKey(d => d.ReportId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
