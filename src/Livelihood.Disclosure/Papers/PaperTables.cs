using Livelihood.Disclosure.Data;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Papers;

/// <summary>Whose paper it is.</summary>
public enum PaperOf
{
    /// <summary>The requester's: what was sent with the request or its correction, and scans of letters. The requester sees it.</summary>
    Requester,

    /// <summary>The office's own, such as a third party's opinion. The requester does not see it.</summary>
    Office,

    /// <summary>An original that is given with the reply as it is, see <see cref="Redaction.OriginalDesk"/>. The requester gets it once the reply is served.</summary>
    Reply,
}

/// <summary>A paper of a request. Nothing of it is readable without the keys of the data folder; its bytes lie apart, so that lists stay light.</summary>
public sealed class Paper
{
    /// <summary>The row's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Its bytes, see <see cref="PaperContent"/>.</summary>
    public required Guid ContentId { get; init; }

    /// <summary>What name and bytes were encrypted for, see <see cref="PaperVault"/>.</summary>
    public required Guid Seal { get; init; }

    /// <summary>The encrypted file name: people name files after themselves.</summary>
    public required string Name { get; init; }

    /// <summary>The kind, see <see cref="Content.Media.MediaKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Whose it is.</summary>
    public required PaperOf Of { get; init; }

    /// <summary>The entry with which it came; of one added by the office the last entry before it.</summary>
    public required int Sequence { get; init; }

    /// <summary>Its place among what was added with it, from 0 on.</summary>
    public required int Place { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset AddedUtc { get; init; }

    /// <summary>Who added it, as in the audit chain.</summary>
    public required string Actor { get; init; }
}

/// <summary>A paper that waits for its form to be sent, see <see cref="WaitingPapers"/>.</summary>
[Unaudited("It belongs to a form that was not sent yet, and is forgotten after two hours.")]
public sealed class WaitingPaper
{
    /// <summary>The row's id; also what name and bytes are encrypted for.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The form, see <see cref="Domain.SubmissionKey.Papers"/>.</summary>
    public required string Form { get; init; }

    /// <summary>Its bytes.</summary>
    public required Guid ContentId { get; init; }

    /// <summary>The encrypted file name.</summary>
    public required string Name { get; init; }

    /// <summary>The kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Its length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Its place among the form's papers; later ones have greater numbers.</summary>
    public required int Place { get; init; }

    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset KeptUtc { get; init; }
}

/// <summary>The encrypted bytes of one paper; nothing is shared between papers.</summary>
[Unaudited("It follows from the paper that holds it.")]
public sealed class PaperContent
{
    /// <summary>The row's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The encrypted bytes.</summary>
    public required byte[] Bytes { get; init; }
}

/// <summary>The tables of papers.</summary>
internal sealed class PaperTables : IModelPart
{
    public const string Contents = "disclosure_paper_contents";

    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<PaperContent>(content => content.ToTable(Contents));
        model.Entity<Paper>(paper =>
        {
            paper.ToTable("disclosure_papers");
            paper.Property(p => p.Kind).HasMaxLength(8);
            paper.Property(p => p.Of).HasConversion<string>().HasMaxLength(16);
            paper.Property(p => p.Actor).HasMaxLength(100);
            paper.HasIndex(p => new { p.RequestId, p.AddedUtc });
            paper.HasOne<DisclosureRequest>().WithMany().HasForeignKey(p => p.RequestId).OnDelete(DeleteBehavior.Restrict);
            paper.HasOne<PaperContent>().WithMany().HasForeignKey(p => p.ContentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<WaitingPaper>(waiting =>
        {
            waiting.ToTable("disclosure_waiting_papers");
            waiting.Property(w => w.Form).HasMaxLength(64);
            waiting.Property(w => w.Kind).HasMaxLength(8);
            waiting.HasIndex(w => w.Form);
            waiting.HasIndex(w => w.KeptUtc);
            waiting.HasOne<PaperContent>().WithMany().HasForeignKey(w => w.ContentId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
