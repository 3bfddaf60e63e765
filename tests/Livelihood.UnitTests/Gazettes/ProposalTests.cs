using Livelihood.Gazettes.Domain;
using Livelihood.Gazettes.Domain.Editing;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>A doubt's proposal, taken, settles the doubt and gives what the clean issue says.</summary>
public sealed class ProposalTests
{
    private static EditedIssue Apply(string text, params IssueEdit[] edits)
    {
        Assert.True(IssueReading.TryRead(text, out var reading, out _));
        return IssueEditing.Apply(reading, edits);
    }

    [Theory]
    [InlineData("沿岸步道建设的意见 1", "沿岸步建设的意见 1", DoubtCode.TitleDiffers, "采用正文的")]
    [InlineData("关于做好春灌工作的通知 14", "关于做好春灌工作的通知 8", DoubtCode.PagesNotRising, "前一条页码改为")]
    [InlineData("2021年3月20日", "2021年4月20日", DoubtCode.FormedAfterPublication, "成文日期改为2021年3月20日")]
    [InlineData("2021年3月20日", "2021年2月30日", DoubtCode.DateImpossible, "成文日期改为2021年2月20日")]
    [InlineData("云政办〔2021〕12号", "云政办〔2021〕11号", DoubtCode.NumberTwice, "改为云政办〔2021〕12号")]
    [InlineData("云政办〔2021〕12号", "云政办〔2021〕10号", DoubtCode.NumbersNotRising, "改为云政办〔2021〕12号")]
    [InlineData("云政办〔2021〕12号", "云政办〔2020〕12号", DoubtCode.NumberYearDiffers, "改为云政办〔2021〕12号")]
    [InlineData("- 云岭市人民政府办公室关于做好春灌工作的通知 14\n", "", DoubtCode.EntryMissing, "补进目录，排在前一份之后")]
    [InlineData("云岭市人民政府办公室关于做好春灌工作的通知 14\n", "云岭市人民政府办公室关于做好春灌工作的通知 14\n- 云岭市人民政府办公室关于举办渔业博览会的通知 16\n", DoubtCode.DocumentMissing, "没有这份文件，去掉目录里的这一条")]
    public void ProposalTaken_SettlesTheDoubt(string clean, string faulty, DoubtCode code, string label)
    {
        var text = SampleIssues.Paragraphs.Replace(clean, faulty);
        var doubt = Assert.Single(Apply(text).Issue.Doubts, d => d.Code == code);
        var proposal = Assert.Single(doubt.Proposals, p => p.Label.StartsWith(label, StringComparison.Ordinal));

        var settled = Apply(text, proposal.Edit);

        Assert.Empty(settled.Refused);
        Assert.DoesNotContain(settled.Issue.Doubts, d => d.Code == code);
    }

    [Fact]
    public void UnreadableCharacter_IsTypedIn()
    {
        var text = SampleIssues.Paragraphs.Replace("室内菜市场", "室内\ufffd市场");
        var doubt = Assert.Single(Apply(text).Issue.Doubts, d => d.Code == DoubtCode.CharactersUnreadable);
        var own = Assert.IsType<CorrectLine>(doubt.Own);

        var settled = Apply(text, own with { Value = own.Value.Replace('\ufffd', '菜') });

        Assert.Empty(settled.Issue.Doubts);
    }

    [Fact]
    public void DecidedDoubt_KeepsItsRemark_AndTheDecisionEndsWithTheWords()
    {
        var text = SampleIssues.Paragraphs.Replace("(总第 58 号)", "");
        var doubt = Assert.Single(Apply(text).Issue.Doubts, d => d.Code == DoubtCode.TotalNumberMissing);

        var decided = Apply(text, new DecideDoubt(doubt.Key, "印本没有"));

        Assert.Equal("印本没有", decided.Decisions[Assert.Single(decided.Issue.Doubts, d => d.Code == DoubtCode.TotalNumberMissing).Key]);
    }
}
