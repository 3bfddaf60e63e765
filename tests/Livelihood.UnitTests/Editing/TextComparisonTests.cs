using FsCheck;
using FsCheck.Fluent;
using Livelihood.Content.Editing.Comparison;
using Xunit;

namespace Livelihood.UnitTests.Editing;

public sealed class TextComparisonTests
{
    [Fact]
    public void Words_AreSingleIdeographs_ButWholeNumbersAndLatinWords() =>
        Assert.Equal(["三", "政", "〔", "2019", "〕", "8", "号", " ", "Portal", "。"], Chunks.Words("三政〔2019〕8号 Portal。"));

    [Fact]
    public void Words_KeepTextElementsWhole() => Assert.Equal(["𠮷", "野", "e\u0301"], Chunks.Words("𠮷野e\u0301"));

    [Fact]
    public void ChangedLine_MarksTheChangedCharacters()
    {
        var line = Assert.Single(TextComparison.Lines("受理时间为5个工作日。", "受理时限为15个工作日。"));

        Assert.Equal(Change.Changed, line.Change);
        Assert.Equal("受理时间为5个工作日。", string.Concat(line.Old.Select(r => r.Text)));
        Assert.Equal(["间", "5"], line.Runs.Where(r => r.Change == Change.Removed).Select(r => r.Text));
        Assert.Equal(["限", "15"], line.Runs.Where(r => r.Change == Change.Added).Select(r => r.Text));
    }

    [Fact]
    public void AddedAndRemovedLines_KeepTheirNumbers()
    {
        var lines = TextComparison.Lines("甲\n乙\n丙", "甲\n丙\n丁");

        Assert.Equal(
            [(Change.None, 1, 1), (Change.Removed, 2, null), (Change.None, 3, 2), (Change.Added, null, 3)],
            lines.Select(l => (l.Change, l.Before, l.After)));
    }

    [Fact]
    public void UnlikeLines_AreReplacedWhole()
    {
        var line = Assert.Single(TextComparison.Lines("关于印发办法的通知", "今天天气很好，适合出门散步"));

        Assert.Equal([Change.Removed, Change.Added], line.Runs.Select(r => r.Change));
    }

    [Fact]
    public void UnchangedStretches_AreFolded_WithTwoLinesInSight()
    {
        var older = string.Join('\n', Enumerable.Range(1, 20));
        var stretches = TextComparison.Fold(TextComparison.Lines(older, older.Replace("10", "十", StringComparison.Ordinal)));

        Assert.Equal([true, false, true], stretches.Select(s => s.IsFolded));
        Assert.Equal([7, 5, 8], stretches.Select(s => s.Lines.Count));
    }

    [Fact]
    public void AnyTwoTexts_CanBeReadBackFromTheComparison() => Check.QuickThrowOnFailure(Prop.ForAll(Texts(), Texts(), (older, newer) =>
    {
        var lines = TextComparison.Lines(older, newer);
        var before = string.Join('\n', lines.Where(l => l.Before is not null).Select(l => string.Concat(l.Old.Select(r => r.Text))));
        var after = string.Join('\n', lines.Where(l => l.After is not null).Select(l => string.Concat(l.New.Select(r => r.Text))));
        return (before == older && after == newer).ToProperty();
    }));

    [Theory]
    [InlineData(100_000, 1)]
    [InlineData(100, 1_000)]
    [InlineData(2_000, 50)]
    [InlineData(50_000, 2)]
    public void HundredThousandCharacters_TakeLessThanASecond(int lineCount, int lineLength)
    {
        var older = Text(1);
        var newer = Text(2);
        TextComparison.Lines("甲", "乙");

        var before = ThreadTime();
        TextComparison.Fold(TextComparison.Lines(older, newer));
        var spent = ThreadTime() - before;

        Assert.True(spent < TimeSpan.FromSeconds(1), $"{lineCount} lines of {lineLength}: {spent.TotalMilliseconds} ms");

        string Text(int seed)
        {
            var random = new Random(seed);
            return string.Join('\n', Enumerable.Range(0, lineCount).Select(_ => new string([.. Enumerable.Range(0, lineLength).Select(_ => (char)('一' + random.Next(3_000)))])));
        }
    }

    // The processor's time of this thread, in hundredths of a second, so that a busy machine makes no difference.
    private static TimeSpan ThreadTime()
    {
        if (!OperatingSystem.IsLinux())
        {
            return TimeSpan.FromMilliseconds(Environment.TickCount64);
        }

        var fields = File.ReadAllText("/proc/thread-self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[11]) + long.Parse(fields[12])));
    }

    private static Arbitrary<string> Texts() =>
        Gen.Elements("", "甲乙丙", "甲乙丁", "2019年", "2020年", "丙").ListOf().Select(l => string.Join('\n', l)).ToArbitrary();
}
