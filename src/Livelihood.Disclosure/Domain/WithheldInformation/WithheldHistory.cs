namespace Livelihood.Disclosure.Domain.WithheldInformation;

/// <summary>Where an entry stands. Stored by name.</summary>
public enum WithheldStanding
{
    /// <summary>Not disclosed, or in part, and reviewed again.</summary>
    Withheld,

    /// <summary>May be disclosed as a whole.</summary>
    Disclosable,

    /// <summary>Was published as a whole, otherwise than by a draft from the register.</summary>
    Disclosed,

    /// <summary>No longer kept in the register.</summary>
    Ended,
}

/// <summary>An entry as its events tell it (R-18).</summary>
/// <param name="Events">In the order of recording.</param>
public sealed record WithheldHistory(IReadOnlyList<WithheldEvent> Events)
{
    /// <summary>The result that waits for the head, or null.</summary>
    public ReviewProposed? Pending => Events.LastOrDefault(happened => happened is ReviewProposed or ReviewConfirmed or ReviewReturned) as ReviewProposed;

    /// <summary>The last review that the head confirmed, or null.</summary>
    public ReviewProposed? LastReview => Confirmed().LastOrDefault();

    /// <summary>The day of the decision.</summary>
    public DateOnly? DecidedOn => Events.Aggregate((DateOnly?)null, (on, happened) => happened switch { EntryMade made => made.DecidedOn, EntryCorrected corrected => corrected.DecidedOn, _ => on });

    /// <summary>The day from which the next review is counted: the last review's, or the decision's before the first.</summary>
    public DateOnly? CountedFrom => LastReview?.On ?? DecidedOn;

    /// <summary>Whether it is no longer kept.</summary>
    public bool HasEnded => Events.Any(happened => happened is EntryEnded);

    /// <summary>Whether the last result lets something become public.</summary>
    public bool MayBePublished => !HasEnded && LastReview is { } review && ReviewResults.Discloses(review.Result);

    /// <summary>Where it was published otherwise than by a draft from here, since the last review; or null.</summary>
    public PublishedElsewhere? Elsewhere => AfterLastConfirmation().OfType<PublishedElsewhere>().LastOrDefault();

    /// <summary>Where it stands.</summary>
    public WithheldStanding Standing => HasEnded ? WithheldStanding.Ended
        : LastReview?.Result != ReviewResult.Disclose ? WithheldStanding.Withheld
        : Elsewhere is null ? WithheldStanding.Disclosable : WithheldStanding.Disclosed;

    /// <summary>The last day of the next review; null where there is none any more.</summary>
    public DateOnly? NextOn
    {
        get
        {
            DateOnly? next = null;
            ReviewProposed? proposed = null;
            foreach (var happened in Events)
            {
                proposed = happened as ReviewProposed ?? proposed;
                next = happened switch
                {
                    EntryMade made => made.NextOn,
                    EntryCorrected corrected => corrected.NextOn ?? next,
                    ReviewMovedUp moved => moved.NextOn,
                    ReviewConfirmed => proposed?.NextOn,
                    EntryEnded => null,
                    _ => next,
                };
            }

            return next;
        }
    }

    /// <summary>The history with one more event.</summary>
    /// <param name="next">The event.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    /// <exception cref="DisclosureRuleException">It cannot happen now.</exception>
    public WithheldHistory With(WithheldEvent next, DateOnly today) =>
        Objection(next, today) is { } objection ? throw new DisclosureRuleException(Rules.WithheldReview, objection) : new([.. Events, next]);

    private string? Objection(WithheldEvent next, DateOnly today) => next switch
    {
        _ when next.On > today => "日期不能晚于今天。",
        EntryMade made => made.DecidedOn > today ? "决定不予公开的日期不能晚于今天。" : null,
        _ when HasEnded => "这一项已经移出登记，不能再办理。",
        EntryCorrected corrected => corrected.DecidedOn > today ? "决定不予公开的日期不能晚于今天。" : null,
        EntryEnded => null,
        ReviewConfirmed or ReviewReturned when Pending is null => "没有等待确认的评估结果。",
        ReviewConfirmed confirmed when confirmed.By == Pending!.By => "评估结果由另一个人确认：您是提出的人，请另一位负责人办理。",
        ReviewReturned or ReviewConfirmed => null,
        _ when Pending is not null => "评估结果正在等待负责人确认，确认或者退回以后再办理。",
        ReviewProposed proposed => ObjectionTo(proposed),
        ReviewMovedUp moved => ObjectionTo(moved, today),
        DraftWritten or PublishedElsewhere when !MayBePublished => "评估结果是可以公开或者部分可以公开，经负责人确认以后，才能公开。",
        _ => null,
    };

    private string? ObjectionTo(ReviewMovedUp moved, DateOnly today) => NextOn is not { } planned ? "这一项不用再评估。"
        : planned <= today ? $"{Wording.Day(planned)}就应当评估，不用再提前，请评估。"
        : moved.NextOn < today || moved.NextOn >= planned ? $"请填写今天或者以后、{Wording.Day(planned)}以前的日期：只能提前。"
        : null;

    /// <summary>Whether a review is said to be before the one that it follows, or before the decision.</summary>
    public bool IsTooEarly(ReviewProposed proposed) => CountedFrom is { } before && proposed.On < before;

    private string? ObjectionTo(ReviewProposed proposed) => IsTooEarly(proposed)
        ? $"评估日期不能早于{(LastReview is null ? "决定不予公开的日期" : "上一次评估")}（{Wording.Day(CountedFrom!.Value)}）。"
        : ReviewResults.Withholds(proposed.Result) != proposed.NextOn is not null ? "继续不予公开的部分要有下次评估的日期，全部公开的没有。"
        : null;

    private IEnumerable<ReviewProposed> Confirmed()
    {
        ReviewProposed? proposed = null;
        foreach (var happened in Events)
        {
            proposed = happened as ReviewProposed ?? proposed;
            if (happened is ReviewConfirmed)
            {
                yield return proposed!;
            }
        }
    }

    private IEnumerable<WithheldEvent> AfterLastConfirmation() => Events.Reverse().TakeWhile(happened => happened is not ReviewConfirmed).Reverse();
}
