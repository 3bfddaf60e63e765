namespace Livelihood.Platform.Text;

/// <summary>Full-width letters, digits and signs, as Chinese input methods give them, in half width; without the system's tables of Unicode, which the portal does not have.</summary>
public static class HalfWidth
{
    /// <summary>The same text with full-width ASCII and the full-width space in half width.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            span[i] = source[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(source[i] - 0xFEE0),
                '\u3000' => ' ',
                '\u2010' or '\u2013' or '\u2014' => '-',
                var other => other,
            };
        }
    });
}
