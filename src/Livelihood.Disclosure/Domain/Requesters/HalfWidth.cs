namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>Full-width letters, digits and signs, as Chinese input methods give them, in half width.</summary>
public static class HalfWidth
{
    /// <summary>The same text with full-width ASCII and the full-width space in half width.</summary>
    public static string Of(string text) => Platform.Text.HalfWidth.Of(text);
}
