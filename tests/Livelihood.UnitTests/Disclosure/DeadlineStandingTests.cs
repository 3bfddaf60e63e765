using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>What is said of a deadline, and whether a request is late, in each state.</summary>
public sealed class DeadlineStandingTests
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly RequestEvent[] s_replied = [new ReplyProposed(On("2026-03-27"), "r1", "a"), new Replied(On("2026-03-27"), "r1", "x", "b")];

    [Theory]
    [InlineData("2026-03-27", "还有1个工作日")]
    [InlineData("2026-03-30", "今天届满")]
    [InlineData("2026-03-31", "已超过1个工作日")]
    public void R_33a_While_a_reply_is_due_days_are_counted(string today, string note) =>
        Assert.Equal((DeadlinePhase.Counting, note), (Of(Open(), today).Phase, Of(Open(), today).Note));

    [Fact]
    public void R_33a_On_the_days_off_behind_the_last_day_it_is_past()
    {
        var friday = After(new Submitted(On("2026-03-06"), Channel.InPerson)); // due on Friday, 3 April; then comes Qingming
        Assert.Equal("今天届满", DeadlineStanding.Of(friday, On("2026-04-03"), On("2026-04-03"), Calendar).Note);
        Assert.Equal("已经届满", DeadlineStanding.Of(friday, On("2026-04-03"), On("2026-04-05"), Calendar).Note);
    }

    [Fact]
    public void R_SERVE_What_was_answered_on_the_last_day_does_not_grow_late_afterwards()
    {
        var served = Open([.. s_replied, new Served(On("2026-03-30"), ServiceWay.Post)]);
        Assert.Equal((DeadlinePhase.Ended, 0, "已于2026年3月30日答复（期限2026年3月30日）"), Values(served, "2026-04-14"));
        Assert.False(served.IsLate(On("2026-04-14"), Calendar));
        var late = Open([.. s_replied, new Served(On("2026-04-01"), ServiceWay.Post)]);
        Assert.Equal("已于2026年4月1日答复（期限2026年3月30日，超过2个工作日）", Of(late, "2026-04-14").Note);
        Assert.True(late.IsLate(On("2026-04-14"), Calendar));
        Assert.StartsWith("答复已经作出，还没有送达；已超过", Of(Open(s_replied), "2026-04-14").Note);
    }

    [Fact]
    public void R_30_R_FEE_While_the_requester_has_to_act_nothing_is_counted_nobody_is_late_and_nobody_complains()
    {
        RequestHistory[] waiting = [Open(new CorrectionAsked(On("2026-03-05"), On("2026-04-30"))), Open(new FeeNoticed(On("2026-03-25")))];
        Assert.All(waiting, history =>
        {
            var standing = Of(history, "2026-04-14");
            Assert.Equal((DeadlinePhase.Waiting, 0), (standing.Phase, standing.DaysLeft));
            Assert.Contains("重新计算20个工作日", standing.Note);
            Assert.False(history.IsLate(On("2026-04-14"), Calendar));
            Assert.Equal("R-47", Assert.Throws<DisclosureRuleException>(() => history.With(new ComplaintFiled(On("2026-04-14"), "1"), Today, Calendar)).Rule);
            Assert.DoesNotContain(RequestDates.Of(history, On("2026-04-14"), Calendar), date => date.Key is "reply" or "litigation");
            Assert.False(history.With(new Withdrawn(On("2026-04-14")), Today, Calendar).IsLate(Today, Calendar));
        });
        Assert.False(waiting[0].With(new CorrectionLapsed(On("2026-05-06")), Today, Calendar).IsLate(Today, Calendar));
        Assert.True(Open().With(new Withdrawn(On("2026-04-14")), Today, Calendar).IsLate(Today, Calendar));
        Assert.Equal("已于2026年4月14日办结，答复期限不再计算", Of(Open(new Withdrawn(On("2026-04-14"))), "2026-05-14").Note);
    }

    private static DateOnly On(string date) => DateOnly.Parse(date);

    private static RequestHistory Open(params RequestEvent[] more) => After([new Submitted(On("2026-03-02"), Channel.Internet), new Confirmed(On("2026-03-02")), .. more]);

    private static RequestHistory After(params RequestEvent[] events) => events.Aggregate(new RequestHistory([]), (history, next) => history.With(next, Today, Calendar));

    private static DeadlineStanding Of(RequestHistory history, string today) => DeadlineStanding.Of(history, history.ReplyDeadline(Calendar)!.Due, On(today), Calendar);

    private static (DeadlinePhase Phase, int DaysLeft, string Note) Values(RequestHistory history, string today) =>
        Of(history, today) is var standing ? (standing.Phase, standing.DaysLeft, standing.Note) : default;
}
