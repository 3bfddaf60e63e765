using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Filing;

/// <summary>A challenge that was answered; it counts once.</summary>
[Unaudited("It says nothing of the request, and is forgotten when the challenge would have expired.")]
public sealed class AnsweredChallenge
{
    /// <summary>The challenge.</summary>
    public required Guid Id { get; init; }

    /// <summary>The form and its content for which it was answered: the same sent twice is one filing.</summary>
    public required string Filing { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AnsweredUtc { get; init; }
}

/// <summary>How many people said on a day that a published item was, or was not, what they were about to ask for. Nothing is known of them.</summary>
[Unaudited("A count of readers' clicks.")]
public sealed class PublishedAnswerRow
{
    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The published item.</summary>
    public required string ItemId { get; init; }

    /// <summary>Whether it answered them.</summary>
    public required bool IsAnswer { get; init; }

    /// <summary>How many said so.</summary>
    public required int Times { get; init; }
}

/// <summary>The tables of filing.</summary>
internal sealed class FilingTables : IModelPart
{
    public void Configure(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<AnsweredChallenge>(answered =>
        {
            answered.ToTable("disclosure_answered_challenges");
            answered.Property(a => a.Id).ValueGeneratedNever();
            answered.Property(a => a.Filing).HasMaxLength(64);
            answered.HasIndex(a => a.AnsweredUtc);
        });
        model.Entity<PublishedAnswerRow>(answer =>
        {
            answer.ToTable("disclosure_published_answers");
            answer.HasKey(a => new { a.Day, a.ItemId, a.IsAnswer });
            answer.Property(a => a.ItemId).HasMaxLength(ContentId.Length);
        });
    }
}
