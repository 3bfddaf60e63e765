using Livelihood.Disclosure.Data;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Letters;

/// <summary>A letter that was made; rows are only ever added. What it says lies encrypted in <see cref="LetterTextRow"/>.</summary>
public sealed class LetterRow
{
    /// <summary>The row's id; a letter written by hand has it from its form, so that sending the form twice makes one letter.</summary>
    public required Guid Id { get; init; }

    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The agency whose letter it is.</summary>
    public required string AgencyId { get; init; }

    /// <summary>The entry with which it was made; of one written by hand the last entry before it.</summary>
    public required int Sequence { get; init; }

    /// <summary>Which of the 25, see <see cref="Domain.Letters.LetterKinds"/>.</summary>
    public required int Kind { get; init; }

    /// <summary>Its own number; null where it carries the request's.</summary>
    public string? Number { get; init; }

    /// <summary>成文日期.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The version of its template; 0 is the delivered one.</summary>
    public required int TemplateVersion { get; init; }

    /// <summary>The letter that it takes the place of after a correction of the record, or null.</summary>
    public Guid? ReplacesId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeUtc { get; init; }

    /// <summary>Who made it, as in the audit chain.</summary>
    public required string Actor { get; init; }
}

/// <summary>What a letter says, encrypted, as it holds personal data; apart from the letter, so that it can be deleted after its time.</summary>
public sealed class LetterTextRow
{
    /// <summary>The letter.</summary>
    public required Guid LetterId { get; init; }

    /// <summary>The encrypted <see cref="Domain.Letters.LetterText"/>.</summary>
    public required string Protected { get; init; }
}

/// <summary>A version of a text that administrators change; rows are only ever added.</summary>
public sealed class WordingRow
{
    /// <summary>Which text, see <see cref="Domain.Letters.WordingKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>1, 2, 3 …; 0 is the delivered text, which has no row.</summary>
    public required int Version { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset SavedUtc { get; init; }

    /// <summary>Who saved it, as in the audit chain.</summary>
    public required string Actor { get; init; }
}

/// <summary>The tables of letters.</summary>
internal sealed class LetterTablePart : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<LetterRow>(letter =>
        {
            letter.ToTable("disclosure_letters");
            letter.Property(l => l.Number).HasMaxLength(100);
            letter.Property(l => l.Actor).HasMaxLength(100);
            letter.HasIndex(l => new { l.RequestId, l.Sequence });
            letter.HasIndex(l => new { l.AgencyId, l.Number }).IsUnique();
            letter.HasOne<DisclosureRequest>().WithMany().HasForeignKey(l => l.RequestId).OnDelete(DeleteBehavior.Restrict);
            letter.HasOne<Agency>().WithMany().HasForeignKey(l => l.AgencyId).OnDelete(DeleteBehavior.Restrict);
            letter.HasOne<LetterRow>().WithMany().HasForeignKey(l => l.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<LetterTextRow>(text =>
        {
            text.ToTable("disclosure_letter_texts");
            text.HasKey(t => t.LetterId);
            text.HasOne<LetterRow>().WithOne().HasForeignKey<LetterTextRow>(t => t.LetterId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<WordingRow>(wording =>
        {
            wording.ToTable("disclosure_letter_wordings");
            wording.HasKey(w => new { w.Key, w.Version });
            wording.Property(w => w.Key).HasMaxLength(60);
            wording.Property(w => w.Actor).HasMaxLength(100);
            wording.HasIndex(w => new { w.Key, w.EffectiveOn });
        });
    }
}
