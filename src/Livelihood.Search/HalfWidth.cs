namespace Livelihood.Search;

/// <summary>Full-width signs as what they mean: <c>１３８＠</c> is 138@. The portal runs without the system's tables of Unicode.</summary>
internal static class HalfWidth
{
    private const int Distance = '！' - '!';

    /// <summary>The text in half width.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] switch
            {
                >= '！' and <= '～' => (char)(from[i] - Distance),
                '\u3000' => ' ',
                _ => from[i],
            };
        }
    });
}
