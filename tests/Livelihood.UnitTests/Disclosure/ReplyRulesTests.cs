using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>Each kind of reply by its rule: what it is counted as, what it must say, and its letter, which says it.</summary>
public sealed class ReplyRulesTests
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());
    private static readonly DateOnly Today = new(2026, 3, 20);

    [Fact]
    public void R_36_1_What_is_public_already_is_answered_with_the_way_to_get_it() =>
        AssertKind("public", Rules36(1), "r1", 12, nameof(ReplyContent.Information), new("public", Information: "市政府网站“规划计划”栏目"));

    [Fact]
    public void R_36_2_What_is_disclosed_is_named_or_how_it_is_got() =>
        AssertKind("disclosed", Rules36(2), "r1", 12, nameof(ReplyContent.Information), new("disclosed", Information: "规划图一份"));

    [Fact]
    public void R_36_3_A_refusal_says_on_which_ground_and_why() =>
        AssertKind("r3_4", Rules36(3), "r3_4", 14, nameof(ReplyContent.Reason), new("r3_4", "涉及第三方的技术秘密"));

    [Fact]
    public void R_36_4_What_does_not_exist_was_searched_for() =>
        AssertKind("absent", Rules36(4), "r4_1", 15, nameof(ReplyContent.Search), new("absent", Search: "在档案室和业务系统检索"));

    [Fact]
    public void R_36_5_What_another_agency_has_is_said_with_who_it_is()
    {
        AssertKind("elsewhere", Rules36(5), "r4_1", 16, nameof(ReplyContent.Reason), new("elsewhere", "由水务部门制作", Responsible: "云岭市水务局，0000-1234567"));
        Assert.False(ReplyKinds.Find("elsewhere")!.Parts.Single(part => part.Name == nameof(ReplyContent.Responsible)).IsRequired); // if known
    }

    [Fact]
    public void R_36_6_What_was_answered_before_is_answered_with_the_number_of_that_reply() =>
        AssertKind("repeated", Rules36(6), "r5_2", 17, nameof(ReplyContent.Earlier), new("repeated", Earlier: "云政公开〔2026〕1号，2026年1月5日"));

    [Fact]
    public void R_36_7_What_a_special_law_governs_is_answered_with_the_law_and_where() =>
        AssertKind("query", Rules36(7), "r3_8", 18, nameof(ReplyContent.Law), new("query", Law: "不动产登记暂行条例，到登记大厅查询"));

    [Fact]
    public void R_37_A_partial_disclosure_names_the_ground_of_each_withheld_part() =>
        AssertKind("partly", "R-37", "r2", 13, nameof(ReplyContent.Withheld), new("partly", Information: "合同一份", Withheld: "第三页的单价，第十五条，涉及商业秘密"));

    [Fact]
    public void R_38_What_would_have_to_be_made_need_not_be_made() =>
        AssertKind("making", "R-38", "r4_2", 19, nameof(ReplyContent.Reason), new("making", "没有按月汇总过"));

    [Fact]
    public void R_39a_A_petition_in_disguise_is_shown_the_right_channel() =>
        AssertKind("petition", "R-39a", "r5_1", 20, nameof(ReplyContent.Channel), new("petition", Channel: "向信访窗口提出"));

    [Fact]
    public void R_39b_Public_publications_are_answered_with_how_to_get_them() =>
        AssertKind("publication", "R-39b", "r5_3", 21, nameof(ReplyContent.Channel), new("publication", Channel: "新华书店有售"));

    [Fact]
    public void R_43_The_help_that_is_asked_for_is_seen_by_the_office_as_it_was_asked()
    {
        var who = new Requester(
            RequesterKind.Natural, "申请人甲", ContactPerson: null, IdentityDocumentKind.OtherPersonal, "T1", "13800000000", Email: null, "测试路1号", Postcode: null, Help: "看不清小字，请用大字答复");
        Assert.Equal("看不清小字，请用大字答复", who.Masked().Help); // what the office's page shows before anybody unmasks anything
    }

    /// <summary>Every outcome that an office can choose has its kinds, and each of them its case above.</summary>
    [Fact]
    public void Every_kind_of_reply_must_say_something() => Assert.All(ReplyKinds.All.Concat(ReplyKinds.OfCorrections), kind => Assert.Contains(kind.Parts, part => part.IsRequired));

    private static string Rules36(int item) => $"R-36-{item}";

    private static void AssertKind(string key, string rule, string outcome, int letter, string needed, ReplyContent content)
    {
        var kind = ReplyKinds.Find(key)!;
        Assert.Equal((rule, outcome, letter), (kind.Rule, kind.Outcome, kind.Letter));
        Assert.True(kind.Parts.Single(part => part.Name == needed).IsRequired);
        Assert.Contains($"规则{rule}", Assert.Throws<DisclosureRuleException>(() => Open().With(new ReplyProposed(Today, outcome, "a", new(key)), Today, Calendar)).Message);

        var proposed = Open().With(new ReplyProposed(Today, outcome, "a", content), Today, Calendar);
        var written = LetterSamples.Write(proposed, new Replied(Today, outcome, "", "b")).Single();
        Assert.Equal(letter, written.Kind.Number);
        Assert.All(kind.Parts.Select(part => content[part.Name]).OfType<string>(), said => Assert.Contains(said, written.Text.Markdown));
        Assert.Equal(outcome, proposed.With(new Replied(Today, outcome, "x", "b"), Today, Calendar).Outcome!.Key);
    }

    private static RequestHistory Open() => new RequestHistory([])
        .With(new Submitted(new(2026, 3, 2), Channel.Internet), Today, Calendar).With(new Confirmed(new(2026, 3, 2)), Today, Calendar);
}
