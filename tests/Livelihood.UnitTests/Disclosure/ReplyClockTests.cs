using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>Each rule of the reply clock by its id, with dates counted by hand on the calendar of 2026.</summary>
public sealed class ReplyClockTests
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());

    private static DateOnly On(string date) => DateOnly.Parse(date);

    private static Deadline Read(string received, params ClockEvent[] events) => ReplyClock.Read(On(received), events, Calendar);

    private static DisclosureRuleException Refused(string received, params ClockEvent[] events) =>
        Assert.Throws<DisclosureRuleException>(() => Read(received, events));

    [Theory]
    [InlineData("2026-02-05", "2026-03-11", "2026-03-13")]
    [InlineData("2026-04-10", "2026-05-12", "2026-05-13")]
    [InlineData("2026-09-10", "2026-10-14", "2026-10-16")]
    [InlineData("2026-09-18", "2026-10-22", "2026-10-26")]
    public void R_33a_Twenty_working_days_from_receipt(string received, string due, string wrongWithoutMakeUpDays)
    {
        var deadline = Read(received);
        Assert.Equal(On(due), deadline.Due);
        Assert.False(deadline.IsProvisional);

        var withoutMakeUpDays = new WorkingDayCalendar(new([.. Calendar.Document.Years.Select(year => year with { MakeUpWorkingDays = [] })]));
        Assert.Equal(On(wrongWithoutMakeUpDays), ReplyClock.Read(On(received), [], withoutMakeUpDays).Due);
    }

    [Fact]
    public void R_C5_The_derivation_is_written_out()
    {
        var deadline = Read("2026-02-05");
        Assert.Collection(deadline.Steps,
            step =>
            {
                Assert.Equal((On("2026-02-05"), On("2026-02-05"), 0, "R-C1"), (step.From, step.To, step.Counted, step.Rule));
                Assert.Equal("2026年2月5日收到申请，当日不计入期限，从下一个工作日起算（《条例》第三十一条、第三十三条第二款）。", step.Text);
            },
            step =>
            {
                Assert.Equal((On("2026-02-06"), On("2026-03-11"), 20, "R-33a"), (step.From, step.To, step.Counted, step.Rule));
                Assert.Equal("2026年2月6日至3月11日计20个工作日（含调休上班的2月14日、2月28日），累计20个；答复期限为20个工作日（《条例》第三十三条第二款）。期限至2026年3月11日届满。", step.Text);
                Assert.Contains(new LeftOut(On("2026-02-17"), "春节放假"), step.Left);
                Assert.Contains(new LeftOut(On("2026-02-08"), "周末"), step.Left);
                Assert.DoesNotContain(step.Left, left => left.On == On("2026-02-14"));
            });
        Assert.Equal(Calendar.Version, deadline.CalendarVersion);
    }

    [Fact]
    public void R_C4_A_deadline_in_a_year_not_announced_is_provisional()
    {
        var deadline = Read("2026-12-15");
        Assert.Equal(On("2027-01-13"), deadline.Due);
        Assert.True(deadline.IsProvisional);
        Assert.EndsWith("2027年的放假安排尚未公布，此日期为暂定。", deadline.Steps[^1].Text);
    }

    [Fact]
    public void R_C2_A_receipt_outside_of_the_calendar_is_refused() => Assert.Equal("R-C2", Refused("1999-05-01").Rule);

    [Fact]
    public void R_30_A_correction_restarts_the_clock_on_the_day_it_arrives()
    {
        var deadline = Read("2026-03-02", new CorrectionAsked(On("2026-03-06")), new CorrectionArrived(On("2026-03-16")));
        Assert.Equal(On("2026-03-16"), deadline.Start);
        Assert.Equal(On("2026-04-14"), deadline.Due); // 17-20, 23-27, 30-3 April, 7-10, 13-14: 4+5+5+4+2
        Assert.Contains(deadline.Steps, step => step.Rule == "R-30" && step.To == On("2026-03-16"));
    }

    [Fact]
    public void R_30_Asking_for_a_correction_alone_moves_nothing() =>
        Assert.Equal(Read("2026-03-02").Due, Read("2026-03-02", new CorrectionAsked(On("2026-03-06"))).Due);

    [Theory]
    [InlineData("2026-03-11", true)] // the seventh working day
    [InlineData("2026-03-12", false)]
    public void R_30_A_correction_is_asked_within_seven_working_days(string asked, bool accepted)
    {
        if (accepted)
        {
            Read("2026-03-02", new CorrectionAsked(On(asked)));
            return;
        }

        var refused = Refused("2026-03-02", new CorrectionAsked(On(asked)));
        Assert.Equal("R-30", refused.Rule);
        Assert.Contains("2026年3月11日", refused.Message);
    }

    [Fact]
    public void R_30_A_correction_is_asked_once() =>
        Assert.Equal("R-30", Refused("2026-03-02", new CorrectionAsked(On("2026-03-03")), new CorrectionAsked(On("2026-03-04"))).Rule);

    [Fact]
    public void R_33b_An_extension_adds_working_days()
    {
        var deadline = Read("2026-03-02", new Extended(On("2026-03-20"), 10));
        Assert.Equal(On("2026-03-30"), Read("2026-03-02").Due);
        Assert.Equal(On("2026-04-14"), deadline.Due); // 31 March - 3 April, 7-10, 13-14: 4+4+2
        Assert.Equal(("R-33b", 10), (deadline.Steps[^1].Rule, deadline.Steps[^1].Counted));
    }

    [Theory]
    [InlineData("2026-03-30", 20, null)]
    [InlineData("2026-03-31", 20, "R-33b")] // the day after the deadline
    [InlineData("2026-03-20", 21, "R-33b")]
    [InlineData("2026-03-20", 0, "R-33b")]
    public void R_33b_An_extension_has_its_bounds(string on, int workingDays, string? rule)
    {
        var granted = new Extended(On(on), workingDays);
        if (rule is null)
        {
            Read("2026-03-02", granted);
        }
        else
        {
            Assert.Equal(rule, Refused("2026-03-02", granted).Rule);
        }
    }

    [Fact]
    public void R_33b_An_extension_is_granted_once() =>
        Assert.Equal("R-33b", Refused("2026-03-02", new Extended(On("2026-03-20"), 5), new Extended(On("2026-03-23"), 5)).Rule);

    [Fact]
    public void R_32_A_third_party_consultation_is_not_counted()
    {
        var deadline = Read("2026-02-05",
            new ConsultationSent(On("2026-02-10"), "a", On("2026-02-11")),
            new ConsultationAnswered(On("2026-02-25"), "a"),
            new Extended(On("2026-03-02"), 20));

        // Counted: 6, 9, 10 February; then 26-28 February (28 is a make-up day), 2-6, 9-13, 16-19 March: 3 + 17.
        Assert.Equal(("R-33a", 3), (deadline.Steps[1].Rule, deadline.Steps[1].Counted));
        Assert.Equal(("R-32", 0, On("2026-02-11"), On("2026-02-25")), (deadline.Steps[2].Rule, deadline.Steps[2].Counted, deadline.Steps[2].From, deadline.Steps[2].To));
        Assert.Equal(("R-33a", 17, On("2026-03-19")), (deadline.Steps[3].Rule, deadline.Steps[3].Counted, deadline.Steps[3].To));
        Assert.Equal(On("2026-04-17"), deadline.Due);
        Assert.Contains(new LeftOut(On("2026-02-12"), "征求第三方意见"), deadline.Steps[2].Left);
        Assert.Contains(new LeftOut(On("2026-02-17"), "春节放假"), deadline.Steps[2].Left);
        Assert.Equal("2026年2月10日发出征求第三方意见书，2月11日送达，2月25日收到意见；2026年2月11日至2月25日不计入期限（《条例》第三十二条、第三十三条第三款）。", deadline.Steps[2].Text);
    }

    [Fact]
    public void R_32_Silence_suspends_for_fifteen_working_days_from_delivery()
    {
        var silent = Read("2026-03-02", new ConsultationSent(On("2026-03-05"), "a", On("2026-03-09")));
        Assert.Equal((On("2026-03-06"), On("2026-03-30")), (silent.Steps[2].From, silent.Steps[2].To)); // 10-13, 16-20, 23-27, 30
        var late = Read("2026-03-02", new ConsultationSent(On("2026-03-05"), "a", On("2026-03-09")), new ConsultationAnswered(On("2026-04-20"), "a"));
        Assert.Equal(silent.Due, late.Due);
    }

    [Fact]
    public void R_34_A_joint_agency_consultation_is_not_counted_either()
    {
        var deadline = Read("2026-03-02", new ConsultationSent(On("2026-03-05"), "a", null, Consulted.Agency), new ConsultationAnswered(On("2026-03-12"), "a"));
        Assert.Equal(On("2026-04-07"), deadline.Due); // five working days more, over the Qingming holiday
        Assert.Equal("R-34", deadline.Steps[2].Rule);
        Assert.Contains("第三十四条", deadline.Steps[2].Text);
    }

    [Fact]
    public void R_S_A_day_in_two_consultations_is_left_out_once()
    {
        var deadline = Read("2026-03-02",
            new ConsultationSent(On("2026-03-05"), "a"),
            new ConsultationSent(On("2026-03-09"), "b", null, Consulted.Agency),
            new ConsultationAnswered(On("2026-03-12"), "a"),
            new ConsultationAnswered(On("2026-03-13"), "b"));
        Assert.Equal(On("2026-04-08"), deadline.Due); // left out: 6, 9-13 March, six working days
        Assert.Equal("R-S", deadline.Steps[2].Rule);
        Assert.Contains(new LeftOut(On("2026-03-10"), "征求第三方意见、征求其他机关意见"), deadline.Steps[2].Left);
        Assert.Contains(new LeftOut(On("2026-03-13"), "征求其他机关意见"), deadline.Steps[2].Left);
    }

    [Fact]
    public void R_S_The_day_the_letter_is_sent_still_counts() =>
        Assert.Equal(Read("2026-03-02").Due, Read("2026-03-02", new ConsultationSent(On("2026-03-05"), "a"), new ConsultationAnswered(On("2026-03-05"), "a")).Due);

    [Fact]
    public void R_RE_An_extension_before_a_restart_lapses_and_one_after_it_counts()
    {
        ClockEvent[] restarted = [new CorrectionAsked(On("2026-03-03")), new Extended(On("2026-03-10"), 20), new CorrectionArrived(On("2026-03-16"))];
        var lapsed = Read("2026-03-02", restarted);
        Assert.Equal(On("2026-04-14"), lapsed.Due);
        Assert.Contains("延期随之失效", lapsed.Steps.Single(step => step.Rule == "R-30").Text);
        Assert.Equal(On("2026-04-15"), Read("2026-03-02", [.. restarted, new Extended(On("2026-04-14"), 1)]).Due);
    }

    [Fact]
    public void R_RE_An_open_consultation_goes_on_suspending_over_a_restart()
    {
        var deadline = Read("2026-03-02",
            new CorrectionAsked(On("2026-03-03")),
            new ConsultationSent(On("2026-03-12"), "a"),
            new CorrectionArrived(On("2026-03-16")),
            new ConsultationAnswered(On("2026-03-18"), "a"));
        Assert.Equal(On("2026-04-16"), deadline.Due); // 14 April and the two days 17 and 18 March
    }

    [Fact]
    public void R_FEE_Payment_restarts_the_clock()
    {
        var deadline = Read("2026-03-02", new FeeNoticed(On("2026-03-10")), new FeePaid(On("2026-03-16")));
        Assert.Equal(On("2026-04-14"), deadline.Due);
        Assert.Contains("国办函〔2020〕109号", deadline.Steps.Single(step => step.Rule == "R-FEE").Text);
    }

    [Fact]
    public void R_FEE_Notice_and_payment_have_their_limits()
    {
        Assert.Equal("R-FEE", Refused("2026-03-02", new FeeNoticed(On("2026-03-31"))).Rule);
        Read("2026-03-02", new FeeNoticed(On("2026-03-30")), new FeePaid(On("2026-04-28"))); // the twentieth working day
        Assert.Equal("R-FEE", Refused("2026-03-02", new FeeNoticed(On("2026-03-30")), new FeePaid(On("2026-04-29"))).Rule);
        Assert.Equal("R-FEE", Refused("2026-03-02", new FeeNoticed(On("2026-03-10")), new FeeNoticed(On("2026-03-11"))).Rule);
    }

    [Fact]
    public void R_ORD_Events_have_an_order()
    {
        Assert.Equal("R-ORD", Refused("2026-03-02", new CorrectionArrived(On("2026-03-05"))).Rule);
        Assert.Equal("R-ORD", Refused("2026-03-02", new FeePaid(On("2026-03-05"))).Rule);
        Assert.Equal("R-ORD", Refused("2026-03-02", new ConsultationAnswered(On("2026-03-05"), "a")).Rule);
        Assert.Equal("R-ORD", Refused("2026-03-02", new CorrectionAsked(On("2026-03-01"))).Rule);
        Assert.Equal("R-ORD", Refused("2026-03-02", new ConsultationSent(On("2026-03-05"), "a"), new ConsultationSent(On("2026-03-06"), "a")).Rule);
        Assert.Equal("R-ORD", Refused("2026-03-02", new ConsultationSent(On("2026-03-05"), "a", On("2026-03-04"))).Rule);

        var future = Assert.Throws<DisclosureRuleException>(() => ReplyClock.RefuseFuture(On("2026-03-02"), [new CorrectionAsked(On("2026-03-05"))], On("2026-03-04")));
        Assert.Equal("R-ORD", future.Rule);
        ReplyClock.RefuseFuture(On("2026-03-02"), [new CorrectionAsked(On("2026-03-05"))], On("2026-03-05"));
    }

    [Theory]
    [InlineData(Channel.InPerson, "2026-03-02")]
    [InlineData(Channel.Oral, "2026-03-02")]
    public void R_31a_In_person_is_received_on_the_day_of_submission(Channel channel, string received) =>
        Assert.Equal(On(received), Receipt.On(channel, On("2026-03-02"), null));

    [Fact]
    public void R_31b_Signed_post_counts_at_once_and_a_letter_when_confirmed()
    {
        Assert.Equal(On("2026-03-02"), Receipt.On(Channel.SignedPost, On("2026-03-02"), On("2026-03-03")));
        Assert.Null(Receipt.On(Channel.OrdinaryPost, On("2026-03-02"), null));
        Assert.Equal(On("2026-03-03"), Receipt.On(Channel.OrdinaryPost, On("2026-03-02"), On("2026-03-03")));
    }

    [Fact]
    public void R_31c_Internet_and_fax_are_received_when_both_sides_have_confirmed()
    {
        Assert.Null(Receipt.On(Channel.Internet, On("2026-03-02"), null));
        Assert.Equal(On("2026-03-04"), Receipt.On(Channel.Fax, On("2026-03-02"), On("2026-03-04")));
        Assert.Equal(On("2026-03-04"), Receipt.On(Channel.Email, On("2026-03-02"), On("2026-03-04")));
        Assert.Null(Receipt.On(Channel.Email, On("2026-03-02"), null));
        Assert.Equal("R-ORD", Assert.Throws<DisclosureRuleException>(() => Receipt.On(Channel.Internet, On("2026-03-02"), On("2026-03-01"))).Rule);
    }

    [Fact]
    public void The_other_limits_come_with_their_derivation_too()
    {
        Assert.Equal(On("2026-03-11"), Limits.Correction(On("2026-03-02"), Calendar).Due);
        Assert.Equal(On("2026-03-30"), Limits.Consultation(new(On("2026-03-05"), "a", On("2026-03-09")), Calendar).Due);
        var payment = Limits.Payment(new(On("2026-03-30")), Calendar);
        Assert.Equal(On("2026-04-28"), payment.Due);
        Assert.Equal(20, payment.Steps.Sum(step => step.Counted));
        Assert.EndsWith("缴费的期限为20个工作日（国办函〔2020〕109号）。期限至2026年4月28日届满。", payment.Steps[^1].Text);
    }
}
