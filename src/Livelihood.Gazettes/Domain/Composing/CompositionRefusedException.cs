using Livelihood.Content.Items;

namespace Livelihood.Gazettes.Domain.Composing;

/// <summary>An edit of an issue's contents cannot be done; the message is Chinese and says what to do.</summary>
/// <param name="message">The message.</param>
/// <param name="place">The entry whose form it belongs to, or null.</param>
/// <param name="field">The field of that form, or null.</param>
public sealed class CompositionRefusedException(string message, EntryPlace? place = null, string? field = null) : ContentRefusedException(message)
{
    /// <summary>The entry whose form it belongs to, or null.</summary>
    public EntryPlace? Place { get; } = place;

    /// <summary>The field of that form, or null.</summary>
    public string? Field { get; } = field;
}
