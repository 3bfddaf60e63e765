using Livelihood.Gazettes.Domain;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>One fault put into a clean issue gives one doubt, at its line.</summary>
public sealed class DoubtTests
{
    [Theory]
    [InlineData("沿岸步道建设的意见 1", "沿岸步建设的意见 1", DoubtCode.TitleDiffers)]
    [InlineData("关于做好春灌工作的通知 14", "关于做好春灌工作的通知 8", DoubtCode.PagesNotRising)]
    [InlineData("(总第 58 号)", "", DoubtCode.TotalNumberMissing)]
    [InlineData("出版日期:2021年3月31日", "", DoubtCode.PublishedOnMissing)]
    [InlineData("2021年3月20日", "2021年4月20日", DoubtCode.FormedAfterPublication)]
    [InlineData("2021年3月20日", "2021年2月30日", DoubtCode.DateImpossible)]
    [InlineData("云政办〔2021〕12号", "云政办〔2021〕11号", DoubtCode.NumberTwice)]
    [InlineData("云政办〔2021〕12号", "云政办〔2021〕10号", DoubtCode.NumbersNotRising)]
    [InlineData("云政办〔2021〕12号", "云政办〔2020〕12号", DoubtCode.NumberYearDiffers)]
    [InlineData("云政办〔2021〕12号", "", DoubtCode.NumberMissing)]
    [InlineData("|河段|负责单位|\n|---|---|\n", "| | |\n|---|---|\n", DoubtCode.TableWithoutHeader)]
    [InlineData("附件 2\n\n步道断面尺寸\n", "步道断面尺寸\n", DoubtCode.AnnexMissing)]
    [InlineData("室内菜市场", "室内\ufffd市场", DoubtCode.CharactersUnreadable)]
    [InlineData("- 云岭市人民政府办公室关于做好春灌工作的通知 14\n", "", DoubtCode.EntryMissing)]
    [InlineData("云岭市人民政府办公室关于做好春灌工作的通知 14\n", "云岭市人民政府办公室关于做好春灌工作的通知 14\n- 云岭市人民政府办公室关于举办渔业博览会的通知 16\n", DoubtCode.DocumentMissing)]
    public void OneFault_GivesItsDoubt(string clean, string faulty, DoubtCode expected)
    {
        Assert.Contains(clean, SampleIssues.Paragraphs);

        Assert.True(GazetteReader.TryRead(SampleIssues.Paragraphs.Replace(clean, faulty), out var issue, out _));

        var doubt = Assert.Single(issue.Doubts, d => d.Code == expected);
        Assert.NotEmpty(doubt.Message);
        Assert.All(doubt.Lines, l => Assert.InRange(l.First, 1, l.Last));
    }

    [Fact]
    public void TitleThatDiffers_PointsAtBothLines()
    {
        var text = SampleIssues.Paragraphs.Replace("沿岸步道建设的意见 1", "沿岸步建设的意见 1");
        Assert.True(GazetteReader.TryRead(text, out var issue, out _));

        var doubt = Assert.Single(issue.Doubts);

        var lines = text.Split('\n');
        Assert.Equal(2, doubt.Lines.Count);
        Assert.Contains("沿岸步建设", lines[doubt.Lines[0].Last - 1]);
        Assert.Contains("沿岸步道建设", lines[doubt.Lines[1].Last - 1]);
    }

    [Fact]
    public void MissingArticle_IsDoubted()
    {
        var text = SampleIssues.Nineties.Replace("　　第四条　本办法", "　　第五条　本办法");
        Assert.True(GazetteReader.TryRead(text, out var issue, out _));

        Assert.Contains("第4条", Assert.Single(issue.Doubts, d => d.Code == DoubtCode.ArticlesNotInOrder).Message);
    }
}
