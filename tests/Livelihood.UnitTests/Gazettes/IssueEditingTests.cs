using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Editing;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>What each edit does to an issue, and what it refuses.</summary>
public sealed class IssueEditingTests
{
    private static readonly string[] Source = SampleIssues.Paragraphs.Split('\n');

    private static IssueReading Read(string text)
    {
        Assert.True(IssueReading.TryRead(text, out var reading, out _));
        return reading;
    }

    private static EditedIssue Apply(params IssueEdit[] edits) => IssueEditing.Apply(Read(SampleIssues.Paragraphs), edits);

    private static EditedIssue Applied(params IssueEdit[] edits)
    {
        var edited = Apply(edits);
        Assert.Empty(edited.Refused.Select(r => r.Reason));
        return edited;
    }

    /// <summary>The last line that begins so; the contents stand before the text.</summary>
    private static int Line(string beginning) => Array.FindLastIndex(Source, l => l.TrimStart().StartsWith(beginning, StringComparison.Ordinal)) + 1;

    private static PrintedDocument First(EditedIssue issue) => issue.Issue.Documents[0];

    [Fact]
    public void NoEdit_ChangesNothing()
    {
        var read = Read(SampleIssues.Paragraphs);

        var edited = IssueEditing.Apply(read, []);

        Assert.Equal(read.Read.Documents.Select(d => (d.Title, d.Number, d.Lines, d.FormedOn)), edited.Issue.Documents.Select(d => (d.Title, d.Number, d.Lines, d.FormedOn)));
        Assert.Equal(read.Read.Doubts.Select(d => d.Key), edited.Issue.Doubts.Select(d => d.Key));
    }

    [Fact]
    public void Documents_JoinedAndSplitAgain_AreThoseThatWereRead()
    {
        var read = Applied().Issue.Documents;
        var line = read[1].Lines.First;

        var joined = Applied(new JoinDocument(line));
        Assert.Equal(read.Count - 1, joined.Issue.Documents.Count);
        Assert.Equal(read[1].Lines.Last, First(joined).Lines.Last);
        Assert.Contains(joined.Issue.Doubts, d => d.Code == DoubtCode.DocumentMissing);
        Assert.Contains(read[1].Title, GazetteMarkdown.Write(First(joined)).Replace("\n", ""));

        var split = Applied(new JoinDocument(line), new SplitDocument(line, read[1].Entry!.Lines.First));
        Assert.Equal(read.Select(d => (d.Title, d.Number, d.FormedOn, d.Addressees, d.Page)), split.Issue.Documents.Select(d => (d.Title, d.Number, d.FormedOn, d.Addressees, d.Page)));
    }

    [Fact]
    public void Blocks_SplitAndJoined_AreTheBlockThatWasRead()
    {
        var block = First(Applied()).Blocks.First(b => b.Kind == BlockKind.Paragraph && b.Lines.Last > b.Lines.First);

        var split = Applied(new SplitBlock(block.Lines.Last));
        Assert.Equal(First(Applied()).Blocks.Count + 1, First(split).Blocks.Count);
        var joined = Applied(new SplitBlock(block.Lines.Last), new JoinBlocks(block.Lines.First, block.Lines.Last));

        Assert.Equal(First(Applied()).Blocks.Select(b => b.Text), First(joined).Blocks.Select(b => b.Text));
    }

    [Fact]
    public void Lines_MarkedAsEachKind_AreThat()
    {
        var line = Line("（二）分段负责");
        foreach (var kind in Enum.GetValues<BlockKind>().Where(k => k != BlockKind.Table))
        {
            var block = First(Applied(new MarkLines(line, line, kind))).Blocks.Last(b => b.Lines.First == line);
            Assert.Equal((kind, Source[line - 1].Trim()), (block.Kind, block.Text));
        }

        var heading = First(Applied(new MarkLines(line, line, BlockKind.Heading, 3))).Blocks.Single(b => b.Lines.First == line);
        Assert.Equal(3, heading.Level);
    }

    [Fact]
    public void Table_IsMadeOfCells_AndRefusedWithoutThem()
    {
        var text = SampleIssues.Paragraphs.Replace("二、做什么\n", "二、做什么\n\n河段\t单位\n东段  水利局\n");
        var at = Array.FindIndex(text.Split('\n'), l => l.StartsWith("河段\t", StringComparison.Ordinal)) + 1;

        var table = IssueEditing.Apply(Read(text), [new MarkLines(at, at + 1, BlockKind.Table, 1)]).Issue.Documents[0].Blocks.Single(b => b.Lines.First == at);

        Assert.Equal(["河段", "单位"], table.Rows![0]);
        Assert.Equal(["东段", "水利局"], table.Rows![1]);
        Assert.True(table.HasHeader);
        var refused = Apply(new MarkLines(Line("（二）分段负责"), Line("（二）分段负责"), BlockKind.Table)).Refused;
        Assert.Contains("看不出分列", Assert.Single(refused).Reason);
    }

    [Fact]
    public void Furniture_LeavesTheText_AndComesBack()
    {
        var line = Line("（二）分段负责");

        var without = Applied(new MarkFurniture(line, line));
        Assert.DoesNotContain(First(without).Blocks, b => b.Text.Contains("分段负责"));
        Assert.Contains(new LineSpan(line, line), without.Issue.Furniture);

        var again = Applied(new MarkFurniture(line, line), new MarkLines(line, line, BlockKind.Paragraph));
        Assert.Contains(First(again).Blocks, b => b.Text.Contains("分段负责"));
        Assert.DoesNotContain(new LineSpan(line, line), again.Issue.Furniture);
    }

    [Fact]
    public void Record_TakesWhatIsSet()
    {
        var line = First(Applied()).Lines.First;
        var document = First(Applied(
            new SetField(line, DocumentField.Title, "新题名"), new SetField(line, DocumentField.Number, "云政[2021]15号"),
            new SetField(line, DocumentField.FormedOn, "2021-3-2"), new SetField(line, DocumentField.EffectiveOn, "2021年5月1日"),
            new SetField(line, DocumentField.Addressees, ""), new SetField(line, DocumentField.Signature, "甲局、乙局")));

        Assert.Equal("新题名", document.Title);
        Assert.Equal("云政〔2021〕15号", document.Number?.ToString());
        Assert.Equal((new DateOnly(2021, 3, 2), new DateOnly(2021, 5, 1)), (document.FormedOn, document.EffectiveOn));
        Assert.Null(document.Addressees);
        Assert.Equal(["甲局", "乙局"], document.Signature);
    }

    [Fact]
    public void Contents_FollowEverySectionEdit()
    {
        var read = Applied();
        var (line, last) = (First(read).Lines.First, read.Issue.Sections[^1].Line);

        var edited = Applied(
            new AddSection("领导讲话", 0), new MoveDocument(line, -1, 0), new RenameSection(last, "政府办文件"), new SetMasthead(MastheadPart.TotalNumber, "59"),
            new SetEntry(First(read).Entry!.Lines.First, EntryField.Page, "2"));

        Assert.Equal("领导讲话", edited.Issue.Sections[0].Name);
        Assert.Equal(First(read).Title, edited.Issue.Sections[0].Entries[0].Title.Replace("云岭市人民政府关于", "云岭市人民政府关于"));
        Assert.Equal(("领导讲话", 2), (First(edited).Section, First(edited).Page));
        Assert.Equal("政府办文件", edited.Issue.Sections[^1].Name);
        Assert.Equal(59, edited.Issue.Masthead.TotalNumber);
        Assert.NotEmpty(Apply(new RemoveSection(last)).Refused);
        Assert.Equal(read.Issue.Sections.Count, Applied(new AddSection("空"), new RemoveSection(-1)).Issue.Sections.Count);
        Assert.Contains(Applied(new RemoveEntry(First(read).Entry!.Lines.First)).Issue.Doubts, d => d.Code == DoubtCode.EntryMissing);
    }

    [Fact]
    public void CorrectedLine_ReadsSo_AndTheSourceStays()
    {
        var line = Line("（二）分段负责");

        var edited = Applied(new CorrectLine(line, "（二）分河段负责。"));

        Assert.Contains(First(edited).Blocks, b => b.Text.Contains("分河段负责"));
        Assert.Equal("（二）分河段负责。", edited.Corrected[line]);
    }

    public static TheoryData<string> Refusals() =>
    [
        new SplitDocument(99999).Write(), new SplitDocument(0).Write(), new JoinDocument(1).Write(), new SplitBlock(-1).Write(), new JoinBlocks(5, 1).Write(),
        new MarkLines(1, 99999, BlockKind.Paragraph).Write(), new MarkLines(1, 200, BlockKind.Paragraph).Write(), new SetField(1, DocumentField.Title, "x").Write(), new MoveDocument(1, 0, 0).Write(),
        new LinkEntry(1, 1).Write(), new SetEntry(9999, EntryField.Page, "1").Write(), new RemoveEntry(0).Write(), new AddSection("").Write(), new RenameSection(-7, "x").Write(),
        new RemoveSection(77).Write(), new SetMasthead(MastheadPart.Year, "").Write(), new SetMasthead(MastheadPart.PublishedOn, "2021-2-30").Write(), new DecideDoubt("", "").Write(),
        new CorrectLine(1, "\n").Write(), new MarkLines(3, 3, (BlockKind)99).Write(),
    ];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void WhatDoesNotApply_IsRefusedInChinese_AndChangesNothing(string json)
    {
        var edited = Apply(IssueEdit.Parse(json)!);

        Assert.Matches("[\u4e00-\u9fff]{4}", Assert.Single(edited.Refused).Reason);
        Assert.Equal(Applied().Issue.Documents.Select(d => d.Lines), edited.Issue.Documents.Select(d => d.Lines));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"edit\":\"burn\"}")]
    [InlineData("{\"line\":3}")]
    public void WhatIsNoEdit_IsNull(string json) => Assert.Null(IssueEdit.Parse(json));

    private const string WithFaults = """
        云岭市人民政府 公 报 目 录

        云岭市人民政府关于整修水塔的通知 1

        2021

        第 4 号(总第 59 号)

        云岭市人民政府
        关于整修水塔的通知

        云政〔2021〕4号

        各县（市、区）人民政府：

        水塔要在年内修好,不得拖延;费用由市财政列支，请认真执行。

        云岭市人民政府

        2021年4月2日
        """;

    private static TextCorrection Comma(IssueReading reading) => reading.Read.Corrections.Single(c => c.Before == "," && c.After == "，");

    [Fact]
    public void ACorrection_TakenBack_AndMadeAgain_LeavesTheRestAsItIs()
    {
        var reading = Read(WithFaults);
        var comma = Comma(reading);

        var reverted = IssueEditing.Apply(reading, [SetCorrection.Of(comma, isReverted: true)]);
        Assert.Empty(reverted.Refused);
        Assert.Contains("年内修好,不得拖延；费用", reverted.Line(comma.Line));
        Assert.Contains(reverted.Issue.Documents[0].Blocks, b => b.Text.Contains("年内修好,不得拖延；费用", StringComparison.Ordinal));
        Assert.Equal([comma.Key], reverted.Reverted);

        var again = IssueEditing.Apply(reading, [SetCorrection.Of(comma, true), SetCorrection.Of(comma, false)]);
        Assert.Empty(again.Reverted);
        Assert.Equal(GazetteMarkdown.Write(IssueEditing.Apply(reading, []).Issue.Documents[0]), GazetteMarkdown.Write(again.Issue.Documents[0]));
    }

    [Fact]
    public void ACorrection_TakenBack_GoesTogetherWithOtherEdits_WhicheverCameFirst()
    {
        var reading = Read(WithFaults);
        var (comma, first) = (Comma(reading), reading.Read.Documents[0].Lines.First);
        IssueEdit revert = SetCorrection.Of(comma, isReverted: true);
        IssueEdit mark = new MarkLines(comma.Line, comma.Line, BlockKind.ListItem);
        IssueEdit title = new SetField(first, DocumentField.Title, "云岭市人民政府关于整修水塔的紧急通知");

        var (before, after) = (IssueEditing.Apply(reading, [revert, mark, title]), IssueEditing.Apply(reading, [mark, title, revert]));

        Assert.Empty(before.Refused);
        Assert.Equal(GazetteMarkdown.Write(before.Issue.Documents[0]), GazetteMarkdown.Write(after.Issue.Documents[0]));
        Assert.Contains(after.Issue.Documents[0].Blocks, b => b.Kind == BlockKind.ListItem && b.Text.Contains("修好,不得", StringComparison.Ordinal));
    }

    [Fact]
    public void ACorrectionThatWasNotMade_IsRefused()
    {
        var edited = IssueEditing.Apply(Read(WithFaults), [new SetCorrection("1:1:Punctuation", ",", "，", true), new SetCorrection(null!, null!, null!, true)]);

        Assert.Equal(["原文里没有这处更正。", "原文里没有这处更正。"], edited.Refused.Select(r => r.Reason));
    }

    [Fact]
    public void AFieldSetToNothing_IsKnownAsSuch()
    {
        var first = Read(WithFaults).Read.Documents[0].Lines.First;

        var edited = IssueEditing.Apply(Read(WithFaults), [new SetField(first, DocumentField.Number, ""), new SetField(first, DocumentField.FormedOn, "2021年4月3日")]);

        Assert.Equal([DocumentField.Number], edited.Issue.Documents[0].Emptied);
    }

    [Fact]
    public void ADocumentThatIsATableAlone_IsCalledByItsFirstRow()
    {
        var text = WithFaults.Replace("水塔要在年内", "| 水塔 | 容积 |\n| 城东 | 300 |\n\n水塔要在年内", StringComparison.Ordinal);
        var line = Array.FindIndex(text.Split('\n'), l => l.Contains("| 水塔", StringComparison.Ordinal)) + 1;

        var edited = IssueEditing.Apply(Read(text), [new SplitDocument(line)]);

        Assert.Equal("水塔 容积", edited.Issue.Documents[1].Title);
    }
}
