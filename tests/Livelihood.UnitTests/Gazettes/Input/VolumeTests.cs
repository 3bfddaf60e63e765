using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Input;
using Xunit;

namespace Livelihood.UnitTests.Gazettes.Input;

/// <summary>A text with several issues is parted at their mastheads; usual signs take the place of odd ones.</summary>
public sealed class VolumeTests
{
    private static string Issue(int number, string after = "") => $"""
        云岭市人民政府公报
        2022年第{number}号（总第{100 + number}号）
        目 录
        【市政府文件】
        云岭市人民政府关于修建{number}号公园的决定 1
        云岭市人民政府关于检查{number}号水井的通知 3
        主 办：云岭市人民政府办公室
        出版日期：2022年{number}月28日

        云岭市人民政府
        关于修建{number}号公园的决定
        云政〔2022〕{number}1号
        各县（市、区）人民政府：
        市政府决定修建{number}号公园，四月开工，次年完工，请各有关单位配合施工。
        云岭市人民政府
        2022年{number}月5日

        云岭市人民政府
        关于检查{number}号水井的通知
        云政〔2022〕{number}2号
        各县（市、区）人民政府：
        请在雨季之前检查每一口水井，检查的结果在月底以前报送市水利局。
        云岭市人民政府
        2022年{number}月12日
        {after}
        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_volume_is_parted_at_each_masthead(string lineBreak)
    {
        var text = string.Join("\n", Issue(1), Issue(2, "地 址：云岭市溪口路9号\n电 话：0000-0000000"), "\f" + Issue(3)).ReplaceLineEndings(lineBreak);

        var parts = Volume.Split(text, out var refusal);

        Assert.Null(refusal);
        Assert.Equal(text, string.Concat(parts.Select(p => p.Text)));
        Assert.Equal([1, 2, 3], parts.Select(NumberOf));
        Assert.Contains("溪口路9号", parts[1].Text);
        Assert.Equal(parts[0].Lines.Last + 1, parts[1].Lines.First);
        Assert.All(parts, p => Assert.Equal(2, Read(p).Documents.Count));
    }

    [Fact]
    public void A_single_issue_stays_whole_also_with_a_yearly_index_behind_it()
    {
        var index = "云岭市人民政府公报2022年总目录\n第1号\n云岭市人民政府关于修建1号公园的决定 1\n第2号\n云岭市人民政府关于检查2号水井的通知 3";

        Assert.Single(Volume.Split(Issue(2), out _));
        Assert.Single(Volume.Split(Issue(2) + "\n\n" + index, out var refusal));
        Assert.Null(refusal);
    }

    [Fact]
    public void Contents_inside_a_document_begin_no_issue() =>
        Assert.Single(Volume.Split(Issue(2, "附件：规划\n目 录\n第一章 总则 1\n第二章 布局 5\n第三章 保障 9\n\n第一章 总则\n规划的范围是全市。"), out _));

    [Fact]
    public void Two_parts_that_call_themselves_alike_are_refused_with_their_lines()
    {
        var parts = Volume.Split(Issue(1) + "\n" + Issue(2) + "\n" + Issue(1), out var refusal);

        Assert.Empty(parts);
        Assert.Contains("2022年第1号", refusal!.Message);
        Assert.Matches("第1行、第[0-9]+行", refusal.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("今天天气很好。")]
    public void What_is_no_gazette_stays_whole(string text) => Assert.Equal(text, Assert.Single(Volume.Split(text, out _)).Text);

    [Fact]
    public void Odd_signs_become_usual_ones_and_are_counted()
    {
        Assert.Equal("一人民西长fi门 豈\n甲", UsualSigns.In("⼀⼈⺠⻄⻓ﬁ⻔ \uF900\v甲", out var replaced));
        Assert.Equal(8, replaced);
        Assert.Equal("〇㎡①Ａ：“”——", UsualSigns.In("〇㎡①Ａ：“”——", out replaced));
        Assert.Equal(0, replaced);
    }

    private static PrintedIssue Read(VolumePart part) => GazetteReader.TryRead(part.Text, out var issue, out _) ? issue : throw new InvalidOperationException(part.Text);

    private static int? NumberOf(VolumePart part) => Read(part).Masthead.Number;
}
