using FsCheck;
using FsCheck.Fluent;
using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Editing;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>What must hold for any sequence of edits: nothing throws, nothing is lost, undo undoes, replay repeats.</summary>
public sealed class IssueEditingPropertyTests
{
    public static TheoryData<string> Issues() => [SampleIssues.Paragraphs, SampleIssues.Nineties, SampleIssues.NoContents, SampleIssues.Numbers];

    [Theory]
    [MemberData(nameof(Issues))]
    public void AnyEdits_LoseNoCharacter_AndReplayGivesTheSame(string text)
    {
        Assert.True(IssueReading.TryRead(text, out var reading, out _));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Edits(reading.LineCount), edits =>
        {
            var edited = IssueEditing.Apply(reading, edits);
            AssertNothingLost(reading, edited);
            Assert.Equal(Shape(edited), Shape(IssueEditing.Apply(reading, edits.Select(e => IssueEdit.Parse(e.Write())!))));
            Assert.All(edited.Issue.Doubts, d => Assert.NotNull(d.Proposals));
        }));
    }

    [Fact]
    public void UndoAfterDo_IsIdentity_AndRedoBringsItBack()
    {
        var steps = Gen.Elements(EditStep.Edit, EditStep.Edit, EditStep.Undo, EditStep.Redo).ListOf().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(steps, all =>
        {
            var log = new EditLog<int>();
            foreach (var (i, step) in all.Index())
            {
                log.Read(step, i);
            }

            int[] before = [.. log.Standing];
            log.Read(EditStep.Edit, -1);
            log.Read(EditStep.Undo, 0);
            Assert.Equal(before, log.Standing);
            log.Read(EditStep.Redo, 0);
            Assert.Equal([.. before, -1], log.Standing);
        }));
    }

    /// <summary>Every line that is text stands in the blocks of its document, character for character, in order; tables' strokes aside.</summary>
    private static void AssertNothingLost(IssueReading reading, EditedIssue edited)
    {
        var furniture = edited.Issue.Furniture.Select(f => f.First).ToHashSet();
        var read = reading.Read.Documents.SelectMany(d => Enumerable.Range(d.Lines.First, d.Lines.Last - d.Lines.First + 1)).Where(l => reading.Line(l).Length > 0).ToHashSet();
        var held = new HashSet<int>();
        foreach (var document in edited.Issue.Documents)
        {
            Assert.NotEmpty(document.Title);
            var lines = Enumerable.Range(document.Lines.First, document.Lines.Last - document.Lines.First + 1).Where(l => !furniture.Contains(l) && !edited.Outside.Contains(l)).ToList();
            held.UnionWith(lines);
            lines.RemoveAll(l => !read.Contains(l) && !document.Blocks.Any(b => b.Lines.First <= l && l <= b.Lines.Last));
            Assert.Equal(
                Bare(string.Concat(lines.Select(l => edited.Corrected.GetValueOrDefault(l) ?? reading.Line(l)))),
                Bare(string.Concat(document.Blocks.Select(b => b.Text))));
        }

        Assert.Subset(held.Union(furniture).Union(edited.Outside).ToHashSet(), read);
        Assert.Equal(edited.Issue.Documents.Select(d => d.Lines.First).Order(), edited.Issue.Documents.Select(d => d.Lines.First));
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('|' or '-' or ':')));

    private static string Shape(EditedIssue issue) => string.Join('\n', issue.Issue.Documents.Select(d =>
        $"{d.Title}|{d.Number}|{d.FormedOn}|{d.Section}|{d.Page}|{d.Lines}|{string.Join('/', d.Blocks.Select(b => $"{b.Kind}{b.Level}:{b.Text}"))}"))
        + string.Join('\n', issue.Issue.Doubts.Select(d => d.Key)) + issue.Refused.Count;

    private static Arbitrary<List<IssueEdit>> Edits(int lines)
    {
        var line = Gen.Choose(1, lines);
        var edit =
            from kind in Gen.Choose(0, 11)
            from at in line
            from length in Gen.Choose(0, 6)
            from block in Gen.Elements(Enum.GetValues<BlockKind>())
            from field in Gen.Elements(Enum.GetValues<DocumentField>())
            from value in Gen.Elements("", "题名", "2021-1-1", "云政〔2021〕3号", "7")
            select Make(kind, at, Math.Min(lines, at + length), block, field, value);
        return edit.ListOf(12).Select(l => l.ToList()).ToArbitrary();
    }

    private static IssueEdit Make(int kind, int at, int to, BlockKind block, DocumentField field, string value) => kind switch
    {
        0 or 1 => new SplitDocument(at),
        2 => new JoinDocument(at),
        3 => new SplitBlock(at),
        4 => new JoinBlocks(at, to),
        5 or 6 or 7 => new MarkLines(at, to, block, at % 3),
        8 => new MarkFurniture(at, to),
        9 => new SetField(at, field, value),
        10 => new CorrectLine(at, value),
        _ => new MoveDocument(at, 0, 1),
    };
}
