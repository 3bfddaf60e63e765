using Livelihood.Content.Items;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Time;

namespace Livelihood.Disclosure.PublicLog;

/// <summary>Where the public answer of a request stands.</summary>
/// <param name="Answer">What is known of it; null where nobody has thought of one.</param>
/// <param name="Latest">Its latest version; null where there is no draft.</param>
/// <param name="Others">How many other requests ask for the same.</param>
public sealed record AnswerStanding(PublicAnswer? Answer, ContentVersion? Latest, int Others)
{
    /// <summary>Whether it waits for the head.</summary>
    public bool AwaitsHead => Latest is { Stage: VersionStage.Draft } && Answer is { ApprovedBy: null, ReturnReason: null };

    /// <summary>Whether a handler may write it, or write it anew.</summary>
    public bool IsWritable => Latest is null or { Stage: VersionStage.Draft or VersionStage.Published or VersionStage.Withdrawn };

    /// <summary>In words.</summary>
    public string Text => Latest switch
    {
        null => "还没有拟写公开的答复",
        { Stage: VersionStage.Draft } => Answer switch
        {
            { ReturnReason: not null } => "负责人退回修改",
            { ApprovedBy: not null } => "保密审查或者批准时退回修改",
            _ => "等待负责人同意",
        },
        var latest => latest.Stage.Text(),
    };
}

/// <summary>Reads where public answers stand.</summary>
public sealed class AnswerStandings(AnswerDesk desk, IContentStore store, SimilarRequests similar, ChinaClock clock)
{
    /// <summary>Where it stands.</summary>
    public async Task<AnswerStanding> OfAsync(DisclosureRequest request, CancellationToken cancellation = default)
    {
        var answer = await desk.FindAsync(request.Id, cancellation);
        return new(
            answer,
            answer?.ItemId is { } id ? await store.LatestAsync(id, cancellation) : null,
            await similar.CountOthersAsync(request, clock.Today, cancellation));
    }
}
