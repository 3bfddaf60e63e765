using Livelihood.Content.Items;
using Livelihood.Disclosure.Data;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.WithheldInformation;

/// <summary>The tables of the register, and the index by which refused requests are found that are not in it.</summary>
internal sealed class WithheldTables : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<WithheldEntry>(entry =>
        {
            entry.ToTable("disclosure_withheld");
            entry.HasKey(e => e.Id);
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Title).HasMaxLength(WithheldEntry.LongestTitle);
            entry.Property(e => e.DocumentNumber).HasMaxLength(WithheldEntry.LongestNumber);
            entry.Property(e => e.Origin).HasMaxLength(WithheldEntry.LongestOrigin);
            entry.Property(e => e.Ground).HasMaxLength(8);
            entry.Property(e => e.Source).HasConversion<string>().HasMaxLength(16);
            entry.Property(e => e.Standing).HasConversion<string>().HasMaxLength(16);
            entry.Property(e => e.ItemId).HasMaxLength(ContentId.Length);
            entry.Property(e => e.Revision).IsConcurrencyToken();

            // What is due, of one agency and of all, in the order of the list; what waits, as small as it is few; the rest by the time of its entry.
            var due = $"\"{nameof(WithheldEntry.DueOn)}\" IS NOT NULL";
            entry.HasIndex(e => new { e.AgencyId, e.DueOn, e.Id }, "IX_disclosure_withheld_due_of_agency").HasFilter(due);
            entry.HasIndex(e => new { e.DueOn, e.Id }, "IX_disclosure_withheld_due").HasFilter(due);
            entry.HasIndex(e => new { e.AgencyId, e.PublishableUtc }, "IX_disclosure_withheld_publishable").HasFilter($"\"{nameof(WithheldEntry.PublishableUtc)}\" IS NOT NULL");
            entry.HasIndex(e => new { e.AgencyId, e.ProposedUtc }, "IX_disclosure_withheld_proposed").HasFilter($"\"{nameof(WithheldEntry.ProposedUtc)}\" IS NOT NULL");
            entry.HasIndex(e => new { e.AgencyId, e.Standing, e.Id });
            entry.HasIndex(e => new { e.Standing, e.Id });
            entry.HasIndex(e => e.RequestId);
            entry.HasIndex(e => e.ItemId);
            entry.HasOne<Agency>().WithMany().HasForeignKey(e => e.AgencyId).OnDelete(DeleteBehavior.Restrict);
            entry.HasOne<DisclosureRequest>().WithMany().HasForeignKey(e => e.RequestId).OnDelete(DeleteBehavior.Restrict);
            entry.HasOne<ContentItem>().WithMany().HasForeignKey(e => e.ItemId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<WithheldEventRow>(happened =>
        {
            happened.ToTable("disclosure_withheld_events");
            happened.HasKey(e => new { e.EntryId, e.Sequence });
            happened.Property(e => e.Actor).HasMaxLength(100);
            happened.HasOne<WithheldEntry>().WithMany().HasForeignKey(e => e.EntryId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ReviewTimeRow>(time =>
        {
            time.ToTable("disclosure_review_times");
            time.HasKey(t => t.Version);
            time.Property(t => t.Version).ValueGeneratedNever();
            time.Property(t => t.Actor).HasMaxLength(100);
        });
        model.Entity<DisclosureRequest>().HasIndex(r => new { r.AgencyId, r.Outcome, r.EndedOn }).HasFilter($"\"{nameof(DisclosureRequest.Outcome)}\" IS NOT NULL");
    }
}
