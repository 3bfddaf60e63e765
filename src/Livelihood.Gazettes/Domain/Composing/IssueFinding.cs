using System.Security.Cryptography;
using System.Text;

namespace Livelihood.Gazettes.Domain.Composing;

/// <summary>How much a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>必须改正: the issue cannot be published.</summary>
    Blocking,

    /// <summary>需要确认: somebody must say that it is meant, and that is recorded.</summary>
    Warning,

    /// <summary>提示.</summary>
    Hint,
}

/// <summary>Where to mend a finding.</summary>
public enum MendAt
{
    /// <summary>The issue's masthead.</summary>
    Masthead,

    /// <summary>The contents, at <see cref="IssueFinding.Place"/> or <see cref="IssueFinding.Section"/>.</summary>
    Contents,

    /// <summary>The document itself.</summary>
    Document,

    /// <summary>The pages: set them again.</summary>
    Pages,
}

/// <summary>Something about an issue that should be looked at before it is printed.</summary>
/// <param name="Rule">Which rule found it, such as <c>NotApproved</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Message">In Chinese: what was found and what to do.</param>
/// <param name="Mend">Where to mend it.</param>
public sealed record IssueFinding(string Rule, FindingSeverity Severity, string Message, MendAt Mend)
{
    /// <summary>The entry, or null.</summary>
    public EntryPlace? Place { get; init; }

    /// <summary>The section, or null.</summary>
    public int? Section { get; init; }

    /// <summary>The document's item, or null.</summary>
    public string? ItemId { get; init; }

    /// <summary>Whether it holds up the publication only, and not the secrecy review: others are at work on it.</summary>
    public bool IsForPublicationOnly { get; init; }

    /// <summary>Tells it from others: a word said to it counts as long as rule, document and sentence are the same.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Rule}\n{ItemId}\n{Message}")))[..40];
}
