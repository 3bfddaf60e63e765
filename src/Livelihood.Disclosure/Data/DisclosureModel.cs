using Livelihood.Disclosure.Domain;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Data;

/// <summary>The module's tables.</summary>
internal sealed class DisclosureModel : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<DisclosureRequest>(request =>
        {
            request.ToTable("disclosure_requests");
            request.Ignore(r => r.Wanted);
            request.Property(r => r.Number).HasMaxLength(60);
            request.Property(r => r.Channel).HasConversion<string>().HasMaxLength(16);
            request.Property(r => r.Matter).HasConversion<string>().HasMaxLength(16).HasDefaultValue(RequestMatter.Information);
            request.Property(r => r.RequesterKind).HasConversion<string>().HasMaxLength(16);
            request.Property(r => r.Form).HasConversion<string>().HasMaxLength(16);
            request.Property(r => r.Delivery).HasConversion<string>().HasMaxLength(16);
            request.Property(r => r.State).HasConversion<string>().HasMaxLength(16);
            request.Property(r => r.Subject).HasMaxLength(FormLimits.Subject);
            request.Property(r => r.DocumentNumber).HasMaxLength(FormLimits.DocumentNumber);
            request.Property(r => r.Description).HasMaxLength(FormLimits.Description);
            request.Property(r => r.Fingerprint).HasMaxLength(64);
            request.Property(r => r.CodeHash).HasMaxLength(100);
            request.Property(r => r.CalendarVersion).HasMaxLength(20);
            request.Property(r => r.AssignedTo).HasMaxLength(100);
            request.Property(r => r.Outcome).HasMaxLength(8);
            request.Property(r => r.Revision).IsConcurrencyToken();
            request.HasIndex(r => r.Number).IsUnique();
            request.HasIndex(r => r.Fingerprint).IsUnique();

            // What the work list counts, of open requests alone: as small as they are few.
            request.HasIndex(r => new { r.EndedOn, r.AgencyId, r.State, r.DueOn, r.AssignedTo, r.AwaitsDecision, r.WaitsUntil })
                .HasDatabaseName("IX_disclosure_requests_open").HasFilter($"\"{nameof(DisclosureRequest.EndedOn)}\" IS NULL");

            // Those with undecided complaints, and those with fees: few among very many.
            var complaints = $"\"{nameof(DisclosureRequest.OpenComplaints)}\" > 0";
            request.HasIndex(r => new { r.Standing, r.DueOn, r.SubmittedUtc, r.Number }, "IX_disclosure_requests_complaints").HasFilter(complaints);
            request.HasIndex(r => new { r.AgencyId, r.Standing, r.DueOn, r.SubmittedUtc, r.Number }, "IX_disclosure_requests_complaints_of_agency").HasFilter(complaints);
            request.HasIndex(r => new { r.AgencyId, r.FeeNoticedOn, r.FeePaidOn }, "IX_disclosure_requests_fees").HasFilter($"\"{nameof(DisclosureRequest.FeeNoticedOn)}\" IS NOT NULL");

            // The work list in its order, of one agency and of many. SQLite adds only virtual columns to a table, PostgreSQL has only stored ones.
            request.Property(r => r.Standing).HasComputedColumnSql(
                $"CASE WHEN \"{nameof(DisclosureRequest.EndedOn)}\" IS NOT NULL THEN {(int)WorkStanding.Ended} WHEN \"{nameof(DisclosureRequest.State)}\" = '{nameof(RequestState.Unconfirmed)}' THEN {(int)WorkStanding.Unconfirmed} ELSE {(int)WorkStanding.Running} END",
                stored: kind != DatabaseKind.Sqlite);
            request.HasIndex(r => new { r.AgencyId, r.Standing, r.DueOn, r.SubmittedUtc, r.Number });
            request.HasIndex(r => new { r.Standing, r.DueOn, r.SubmittedUtc, r.Number });
            request.HasIndex(r => new { r.State, r.CalendarVersion });
            request.HasIndex(r => new { r.AssignedTo, r.State, r.DueOn });
            request.HasIndex(r => new { r.EndedOn, r.Number });
            request.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RequesterRow>(requester =>
        {
            requester.ToTable("disclosure_requesters");
            requester.HasKey(r => r.RequestId);
            requester.HasOne<DisclosureRequest>().WithOne().HasForeignKey<RequesterRow>(r => r.RequestId);
        });
        model.Entity<RequestEventRow>(happened =>
        {
            happened.ToTable("disclosure_request_events");
            happened.HasKey(e => new { e.RequestId, e.Sequence });
            happened.Property(e => e.Actor).HasMaxLength(100);
            happened.HasOne<DisclosureRequest>().WithMany().HasForeignKey(e => e.RequestId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ReplyDeadlineRow>(deadline =>
        {
            deadline.ToTable("disclosure_reply_deadlines");
            deadline.HasKey(d => new { d.RequestId, d.Sequence });
            deadline.Property(d => d.CalendarVersion).HasMaxLength(20);
            deadline.HasOne<DisclosureRequest>().WithMany().HasForeignKey(d => d.RequestId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
