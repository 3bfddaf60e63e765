using Livelihood.Disclosure.Domain.Outcomes;

namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>The letters that go with an event.</summary>
/// <param name="About">The event that the letters tell of: the event itself, or what a correction of the record says it should have been.</param>
/// <param name="Corrects">The number of the entry that is corrected, or null.</param>
/// <param name="Kinds">Which letters.</param>
public sealed record EventLetters(RequestEvent About, int? Corrects, IReadOnlyList<LetterKind> Kinds)
{
    /// <summary>Those of an event that follows a history.</summary>
    public static EventLetters Of(RequestHistory before, RequestEvent next)
    {
        if (next is not RecordCorrected correction)
        {
            return new(next, null, [.. Numbers(before, before.State, next).Select(LetterKinds.Get)]);
        }

        var state = Workflow.StateAfter(before.Effective.Take(correction.Sequence - 1));
        return new(correction.Right, correction.Sequence, [.. Numbers(before, state, correction.Right).Select(LetterKinds.Get)]);
    }

    /// <summary>The kind of reply that was made: as it was proposed, or else by its row of the annual report.</summary>
    public static ReplyKind ReplyOf(RequestHistory history, Replied reply) =>
        ReplyKinds.Find(history.Latest<ReplyProposed>()?.Content?.Kind) is { } kind && kind.Outcome == reply.Outcome
            ? kind
            : ReplyKinds.Of(history.Matter).First(other => other.Outcome == reply.Outcome);

    /// <summary>The letter by which a request was decided: its reply, or that it is not gone on with.</summary>
    public static LetterKind DecisionOf(RequestHistory history) => LetterKinds.Get(history.Latest<Replied>() is { } reply ? ReplyOf(history, reply).Letter : 23);

    private static int[] Numbers(RequestHistory history, RequestState? state, RequestEvent happened) => happened switch
    {
        Replied reply => [ReplyOf(history, reply).Letter],
        ConsultationSent { With: Consulted.Agency } => [8, 7],
        ConsultationSent => [6, 7],
        _ => Workflow.Next(state, happened).Letter is { } number ? [number] : [],
    };
}
