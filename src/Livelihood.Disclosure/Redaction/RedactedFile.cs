using Livelihood.Disclosure.Data;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Redaction;

/// <summary>A file for the reply with passages blacked out. What it says, and what it does not say any more, is kept encrypted.</summary>
public sealed class RedactedFile
{
    /// <summary>The row's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The encrypted <see cref="Domain.Redaction.RedactionSheet"/>: its name, the whole text and what is blacked out.</summary>
    public required string Sheet { get; set; }

    /// <summary>The encrypted PDF without the passages; null until it is made, and again when the sheet changes.</summary>
    public byte[]? Pdf { get; set; }

    /// <summary>Whether the requester is given it with the reply.</summary>
    public bool IsGiven { get; set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset MadeUtc { get; init; }

    /// <summary>Who changed it last, as in the audit chain.</summary>
    public required string ChangedBy { get; set; }

    /// <summary>Grows with every change.</summary>
    public int Revision { get; set; }
}

/// <summary>The table of redacted files.</summary>
internal sealed class RedactionTables : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind) => model.Entity<RedactedFile>(file =>
    {
        file.ToTable("disclosure_redacted_files");
        file.Property(f => f.ChangedBy).HasMaxLength(100);
        file.Property(f => f.Revision).IsConcurrencyToken();
        file.HasIndex(f => new { f.RequestId, f.MadeUtc });
        file.HasOne<DisclosureRequest>().WithMany().HasForeignKey(f => f.RequestId).OnDelete(DeleteBehavior.Restrict);
    });
}
