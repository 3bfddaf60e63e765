using FsCheck;
using FsCheck.Fluent;

namespace Livelihood.UnitTests.Search;

/// <summary>Texts as nobody should send them: the characters that break searches, in any order.</summary>
internal static class Scribble
{
    private static readonly string[] Fragments =
    [
        "断头路", "农村公路", "人", "的", "是多少", "三政办〔2019〕8号", "2019", "8", "2019年8号", "covid-19", "ＡＢＣ", "１２", "①", "㎡", "é", "e\u0301",
        "𠮷", "々", "〇", "カ", "ｶﾞ", "가", "\"", "“", "”", "「", "-", "－", " ", "\u3000", "\0", "\n", "\u202E", "\u200B", "\uFEFF", "\uFFFD",
        "\uD842", "\uDFB7", "*", "^", "(", ")", "AND", "OR", "NOT", "NEAR(", ":", "'", ";--", "%", "_", "\\", "，", "。", "《", "》", "[", "]",
    ];

    private static readonly string[] Tags =
    [
        "<p>", "</p>", "<strong>", "</strong>", "<a href=\"#第三条\">", "</a>", "<br>", "<!-- 断头路 -->", "<script>断头路</script>",
        "<", ">", "&amp;", "&lt;", "&#26029;", "&bogus;", "&", "<img alt='断头路' src=x>", "<p title=\"a>断头路\">", "<b", "\"", "<!",
    ];

    public static Arbitrary<string> Text { get; } = Of(Fragments);

    public static Arbitrary<string> Html { get; } = Of([.. Fragments, .. Tags, .. Tags]);

    /// <summary>Checks a rule on five hundred of them.</summary>
    public static void Holds(Arbitrary<string> texts, Func<string, bool> rule) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(texts, rule));

    /// <summary>Checks a rule on five hundred pairs.</summary>
    public static void Holds(Arbitrary<string> first, Arbitrary<string> second, Func<string, string, bool> rule) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(first, second, rule));

    private static Arbitrary<string> Of(string[] fragments) =>
        Arb.From(Gen.Elements(fragments).ArrayOf().Select(string.Concat));
}
