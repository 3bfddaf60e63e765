using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>A reasonable later date of reply, and the correction of records about oneself .</summary>
public sealed class LaterDateTests
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Fact]
    public void R_35_A_later_date_holds_and_its_derivation_says_how_and_why()
    {
        var deadline = Read(new Postponed(On("2026-03-20"), On("2026-05-30")));
        Assert.Equal(On("2026-06-01"), deadline.Due); // 30 May 2026 is a Saturday
        var last = deadline.Steps[^1];
        Assert.Equal((Rules.Excess, On("2026-03-31"), On("2026-06-01")), (last.Rule, last.From, last.To));
        Assert.Contains("2026年3月20日根据申请人说明的理由，确定延迟至2026年5月30日答复（《条例》第三十五条），2026年5月30日是休息日，顺延。期限至2026年6月1日届满。", last.Text);
    }

    [Theory]
    [InlineData("2026-03-20", "2026-03-30")] // no later than the reply is due anyway
    [InlineData("2026-03-31", "2026-05-29")] // the deadline has passed
    [InlineData("2026-03-20", "1926-05-29")] // a slip of the pen, before anything the calendar knows
    public void R_35_A_date_that_is_not_later_or_set_too_late_is_refused(string on, string until) =>
        Assert.Equal(Rules.Excess, Assert.Throws<DisclosureRuleException>(() => Read(new Postponed(On(on), On(until)))).Rule);

    [Fact]
    public void R_35_It_is_set_once_and_no_extension_follows_it()
    {
        var once = new Postponed(On("2026-03-20"), On("2026-05-29"));
        Assert.Equal(Rules.Excess, Assert.Throws<DisclosureRuleException>(() => Read(once, new Postponed(On("2026-03-21"), On("2026-06-30")))).Rule);
        Assert.Equal(Rules.Extension, Assert.Throws<DisclosureRuleException>(() => Read(once, new Extended(On("2026-03-21"), 5))).Rule);
    }

    [Fact]
    public void R_35_R_RE_A_restart_drops_it_and_says_so()
    {
        var deadline = Read(new Postponed(On("2026-03-05"), On("2026-05-29")), new FeeNoticed(On("2026-03-06")), new FeePaid(On("2026-03-09")));
        Assert.Equal(Read(new FeeNoticed(On("2026-03-06")), new FeePaid(On("2026-03-09"))).Due, deadline.Due);
        Assert.Contains(deadline.Steps, step => step.Text.Contains("2026年3月5日确定的延迟答复日期随之失效"));
    }

    [Fact]
    public void R_35_A_consultation_that_lasts_beyond_it_still_suspends()
    {
        var (sent, set) = (new ConsultationSent(On("2026-03-26"), "1"), new Postponed(On("2026-03-25"), On("2026-04-01")));
        var deadline = Read(set, sent);
        Assert.Equal(Read(sent).Due, deadline.Due);
        Assert.True(deadline.Due > On("2026-04-01"));
        Assert.Contains("以后一个日期为准", deadline.Steps[^1].Text);
    }

    [Fact]
    public void R_35_Only_the_head_sets_it_and_only_after_reasons_were_given()
    {
        Assert.All(Workflow.Table.Where(line => line.Event == typeof(Postponed)), line => Assert.Equal([EventSource.Head], line.By));
        var open = Open(Channel.Internet);
        var asked = open.With(new ReasonsAsked(On("2026-03-04"), "九次", On("2026-03-18")), Today, Calendar);
        var set = new Postponed(On("2026-03-12"), On("2026-05-29"), "材料分散", "head");
        Assert.Contains("先要求申请人说明理由", Assert.Throws<DisclosureRuleException>(() => open.With(set, Today, Calendar)).Message);
        Assert.Throws<DisclosureRuleException>(() => asked.With(set, Today, Calendar));
        var given = asked.With(new ReasonsGiven(On("2026-03-11"), "研究需要"), Today, Calendar).With(set, On("2026-03-12"), Calendar);
        Assert.Equal((RequestState.Open, On("2026-05-29")), (given.State, given.ReplyDeadline(Calendar)!.Due));
        Assert.Equal([(LimitKind.Reply, On("2026-05-29"))], OpenLimits.Of(given, Calendar).Where(limit => limit.Kind == LimitKind.Reply).Select(limit => (limit.Kind, limit.DueOn)));
        var letter = LetterSamples.Write(new([.. given.Events.SkipLast(1)]), set).Single();
        Assert.Equal(26, letter.Kind.Number);
        Assert.Contains("确定延迟到2026年5月29日答复", letter.Text.Markdown);
    }

    [Fact]
    public void R_41_A_correction_is_answered_by_its_own_kinds_with_its_own_letter()
    {
        var open = Open(Channel.InPerson, RequestMatter.Correction);
        Assert.Equal(RequestMatter.Correction, open.Matter);
        Assert.Throws<DisclosureRuleException>(() => open.With(new ReplyProposed(On("2026-03-05"), "r1", "a", new("disclosed", Information: "一份")), Today, Calendar));
        Assert.Throws<DisclosureRuleException>(() => Open(Channel.InPerson).With(new ReplyProposed(On("2026-03-05"), "c1", "a", new("corrected", "属实", Result: "改了")), Today, Calendar));
        Assert.Contains("处理结果", Assert.Throws<DisclosureRuleException>(() => open.With(new ReplyProposed(On("2026-03-05"), "c2", "a", new("forwarded", "属实")), Today, Calendar)).Message);
        Assert.Equal(Rules.RecordsOfOneself, Assert.Throws<DisclosureRuleException>(() => open.With(new FeeNoticed(On("2026-03-05")), Today, Calendar)).Rule);
        Assert.All(ReplyKinds.OfCorrections, kind =>
        {
            Assert.Equal((24, RequestMatter.Correction), (kind.Letter, open.Matter));
            var proposed = open.With(new ReplyProposed(On("2026-03-05"), kind.Outcome, "a", new(kind.Key, "审核属实", Result: "已经改正出生日期")), Today, Calendar);
            var letter = LetterSamples.Write(proposed, new Replied(On("2026-03-06"), kind.Outcome, "", "b")).Single();
            Assert.Equal(24, letter.Kind.Number);
            Assert.All(new[] { "已经改正出生日期", "审核属实", "第四十一条", "60日" }, said => Assert.Contains(said, letter.Text.Markdown));
            Assert.Equal(kind.Outcome, proposed.With(new Replied(On("2026-03-06"), kind.Outcome, "x", "b"), Today, Calendar).Outcome!.Key);
        });
        Assert.NotNull(HandLetter.Find(24)!.Objection(open));
        Assert.Null(HandLetter.Find(24)!.Objection(Open(Channel.InPerson)));
    }

    [Fact]
    public void R_41_The_rows_of_the_annual_report_have_none_for_it() =>
        Assert.Empty(Livelihood.Disclosure.Domain.AnnualReports.ReportRow.All.Select(row => row.Key).Intersect(OutcomeTable.OfCorrections.Select(outcome => outcome.Key)));

    [Fact]
    public void R_CH_Visits_and_post_are_in_no_declaration_and_a_fax_needs_its_number()
    {
        var nothing = new GuideChannels(TakesInternet: false, TakesFax: false);
        Assert.Equal([Channel.InPerson, Channel.Oral, Channel.SignedPost, Channel.OrdinaryPost], Enum.GetValues<Channel>().Where(nothing.Takes));
        Assert.All(Enum.GetValues<Channel>(), channel => Assert.True(new GuideChannels(true, true, "000-1234567").Takes(channel)));
        Assert.Empty(nothing.Objections());
        Assert.Equal(nameof(GuideChannels.FaxNumber), new GuideChannels(true, TakesFax: true).Objections().Single().Field);
        Assert.Equal(nameof(GuideChannels.FaxNumber), new GuideChannels(true, TakesFax: true, "请来电").Objections().Single().Field);
        Assert.Equal(nameof(GuideChannels.Hours), new GuideChannels(true, TakesFax: false, Hours: new('时', 201)).Objections().Single().Field);
    }

    private static DateOnly On(string date) => DateOnly.Parse(date);

    private static Deadline Read(params ClockEvent[] events) => ReplyClock.Read(On("2026-03-02"), events, Calendar);

    private static RequestHistory Open(Channel channel, RequestMatter? matter = null)
    {
        var submitted = new RequestHistory([]).With(new Submitted(On("2026-03-02"), channel, matter), Today, Calendar);
        return channel == Channel.Internet ? submitted.With(new Confirmed(On("2026-03-02")), Today, Calendar) : submitted;
    }
}
