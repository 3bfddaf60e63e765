using Livelihood.Disclosure.Data;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.PublicLog;

/// <summary>
/// What leads from a request to the public item that tells of it. The item itself knows nothing of the request:
/// only the office can go from one to the other.
/// </summary>
public sealed class PublicAnswer
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>When the requester proposed to publish the answer, or null.</summary>
    public DateTimeOffset? ProposedUtc { get; set; }

    /// <summary>The content item, or null while nobody has drafted one.</summary>
    public string? ItemId { get; set; }

    /// <summary>The account that wrote the draft last, or null.</summary>
    public string? DraftedBy { get; set; }

    /// <summary>The account of the head who approved it, or null while it waits.</summary>
    public string? ApprovedBy { get; set; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedUtc { get; set; }

    /// <summary>Why the head returned it, or null.</summary>
    public string? ReturnReason { get; set; }

    /// <summary>Grows with every change; two people cannot decide at once.</summary>
    public int Revision { get; set; }
}

/// <summary>The table of public answers.</summary>
internal sealed class PublicLogTables : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind) => model.Entity<PublicAnswer>(answer =>
    {
        answer.ToTable("disclosure_public_answers");
        answer.HasKey(a => a.RequestId);
        answer.Property(a => a.ItemId).HasMaxLength(26);
        answer.Property(a => a.DraftedBy).HasMaxLength(100);
        answer.Property(a => a.ApprovedBy).HasMaxLength(100);
        answer.Property(a => a.ReturnReason).HasMaxLength(AnswerDesk.LongestReason);
        answer.Property(a => a.Revision).IsConcurrencyToken();
        answer.HasIndex(a => a.ItemId).IsUnique();
        answer.HasOne<DisclosureRequest>().WithOne().HasForeignKey<PublicAnswer>(a => a.RequestId).OnDelete(DeleteBehavior.Restrict);
    });
}
