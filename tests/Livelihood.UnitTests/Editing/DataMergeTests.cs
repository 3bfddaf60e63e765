using System.Text.Json.Nodes;
using Livelihood.Content.Editing.Merging;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Xunit;

namespace Livelihood.UnitTests.Editing;

public sealed class DataMergeTests
{
    private static readonly Dictionary<string, MergeSide> Nothing = [];

    [Fact]
    public void DifferentFields_AreBothTaken()
    {
        var before = Data("标题", "正文", "概述");

        var merged = DataMerge.Merge(before, Data("新标题", "正文", "概述"), Data("标题", "正文", "新概述"), Nothing);

        Assert.Empty(merged.Conflicts);
        Assert.Equal(Data("新标题", "正文", "新概述").ToString(), merged.Data.ToString());
    }

    [Fact]
    public void SameField_IsForSomebodyToChoose_AndMineUntilThen()
    {
        var (before, theirs, mine) = (Data("标题", "文", "概"), Data("他的", "文", "概"), Data("我的", "文", "概"));

        var merged = DataMerge.Merge(before, theirs, mine, Nothing);
        var chosen = DataMerge.Merge(before, theirs, mine, new Dictionary<string, MergeSide> { ["TitlePart.Title"] = MergeSide.Theirs });

        Assert.Equal("TitlePart.Title", Assert.Single(merged.Conflicts).Key);
        Assert.Equal("我的", merged.Data.Get<TitlePart>()!.Title);
        Assert.Equal("他的", chosen.Data.Get<TitlePart>()!.Title);
    }

    [Fact]
    public void Texts_AreMergedByParagraph_AlsoInFields()
    {
        ContentData With(string text) => Data("标题", text, "概").Set("Notice", new JsonObject { ["Text"] = new JsonObject { ["Markdown"] = text } });

        var merged = DataMerge.Merge(With("甲\n\n乙"), With("甲甲\n\n乙"), With("甲\n\n乙乙"), Nothing);

        Assert.Empty(merged.Conflicts);
        Assert.Equal("甲甲\n\n乙乙", merged.Data.Get<MarkdownBodyPart>()!.Markdown);
        Assert.Equal("甲甲\n\n乙乙", (string?)merged.Data.Get("Notice")!["Text"]!["Markdown"]);
    }

    [Fact]
    public void ParagraphOfBoth_IsChosenByItsNumber()
    {
        var merged = DataMerge.Merge(Data("题", "甲\n\n乙", "概"), Data("题", "他\n\n乙", "概"), Data("题", "我\n\n乙", "概"),
            new Dictionary<string, MergeSide> { ["MarkdownBodyPart.Markdown.0"] = MergeSide.Both });

        Assert.Equal("他\n\n我\n\n乙", merged.Data.Get<MarkdownBodyPart>()!.Markdown);
        Assert.True(Assert.Single(merged.Conflicts).IsParagraph);
    }

    [Fact]
    public void ValueThatOneEmptied_IsEmpty()
    {
        var merged = DataMerge.Merge(Data("题", "文", "概"), Data("题", "文", null), Data("新题", "文", "概"), Nothing);

        Assert.Null(merged.Data.Get<DisclosureRecordPart>()!.Abstract);
        Assert.Equal("新题", merged.Data.Get<TitlePart>()!.Title);
    }

    private static ContentData Data(string title, string body, string? summary) =>
        new(new TitlePart(title), new MarkdownBodyPart(body), new DisclosureRecordPart { Category = "20-1", Abstract = summary });
}
