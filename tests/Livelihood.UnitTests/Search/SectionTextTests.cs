using System.Text.Json;
using Livelihood.Content.Publication;
using Livelihood.Search.Domain.Indexing;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class SectionTextTests
{
    private static readonly TextSection[][] Known =
    [
        [],
        [new("", "", "")],
        [new("", "", "只有正文。\n")],
        [new("", "", ""), new("第一条", "第一条", "第一款。\n第二款。\n"), new("b", "", "[]"), new("c", "标题", "")],
        [new("", "", "[方括号开头]")],
    ];

    [Fact]
    public void Sections_AreReadAsTheyWereWritten_NowOrByEarlierVersions() => Assert.All(Known, sections =>
    {
        Assert.Equal(sections, Read(SectionText.Write(sections)));
        Assert.Equal(sections, Read(JsonSerializer.Serialize(sections)));
    });

    [Fact]
    public void Sections_AnyText_AreReadAsTheyWereWritten() =>
        Scribble.Holds(Scribble.Text, Scribble.Text, (one, other) =>
        {
            TextSection[] sections = [new(one, other, one + other), new(other, one, ""), new("", "", other)];
            static string Clean(string text) => text.Replace('\u001E', ' ').Replace('\u001F', ' ');
            return Read(SectionText.Write(sections)).SequenceEqual(sections.Select(s => new TextSection(Clean(s.Anchor), Clean(s.Heading), Clean(s.Text))));
        });

    [Fact]
    public void Signs_InATextBecomeSpaces() =>
        Assert.Equal([new("a b", "c d", " e ")], Read(SectionText.Write([new("a\u001Eb", "c\u001Fd", "\u001Ee\u001F")])));

    [Theory]
    [InlineData("没有分隔符")]
    [InlineData("\u001Ea")]
    [InlineData("\u001Ea\u001Fb")]
    [InlineData("\u001Ea\u001Fb\u001Fc\u001Ed\u001Fe")]
    public void Text_ThatWasNotWrittenHere_IsRefused(string text) => Assert.Throws<InvalidDataException>(() => SectionText.Read(text));

    private static IEnumerable<TextSection> Read(string text) =>
        SectionText.Read(text).Select(s => new TextSection(s.Anchor.ToString(), s.Heading.ToString(), s.Text.ToString()));
}
