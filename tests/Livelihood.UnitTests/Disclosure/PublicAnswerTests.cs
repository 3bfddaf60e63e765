using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.PublicLog;
using Livelihood.Disclosure.Domain.Requesters;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>What is published of an answer says nothing of who asked .</summary>
public sealed class PublicAnswerTests
{
    private static readonly Requester s_person = new(
        RequesterKind.Natural, "阿依·申请人甲", null, IdentityDocumentKind.ResidentCard, "411200198001010011",
        "03982800000-12", "Ask.Er@example.com", "云岭市湖边区测试路1号3单元", "472000", null);

    [Theory]
    [InlineData("由阿依·申请人甲提出", "申请人的姓名或者名称")]
    [InlineData("由 阿依 申请人甲 提出", "申请人的姓名或者名称")]
    [InlineData("证号４１１２００ 19800101-0011。", "申请人的证件号码")]
    [InlineData("电话：(0398)2800000", "申请人的电话")]
    [InlineData("打2800000", "申请人的电话")]
    [InlineData("寄到ask.er＠example.com", "申请人的电子邮箱")]
    [InlineData("住在云岭市湖边区测试路1号3单元", "申请人的地址")]
    [InlineData("住测试路 1 号 3 单元", "申请人的地址")]
    public void R_44_The_requester_is_found_however_it_is_written(string text, string found) =>
        Assert.Contains(found, PersonalDataCheck.Found(s_person, text));

    [Theory]
    [InlineData("公路养护经费一百万元，云岭市湖边区")]
    [InlineData("文号云政〔2026〕28号，共2800001元")]
    [InlineData("")]
    public void R_44_What_is_not_the_requesters_is_let_through(string text) => Assert.Empty(PersonalDataCheck.Found(s_person, text));

    [Fact]
    public void R_44_Data_that_are_missing_or_too_short_find_nothing()
    {
        var bare = s_person with { Name = "甲", DocumentNumber = "12", Phone = null, Email = null, Address = "区" };
        Assert.Empty(PersonalDataCheck.Found(bare, "甲区12号的公路"));
    }

    [Theory]
    [InlineData("证号110101199003071234的人", "110101199003071234")]
    [InlineData("证号 110101 1990 0307 123x", "110101 1990 0307 123x")]
    [InlineData("电话１３８ 0000-1234。", "138 0000-1234")]
    public void R_44_Numbers_of_anybody_are_pointed_out(string text, string number) => Assert.Equal([number], PersonalDataCheck.Numbers(text));

    [Theory]
    [InlineData("合同总价 123456789012345678901 元")]
    [InlineData("电话0398-2800000，2026年1月1日")]
    public void R_44_Other_numbers_are_not(string text) => Assert.Empty(PersonalDataCheck.Numbers(text));

    [Theory]
    [InlineData("由阿依·申请人甲（411200 19800101 0011）提出，电话(0398)2800000。", "由×××（×××）提出，电话(×××。")]
    [InlineData("别人的13912345678和１１０１０１199003071234", "别人的×××和×××")]
    [InlineData("公路养护经费，云政〔2026〕28号", "公路养护经费，云政〔2026〕28号")]
    [InlineData("", "")]
    public void R_32_For_others_persons_are_masked_where_they_stand_and_the_rest_stays(string text, string masked)
    {
        Assert.Equal(masked, PersonalDataCheck.Masked(s_person, text));
        Assert.Empty(PersonalDataCheck.Found(s_person, masked));
    }

    [Fact]
    public void R_44_Names_of_who_was_consulted_are_found_however_they_are_written()
    {
        Assert.True(PersonalDataCheck.Names(["乙 测试公司"], "与“乙测试·公司”的合同"));
        Assert.False(PersonalDataCheck.Names(["乙测试公司", "丙"], "与测试公司和丙的合同"));
        Assert.Equal([nameof(AnswerDraft.Summary)], new AnswerDraft("合同", "乙测试公司的合同", "正文", "20-1").Names(["乙测试公司"]).Select(problem => problem.Field));
    }

    [Fact]
    public void R_44_The_first_draft_says_what_was_asked_and_answered()
    {
        var day = new DateOnly(2026, 3, 2);
        var history = new RequestHistory(
        [
            new Submitted(day, Channel.InPerson),
            new ReplyProposed(day, "r1", "account:1", new ReplyContent("disclosed", Information: "养护合同一份\n附图一张")),
            new Replied(day, "r1", "云政公开〔2026〕1号", "account:2"),
            new Served(day, ServiceWay.InPerson, "签收"),
        ]);
        var draft = AnswerDraft.Of(new("公路养护合同", "云政〔2026〕3号", null, WantedForm.Paper, DeliveryWay.PickUp), history);
        Assert.Equal("公路养护合同", draft.Title);
        Assert.All(["## 申请的内容", "文号：云政〔2026〕3号", "## 答复", "予以公开", "公开的信息：养护合同一份\n\n附图一张"], words => Assert.Contains(words, draft.Text));
        Assert.DoesNotContain("公开〔2026〕1号", draft.Text); // the letter's number leads to one person
        Assert.Equal([nameof(AnswerDraft.Category)], draft.Problems().Select(problem => problem.Field));
        Assert.Empty((draft with { Category = "20-1" }).Problems());
        Assert.Equal([nameof(AnswerDraft.Title), nameof(AnswerDraft.Category), nameof(AnswerDraft.Summary), nameof(AnswerDraft.Text)], new AnswerDraft(" ", "", "").Problems().Select(problem => problem.Field));
        Assert.Equal([nameof(AnswerDraft.Text)], (draft with { Text = "阿依·申请人甲" }).PersonalData(s_person).Select(problem => problem.Field));
    }

    [Fact]
    public void R_44_Every_outcome_of_a_reply_can_be_filtered_by()
    {
        var recipe = File.ReadAllText(Livelihood.TestSupport.Repository.PathOf("content-recipes", "content-types.recipe.json"));
        Assert.All(OutcomeTable.All.Where(outcome => outcome.IsReply), outcome => Assert.Contains($$"""{ "name": "{{outcome.Name}}", "value": "{{outcome.Key}}" }""", recipe));
    }
}
