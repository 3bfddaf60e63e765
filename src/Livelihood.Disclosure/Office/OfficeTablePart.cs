using Livelihood.Disclosure.Data;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Office;

/// <summary>The office's tables: what is due, what fees follow, by which channels requests come.</summary>
internal sealed class OfficeTablePart : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<DisclosureRequest>(request =>
        {
            // Few among very many: where the requester acted last, and what was answered late.
            var news = $"\"{nameof(DisclosureRequest.RequesterActedOn)}\" IS NOT NULL";
            request.HasIndex(r => new { r.Standing, r.DueOn, r.SubmittedUtc, r.Number }, "IX_disclosure_requests_news").HasFilter(news);
            request.HasIndex(r => new { r.AgencyId, r.Standing, r.DueOn, r.SubmittedUtc, r.Number }, "IX_disclosure_requests_news_of_agency").HasFilter(news);
            var late = $"\"{nameof(DisclosureRequest.EndedOn)}\" > \"{nameof(DisclosureRequest.DueOn)}\"";
            request.HasIndex(r => new { r.EndedOn, r.Number }, "IX_disclosure_requests_ended_late").HasFilter(late);
            request.HasIndex(r => new { r.AgencyId, r.EndedOn, r.Number }, "IX_disclosure_requests_ended_late_of_agency").HasFilter(late);
        });
        model.Entity<LimitRow>(limit =>
        {
            limit.ToTable("disclosure_limits");
            limit.HasKey(l => new { l.RequestId, l.Kind, l.Reference });
            limit.Property(l => l.Kind).HasConversion<string>().HasMaxLength(20);
            limit.Property(l => l.Reference).HasMaxLength(20);
            limit.Property(l => l.CalendarVersion).HasMaxLength(20);
            limit.HasIndex(l => new { l.AgencyId, l.DueOn });
            limit.HasIndex(l => l.DueOn);
            limit.HasOne(l => l.Request).WithMany(r => r.Limits).HasForeignKey(l => l.RequestId);
        });
        model.Entity<FeeStandardRow>(standard =>
        {
            standard.ToTable("disclosure_fee_standards");
            standard.HasKey(s => s.Version);
            standard.Property(s => s.Version).ValueGeneratedNever();
            standard.Property(s => s.Actor).HasMaxLength(100);
        });
        model.Entity<ChannelsRow>(channels =>
        {
            channels.ToTable("disclosure_channels");
            channels.HasKey(c => new { c.AgencyId, c.Version });
            channels.Property(c => c.FaxNumber).HasMaxLength(40);
            channels.Property(c => c.Hours).HasMaxLength(200);
            channels.Property(c => c.Actor).HasMaxLength(100);
            channels.HasOne<Agency>().WithMany().HasForeignKey(c => c.AgencyId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
