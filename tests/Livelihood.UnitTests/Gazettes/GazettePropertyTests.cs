using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Livelihood.Gazettes.Domain;
using Markdig;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>What must hold for any text: nothing throws, nothing is lost, time is linear.</summary>
public sealed class GazettePropertyTests
{
    private static readonly string[] Splices =
    [
        "\n", "\n\n", "\f", " ", "　", "。", "，", "（", "）", "|", "| a | b |\n", "- ", "第", "条", "一、", "（一）", "1. ", "附件", "附件1\n", "目录", "公报",
        "云政〔2021〕9号\n", "2021年13月45日\n", "\ufffd", "\ud800", "\0", "<b>", "*", "_", "`", "\\", "#", "12\n", "·12·\n", "关于的通知\n", "令\n", "第五号\n", "：",
    ];

    /// <summary>LIVELIHOOD_TEST_MUTATIONS asks for more, such as 100000 over night.</summary>
    private static readonly int? Wanted = int.TryParse(Environment.GetEnvironmentVariable("LIVELIHOOD_TEST_MUTATIONS"), out var wanted) ? wanted : null;

    public static TheoryData<string> Issues() => [SampleIssues.Paragraphs, SampleIssues.Nineties, SampleIssues.NoContents, SampleIssues.Numbers];

    [Theory]
    [MemberData(nameof(Issues))]
    public void EveryCharacterOfADocument_IsKept_AndMarkdownShowsIt(string text) => AssertNothingLost(text);

    [Theory]
    [MemberData(nameof(Issues))]
    public void MutatedIssues_NeverThrow_AndLoseNothing(string text) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Wanted ?? 200), Prop.ForAll(Mutations(text), AssertNothingLost));

    [Fact]
    public void RealIssue_Mutated_NeverThrowsAndLosesNothing()
    {
        var text = Seeds.Read("gazette-2019-06.txt");
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Wanted ?? 30), Prop.ForAll(Mutations(text), AssertNothingLost));
    }

    [Fact]
    public void AnySigns_NeverThrow() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Wanted ?? 500), Prop.ForAll(Gen.Elements(Splices).ListOf().Select(string.Concat).ToArbitrary(), AssertNothingLost));

    [Theory]
    [InlineData("|")]
    [InlineData("a  b\n")]
    [InlineData("（")]
    [InlineData("第一条 ")]
    [InlineData("云岭市人民政府关于做好工作的通知\n")]
    [InlineData("云岭市人民政府关于做好工作的通知 1\n")]
    [InlineData("12\n")]
    [InlineData("\n")]
    [InlineData("云政〔2021〕9号\n")]
    [InlineData("主任：甲\n")]
    [InlineData("张  三  李  四  五\n王  六\n")]
    public void LargeMonotonousText_TakesLinearTime(string piece)
    {
        var text = SampleIssues.Paragraphs + new StringBuilder().Insert(0, piece, 200_000 / piece.Length);
        var clock = Stopwatch.StartNew();

        GazetteReader.TryRead(text, out var issue, out var refusal);

        Assert.True(issue is not null ^ refusal is not null);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed} for {text.Length} characters");
    }

    private static void AssertNothingLost(string text)
    {
        AssertReversible(text);
        if (!GazetteReader.TryRead(text, out var issue, out var refusal))
        {
            Assert.NotEmpty(refusal.Message);
            return;
        }

        var source = IssueSource.From(text).Lines;
        var furniture = issue.Furniture.Select(f => f.First).ToHashSet();
        foreach (var document in issue.Documents)
        {
            Assert.Equal(Printed(source, furniture, document), Read(document));

            var shown = Markdown.ToPlainText(GazetteMarkdown.Write(document), Pipeline);
            Assert.Equal(
                Bare(string.Concat(document.Blocks.Where(b => b.Kind is not (BlockKind.Title or BlockKind.Number)).Select(b => b.Text))),
                Bare(shown));
        }
    }

    /// <summary>The characters of a document's lines in order; within a table sorted, as a cell over several lines is read as one.</summary>
    private static string Printed(IReadOnlyList<string> source, HashSet<int> furniture, PrintedDocument document)
    {
        var tables = document.Blocks.Where(b => b.Kind == BlockKind.Table).Select(b => b.Lines).ToList();
        var text = new StringBuilder();
        for (var line = document.Lines.First; line <= document.Lines.Last; line++)
        {
            var table = tables.Find(t => t.First <= line && line <= t.Last);
            var last = table == default ? line : table.Last;
            var bare = Bare(string.Concat(Enumerable.Range(line, last - line + 1).Where(l => !furniture.Contains(l)).Select(l => Unfurnished(source[l - 1]))));
            text.Append(table == default ? bare : Sorted(bare));
            line = last;
        }

        return text.ToString();
    }

    private static string Read(PrintedDocument document) =>
        string.Concat(document.Blocks.Select(b => b.Kind == BlockKind.Table ? Sorted(Bare(b.Text)) : Bare(b.Text)));

    private static string Sorted(string text) => string.Concat(text.Order());

    /// <summary>With every correction reverted the source is what it was; with all made, it differs by exactly them.</summary>
    private static void AssertReversible(string text)
    {
        var printed = text.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        var source = IssueSource.From(text);
        var reverted = IssueSource.From(text, new() { Reverted = source.Corrections.Select(c => c.Key).ToHashSet() });

        Assert.Empty(reverted.Corrections);
        Assert.Equal(printed, reverted.Lines);
        Assert.Equal(source.Corrections.Count, source.Corrections.Select(c => c.Key).Distinct().Count());
        foreach (var line in source.Corrections.GroupBy(c => c.Line))
        {
            var undone = new StringBuilder(source.Lines[line.Key - 1]);
            foreach (var correction in line)
            {
                var at = correction.Column - 1;
                Assert.Equal(correction.After, undone.ToString(at, correction.After.Length));
                undone.Remove(at, correction.After.Length).Insert(at, correction.Before);
            }

            Assert.Equal(printed[line.Key - 1], undone.ToString());
        }
    }

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>A line without what is no text in it: the bullet, the strokes of a table.</summary>
    private static string Unfurnished(string line)
    {
        var text = line.Trim(Spaces);
        var marks = text.TakeWhile(c => c == '#').Count() is > 0 and var hashes ? Math.Min(hashes, 6) : text is ['-' or '*' or '•' or '▪', ..] ? 1 : 0;
        if (marks > 0 && text.Length > marks + 1 && IsSpace(text[marks]) && text[^1] is not ('-' or '*'))
        {
            text = text[marks..].TrimStart(Spaces);
        }

        if (text is not ['|', .., '|'])
        {
            return text;
        }

        return Bare(text).All(c => c is '|' or ':' or '-' or '—' or '=' or '+') && text.Contains('-') ? "" : text.Replace("|", "");
    }

    private static readonly char[] Spaces = [.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(IsSpace)];

    private static bool IsSpace(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad';

    private static string Bare(string text) => string.Concat(text.Where(c => !IsSpace(c)));

    /// <summary>Up to eight cuts, copies and splices.</summary>
    private static Arbitrary<string> Mutations(string text) =>
        (from edits in (from at in Gen.Choose(0, text.Length)
                        from length in Gen.Choose(0, 40)
                        from kind in Gen.Choose(0, 3)
                        from splice in Gen.Elements(Splices)
                        select (at, length, kind, splice)).ListOf(6)
         select edits.Aggregate(text, (t, e) => Edit(t, e.at, e.length, e.kind, e.splice))).ToArbitrary();

    private static string Edit(string text, int at, int length, int kind, string splice)
    {
        at = Math.Min(at, text.Length);
        length = Math.Min(length, text.Length - at);
        return kind switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Insert(at, splice),
            _ => string.Concat(text.AsSpan(0, at), text.AsSpan(at + length), text.AsSpan(at, length)),
        };
    }
}
