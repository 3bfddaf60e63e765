using Livelihood.Content.Items;

namespace Livelihood.Content.Workflow;

/// <summary>Says what a version still lacks before it may be sent for review or published. A module registers its own.</summary>
public interface IPublicationCheck
{
    /// <summary>What is missing, each a Chinese sentence that says what to do; empty where nothing is.</summary>
    Task<IReadOnlyList<string>> ProblemsAsync(ContentVersion version, CancellationToken cancellation);
}
