using System.Text;
using Livelihood.Search.Domain.Text;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class CanonicalTextTests
{
    private static readonly CanonicalText Canonical = new();

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
            // In the room of another text, as searches do it.
            Canonical.Read(text);
            var canonical = Canonical.Text.ToString();
            return canonical == CanonicalText.TextOf(text) && Runs.Of(canonical).All(run =>
            {
                var (start, end) = Canonical.SourceOf(run.Start.Value, run.End.Value);
                return start >= 0 && end <= text.Length && CanonicalText.TextOf(text[start..end]).Contains(canonical[run]);
            });
        });

    /// <summary>Each character for itself: those that stand as in the source, and those that do not.</summary>
    [Fact]
    public void SourceOf_AnyCharacter_IsTheOneThatItCameFrom() =>
        Scribble.Holds(Scribble.Text, text =>
        {
            Canonical.Read(text);
            return Enumerable.Range(0, Canonical.Text.Length).Where(at => Canonical.Text[at] != ' ' && !char.IsSurrogate(Canonical.Text[at])).All(at =>
            {
                var (start, end) = Canonical.SourceOf(at, at + 1);
                return end - start is 1 or 2 && CanonicalText.TextOf(text[start..end]).Contains(Canonical.Text[at]);
            });
        });

    [Fact]
    public void SourceOf_FoldedCharacters_KeepTheirPlaces()
    {
        Canonical.Read("见《ＡＢ》断头路");
        var at = Canonical.Text.IndexOf("断头");

        Assert.Equal((5, 7), Canonical.SourceOf(at, at + 2));
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

            var builder = new CanonicalBuilder(places: null);
            builder.Start(3);
            builder.AddIdeographs("路", 0);
            builder.Add(rune, 1, 2);
            builder.AddIdeographs("桥", 0);
            builder.Finish();
            Assert.Equal(builder.Text.ToString(), CanonicalText.TextOf($"路{rune}桥"));
        }
    }

    [Fact]
    public void TextOf_ManyShortRuns_TakesNoLongerThanOneLongOne()
    {
        var text = string.Concat(Enumerable.Repeat("路，2a ", 200_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(1 + (5 * 200_000), CanonicalText.TextOf(text).Length);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 40L * text.Length);
    }
}
