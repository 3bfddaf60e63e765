using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Persons;

/// <summary>A keyed hash of what tells a person, see <see cref="PersonKey"/>: it says that two requests are one person's, and not whose.</summary>
[Unaudited("It follows from the request's encrypted requester.")]
public sealed class PersonKeyRow
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>What was hashed.</summary>
    public required PersonKeyKind Kind { get; init; }

    /// <summary>The hash, see <see cref="PersonHashes"/>.</summary>
    public required string Hash { get; init; }
}

/// <summary>A key under which requests with alike wording are found, see <see cref="Likeness"/>.</summary>
[Unaudited("It follows from what the request asks for.")]
public sealed class LikenessKeyRow
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Which of the keys.</summary>
    public required int Band { get; init; }

    /// <summary>The agency that is asked.</summary>
    public required string AgencyId { get; init; }

    /// <summary>The key; keys of two bands differ.</summary>
    public required long Value { get; init; }
}

/// <summary>The tables by which requests are found that belong together.</summary>
internal sealed class PersonTables : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<PersonKeyRow>(key =>
        {
            key.ToTable("disclosure_person_keys");
            key.HasKey(k => new { k.RequestId, k.Kind });
            key.Property(k => k.Kind).HasConversion<string>().HasMaxLength(16);
            key.Property(k => k.Hash).HasMaxLength(64);
            key.HasIndex(k => new { k.Hash, k.RequestId });
            key.HasOne<DisclosureRequest>().WithMany().HasForeignKey(k => k.RequestId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<LikenessKeyRow>(key =>
        {
            key.ToTable("disclosure_likeness_keys");
            key.HasKey(k => new { k.RequestId, k.Band });
            key.HasIndex(k => new { k.AgencyId, k.Value, k.RequestId });
            key.HasOne<DisclosureRequest>().WithMany().HasForeignKey(k => k.RequestId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
