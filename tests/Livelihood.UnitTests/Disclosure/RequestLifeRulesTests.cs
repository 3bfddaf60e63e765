using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>A request's whole life along the workflow table: what can follow what, on which condition, and what it comes to.</summary>
public sealed class RequestLifeRulesTests
{
    private const string Handler = "handler";
    private const string Head = "head";
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static DateOnly On(string date) => DateOnly.Parse(date);

    private static RequestHistory Open(params RequestEvent[] more) => After([new Submitted(On("2026-03-02"), Channel.Internet), new Confirmed(On("2026-03-02")), .. more]);

    private static RequestHistory After(params RequestEvent[] events) =>
        events.Aggregate(new RequestHistory([]), (history, next) => history.With(next, Today, Calendar));

    private static DisclosureRuleException Refused(RequestHistory history, RequestEvent next) =>
        Assert.Throws<DisclosureRuleException>(() => history.With(next, Today, Calendar));

    [Theory]
    [InlineData(Channel.InPerson, RequestState.Open)]
    [InlineData(Channel.Oral, RequestState.Open)]
    [InlineData(Channel.SignedPost, RequestState.Open)]
    [InlineData(Channel.Internet, RequestState.Unconfirmed)]
    [InlineData(Channel.Fax, RequestState.Unconfirmed)]
    [InlineData(Channel.Email, RequestState.Unconfirmed)]
    [InlineData(Channel.OrdinaryPost, RequestState.Unconfirmed)]
    public void R_31_What_is_handed_in_or_signed_for_is_received_at_once(Channel channel, RequestState state)
    {
        var history = After(new Submitted(On("2026-03-02"), channel));
        Assert.Equal(state, history.State);
        Assert.Equal(state == RequestState.Open ? On("2026-03-02") : null, history.ReceivedOn);
    }

    [Fact]
    public void R_30_No_correction_in_time_closes_the_request_with_that_outcome()
    {
        var asked = Open(new CorrectionAsked(On("2026-03-05"), On("2026-03-20")));
        Assert.Equal(RequestState.AwaitsCorrection, asked.State);
        Assert.Equal("R-30", Refused(asked, new CorrectionLapsed(On("2026-03-20"))).Rule);

        var lapsed = asked.With(new CorrectionLapsed(On("2026-03-23")), Today, Calendar);
        Assert.Equal((RequestState.Closed, "r6_1"), (lapsed.State, lapsed.Outcome!.Key));
        Assert.Equal("R-ORD", Refused(lapsed, new CorrectionArrived(On("2026-03-24"))).Rule);
        Assert.False(lapsed.IsLate(Today, Calendar));
    }

    [Fact]
    public void R_FEE_An_unpaid_fee_closes_the_request_only_after_its_twenty_working_days()
    {
        var noticed = Open(new FeeNoticed(On("2026-03-05"), On("2026-03-06")));
        Assert.Equal(RequestState.AwaitsPayment, noticed.State);
        Assert.Equal("R-FEE", Refused(noticed, new FeeLapsed(On("2026-04-03"))).Rule);
        Assert.Equal("r6_2", noticed.With(new FeeLapsed(On("2026-04-07")), Today, Calendar).Outcome!.Key);
        Assert.Equal(RequestState.Open, noticed.With(new FeePaid(On("2026-03-16")), Today, Calendar).State);
    }

    [Fact]
    public void R_33b_Who_asks_for_an_extension_does_not_grant_it()
    {
        var proposed = Open(new ExtensionProposed(On("2026-03-10"), 10, "需要查找档案", Handler));
        Assert.Equal("R-33b", Refused(proposed, new Extended(On("2026-03-10"), 10, "需要查找档案", Handler)).Rule);
        var extended = proposed.With(new Extended(On("2026-03-10"), 10, "需要查找档案", Head), On("2026-03-10"), Calendar);
        Assert.Equal(On("2026-04-14"), extended.ReplyDeadline(Calendar)!.Due);
    }

    [Fact]
    public void R_33a_Every_reply_takes_two_people_and_is_the_one_that_was_proposed()
    {
        Assert.Equal("R-33a", Refused(Open(), new Replied(On("2026-03-20"), "r1", "云政公开〔2026〕1号", Head)).Rule);
        Assert.Equal("R-33a", Refused(Open(), new ReplyProposed(On("2026-03-20"), "r6_1", Handler)).Rule);
        Assert.Equal("R-33a", Refused(Open(), new ReplyProposed(On("2026-03-20"), "free text", Handler)).Rule);

        var proposed = Open(new ReplyProposed(On("2026-03-20"), "r1", Handler));
        Assert.Equal("R-33a", Refused(proposed, new Replied(On("2026-03-20"), "r1", "云政公开〔2026〕1号", Handler)).Rule);
        Assert.Equal("R-33a", Refused(proposed, new Replied(On("2026-03-20"), "r2", "云政公开〔2026〕1号", Head)).Rule);

        var returned = proposed.With(new ReplyReturned(On("2026-03-20"), "请补充查找经过", Head), Today, Calendar);
        Assert.Null(returned.OpenProposal);
        Assert.Equal("R-33a", Refused(returned, new Replied(On("2026-03-20"), "r1", "云政公开〔2026〕1号", Head)).Rule);

        var replied = proposed.With(new Replied(On("2026-03-20"), "r1", "云政公开〔2026〕1号", Head), Today, Calendar);
        Assert.Equal((RequestState.Replied, "r1"), (replied.State, replied.Outcome!.Key));
    }

    [Theory]
    [InlineData("2026-03-30", false)]
    [InlineData("2026-03-31", true)]
    public void R_SERVE_A_reply_is_on_time_by_the_day_of_service(string served, bool isLate)
    {
        var replied = Open(new ReplyProposed(On("2026-03-27"), "r1", Handler), new Replied(On("2026-03-27"), "r1", "云政公开〔2026〕1号", Head));
        Assert.Equal("R-ORD", Refused(replied, new Served(On("2026-03-26"), ServiceWay.Post)).Rule);
        var closed = replied.With(new Served(On(served), ServiceWay.Post), Today, Calendar);
        Assert.Equal(RequestState.Closed, closed.State);
        Assert.Equal(isLate, closed.IsLate(Today, Calendar));
    }

    [Fact]
    public void R_34_A_silent_consultation_ends_only_after_its_fifteen_working_days()
    {
        var sent = Open(new ConsultationSent(On("2026-03-03"), "a", With: Consulted.Agency));
        Assert.Equal("R-S", Refused(sent, new ConsultationEnded(On("2026-03-24"), "a")).Rule);
        var due = sent.ReplyDeadline(Calendar)!.Due;
        Assert.Equal(due, sent.With(new ConsultationEnded(On("2026-03-25"), "a"), Today, Calendar).ReplyDeadline(Calendar)!.Due);
        Assert.Equal("R-S", Refused(sent, new ConsultationEnded(On("2026-03-25"), "b")).Rule);
    }

    [Fact]
    public void R_35_Reasons_are_asked_for_and_given()
    {
        var asked = Open(new ReasonsAsked(On("2026-03-04")));
        Assert.Equal(RequestState.AwaitsReasons, asked.State);
        Assert.Equal(RequestState.Open, asked.With(new ReasonsGiven(On("2026-03-06")), Today, Calendar).State);
        Assert.Equal("r5_4", asked.With(new ReplyProposed(On("2026-03-16"), "r5_4", Handler), Today, Calendar).OpenProposal!.Outcome);
    }

    [Fact]
    public void R_47_One_complains_of_silence_after_the_deadline_or_of_a_reply()
    {
        Assert.Equal("R-47", Refused(Open(), new ComplaintFiled(On("2026-03-30"), "c")).Rule);
        var late = Open(new ComplaintFiled(On("2026-03-31"), "c"));
        Assert.Equal("R-47", Refused(late, new ComplaintFiled(On("2026-04-01"), "c")).Rule);
        var decided = late.With(new ComplaintDecided(On("2026-04-01"), "c", OrdersRemedy: true, RemedyBy: On("2026-04-15")), Today, Calendar);
        Assert.Equal("R-47", Refused(decided, new ComplaintDecided(On("2026-04-02"), "c", OrdersRemedy: false)).Rule);
    }

    [Fact]
    public void R_ORD_A_wrong_entry_is_corrected_by_a_new_event_and_everything_follows()
    {
        var wrong = After(new Submitted(On("2026-03-02"), Channel.SignedPost), new ConsultationSent(On("2026-03-05"), "a"));
        var corrected = wrong.With(new RecordCorrected(On("2026-03-10"), 1, new Submitted(On("2026-03-03"), Channel.SignedPost), "签收日期录错"), Today, Calendar);
        Assert.Equal(On("2026-03-03"), corrected.ReceivedOn);
        Assert.Equal(3, corrected.Events.Count);
        Assert.Equal(new Submitted(On("2026-03-02"), Channel.SignedPost), corrected.Events[0]);

        // The consultation was sent on 5 March: a receipt after that cannot be.
        Assert.Equal("R-ORD", Refused(wrong, new RecordCorrected(On("2026-03-10"), 1, new Submitted(On("2026-03-06"), Channel.SignedPost), "签收日期录错")).Rule);
        Assert.Equal("R-ORD", Refused(wrong, new RecordCorrected(On("2026-03-10"), 1, new Confirmed(On("2026-03-03")), "签收日期录错")).Rule);
        Assert.Equal("R-ORD", Refused(wrong, new RecordCorrected(On("2026-03-10"), 9, new Confirmed(On("2026-03-03")), "签收日期录错")).Rule);
        Assert.Equal("R-ORD", Refused(wrong, new RecordCorrected(On("2026-03-10"), 1, new Submitted(On("2026-03-03"), Channel.SignedPost), " ")).Rule);
    }

    [Fact]
    public void R_ORD_Nothing_happens_before_receipt_or_in_the_future()
    {
        Assert.Equal("R-ORD", Refused(Open(), new Withdrawn(On("2026-03-01"))).Rule);
        Assert.Equal("R-ORD", Refused(Open(), new ReasonsAsked(Today.AddDays(1))).Rule);
    }

    [Fact]
    public void R_49_Every_outcome_is_a_row_of_the_report_and_has_its_remedy()
    {
        Assert.Equal(21, OutcomeTable.All.Count);
        Assert.Equal(OutcomeTable.All.Count, OutcomeTable.All.Select(outcome => outcome.Key).Distinct().Count());
        Assert.Equal(["r2", "r3_1", "r3_2", "r3_3", "r3_4", "r3_5", "r3_6", "r3_7"], OutcomeTable.All.Where(o => o.Remedy == Remedy.ReconsiderationFirst).Select(o => o.Key));
    }
}
