using System.Text;
using Livelihood.Search.Domain.Text;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class CanonicalTextTests
{
    [Theory]
    [InlineData("“断头路”，２０１９年", " 断头路 2019 年 ")]
    [InlineData("三政办〔2019〕8号", " 三政办 2019 8 号 ")]
    [InlineData("ＡＢＣ Café", " abc cafe ")]
    [InlineData("①㎡Ⅷ", " 1m2viii ")]
    [InlineData("⼀⾏", " 一行 ")]
    [InlineData("e\u0301t\u00E9", " ete ")]
    [InlineData("断\u200B头\u202E路", " 断头路 ")]
    [InlineData("断\0头", " 断 头 ")]
    [InlineData("\uD842断\uDFB7", " 断 ")]
    [InlineData("𠮷野家", " 𠮷野家 ")]
    [InlineData("！？……", " ")]
    [InlineData("", " ")]
    [InlineData(null, " ")]
    public void TextOf_AnyText_IsFoldedIntoRuns(string? source, string canonical) =>
        Assert.Equal(canonical, CanonicalText.TextOf(source));

    [Fact]
    public void TextOf_CanonicalText_IsItself() =>
        Scribble.Holds(Scribble.Text, text => CanonicalText.TextOf(CanonicalText.TextOf(text)) == CanonicalText.TextOf(text));

    [Fact]
    public void SourceOf_AnyRun_PointsIntoTheSourceAndFoldsToTheRun() =>
        Scribble.Holds(Scribble.Text, text =>
        {
            var canonical = CanonicalText.Of(text);
            return Runs.Of(canonical.Text).All(run =>
            {
                var (start, end) = canonical.SourceOf(run.Start.Value, run.End.Value);
                return start >= 0 && end <= text.Length && CanonicalText.TextOf(text[start..end]).Contains(canonical.Text[run]);
            });
        });

    [Fact]
    public void SourceOf_FoldedCharacters_KeepTheirPlaces()
    {
        var canonical = CanonicalText.Of("见《ＡＢ》断头路");
        var at = canonical.Text.IndexOf("断头", StringComparison.Ordinal);

        Assert.Equal((5, 7), canonical.SourceOf(at, at + 2));
    }

    /// <summary>Separators and ASCII have ways of their own, for speed: they must lead to the same.</summary>
    [Fact]
    public void TextOf_AnyCharacter_IsWhatTheLongWayMakesOfIt()
    {
        for (var value = 0; value <= char.MaxValue; value++)
        {
            if (!Rune.TryCreate((char)value, out var rune) || CharacterFolding.IsCommonIdeograph(value))
            {
                continue;
            }

            var builder = new CanonicalBuilder(3, places: null);
            builder.AddIdeographs("路", 0);
            builder.Add(rune, 1, 2);
            builder.AddIdeographs("桥", 0);
            Assert.Equal(builder.Finish(4), CanonicalText.TextOf($"路{rune}桥"));
        }
    }

    [Fact]
    public void TextOf_ManyShortRuns_TakesNoLongerThanOneLongOne()
    {
        var text = string.Concat(Enumerable.Repeat("路，2a ", 200_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(1 + (5 * 200_000), CanonicalText.TextOf(text).Length);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20L * text.Length);
    }
}
