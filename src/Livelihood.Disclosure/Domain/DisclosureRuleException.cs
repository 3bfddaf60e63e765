namespace Livelihood.Disclosure.Domain;

/// <summary>What was asked for is against a rule; nothing was done.</summary>
/// <param name="rule">The rule's id, such as R-33b.</param>
/// <param name="message">Why, in a Chinese sentence that names the article and the dates.</param>
public sealed class DisclosureRuleException(string rule, string message) : Exception(message)
{
    /// <summary>The rule's id, such as R-33b.</summary>
    public string Rule { get; } = rule;
}
