using Livelihood.Content.Publication;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>Published items, each with the question whether it is what was wanted.</summary>
/// <param name="Hits">The items.</param>
/// <param name="AnswerQuery">What the answers' address adds, so that they lead back; null where a script sends them.</param>
public sealed record PublishedOffer(IReadOnlyList<PublishedHit> Hits, string? AnswerQuery);
