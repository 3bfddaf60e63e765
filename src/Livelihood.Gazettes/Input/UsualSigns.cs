using System.Text;

namespace Livelihood.Gazettes.Input;

/// <summary>
/// PDF files often encode a character as the radical that looks the same (⼀ for 一) or as a compatibility form, and Latin
/// ligatures as one sign. Nobody could search for them. Such signs become the usual characters when the text is made; the
/// file itself is kept as it was. Line breaks of other kinds become line feeds.
/// </summary>
public static partial class UsualSigns
{
    // Unicode's EquivalentUnifiedIdeograph, for those of the block CJK Radicals Supplement that print as a whole character.
    private const string Radicals = "⺁厂⺇几⺊卜⺒已⺜日⺝月⺟母⺠民⺫目⺬示⺮竹⺼月⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟";

    private static readonly Lazy<Dictionary<char, string>> Usual = new(Table);

    /// <summary>The text with usual signs.</summary>
    /// <param name="text">As decoded.</param>
    /// <param name="replaced">How many characters were replaced, line breaks not counted.</param>
    public static string In(string text, out int replaced)
    {
        replaced = 0;
        if (text.AsSpan().IndexOfAnyInRange('\u2e80', '\u2fdf') < 0 && text.AsSpan().IndexOfAnyInRange('\uf900', '\ufb06') < 0
            && text.AsSpan().IndexOfAny("\v\u0085\u2028\u2029") < 0)
        {
            return text;
        }

        var written = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\v' or '\u0085' or '\u2028' or '\u2029')
            {
                written.Append('\n');
            }
            else if (Usual.Value.TryGetValue(c, out var usual))
            {
                written.Append(usual);
                replaced++;
            }
            else
            {
                written.Append(c);
            }
        }

        return written.ToString();
    }

    private static Dictionary<char, string> Table()
    {
        var table = new Dictionary<char, string>();
        for (var i = 0; i < Radicals.Length; i += 2)
        {
            table[Radicals[i]] = Radicals[i + 1].ToString();
        }

        for (var i = 0; i < Kangxi.Length; i++)
        {
            table[(char)('\u2f00' + i)] = Kangxi[i].ToString();
        }

        for (var i = 0; i < Compatibility.Length; i++)
        {
            if (Compatibility[i] != '〓')
            {
                table[(char)('\uf900' + i)] = Compatibility[i].ToString();
            }
        }

        for (var i = 0; i < Ligatures.Length; i++)
        {
            table[(char)('\ufb00' + i)] = Ligatures[i];
        }

        return table;
    }
}
