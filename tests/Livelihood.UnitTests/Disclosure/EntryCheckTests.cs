using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>What an entry has to keep to, when it is recorded, when it is recorded late, and when it is corrected.</summary>
public sealed class EntryCheckTests
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly RequestEvent[] s_served =
        [new ReplyProposed(On("2026-03-27"), "r1", "a"), new Replied(On("2026-03-27"), "r1", "x", "b"), new Served(On("2026-04-02"), ServiceWay.Post)];

    public static TheoryData<RequestEvent> InTheFuture =>
    [
        new ConsultationSent(On("2026-03-04"), "1", On("2026-03-06")),
        new FeeNoticed(On("2026-03-04"), On("2026-03-06")),
        new RecordCorrected(On("2026-03-05"), 3, new ConsultationSent(On("2026-03-03"), "0", On("2026-03-06")), "知道了收到的日期"),
    ];

    /// <summary>What happened, and an answer that is dated before it.</summary>
    public static TheoryData<RequestEvent[], RequestEvent> BeforeWhatTheyAnswer => new()
    {
        { [new ReplyProposed(On("2026-03-10"), "r1", "a")], new Replied(On("2026-03-09"), "r1", "x", "b") },
        { [new ReplyProposed(On("2026-03-10"), "r1", "a")], new ReplyReturned(On("2026-03-09"), "改", "b") },
        { [new ExtensionProposed(On("2026-03-10"), 5, "查找", "a")], new Extended(On("2026-03-09"), 5, "查找", "b", new(On("2026-03-10"), "挂号信")) },
        { [new ExtensionProposed(On("2026-03-10"), 5, "查找", "a")], new ExtensionReturned(On("2026-03-09"), "不必", "b") },
        { [new ReasonsAsked(On("2026-03-10"))], new ReasonsGiven(On("2026-03-09")) },
        { [new ReasonsAsked(On("2026-03-04")), new ReasonsGiven(On("2026-03-10"))], new Postponed(On("2026-03-09"), On("2026-05-29"), "多", "b", new(On("2026-03-10"), "挂号信")) },
        { [new CorrectionAsked(On("2026-03-05"))], new CorrectionArrived(On("2026-03-04")) },
        { [new CorrectionAsked(On("2026-03-05"))], new CorrectionLapsed(On("2026-03-04")) },
        { [new FeeNoticed(On("2026-03-05"))], new FeePaid(On("2026-03-04")) },
        { [new ConsultationSent(On("2026-03-05"), "1")], new ConsultationAnswered(On("2026-03-04"), "1") },
        { [.. s_served[..2]], new Served(On("2026-03-26"), ServiceWay.Post) },
        { [.. s_served, new ComplaintFiled(On("2026-04-10"), "1")], new ComplaintDecided(On("2026-04-09"), "1", OrdersRemedy: false) },
    };

    /// <summary>A life, the entry that is corrected, what it should say, and the rule against it.</summary>
    public static TheoryData<RequestEvent[], int, RequestEvent, string> Corrections => new()
    {
        { s_served, 5, new Served(On("2026-03-20"), ServiceWay.Post), Rules.Order }, // before the reply
        { s_served, 5, new Served(On("2026-02-27"), ServiceWay.Post), Rules.Order }, // before receipt
        { s_served, 5, new Served(On("2025-03-30"), ServiceWay.Post), Rules.Order }, // last year: it would be on time
        { s_served, 3, new ReplyProposed(On("2026-03-30"), "r1", "a"), Rules.Order }, // after it was approved
        { [new CorrectionAsked(On("2026-03-05"), On("2026-03-20")), new CorrectionLapsed(On("2026-03-23"))], 4, new CorrectionLapsed(On("2026-03-19")), Rules.Correction },
        { [new CorrectionAsked(On("2026-03-05"), On("2026-03-20")), new CorrectionLapsed(On("2026-03-23"))], 3, new CorrectionAsked(On("2026-03-05"), On("2026-03-31")), Rules.Correction },
        { [new FeeNoticed(On("2026-03-05")), new FeeLapsed(On("2026-04-07"))], 4, new FeeLapsed(On("2026-03-20")), Rules.Fee },
        { [new ExtensionProposed(On("2026-03-10"), 5, "查找", "a"), new Extended(On("2026-03-12"), 5, "查找", "b", new(On("2026-03-12"), "挂号信"))], 4, new Extended(On("2026-03-31"), 5, "查找", "b", new(On("2026-03-31"), "挂号信")), Rules.Extension },
        { [new ExtensionProposed(On("2026-03-10"), 5, "查找", "a"), new Extended(On("2026-03-12"), 5, "查找", "b", new(On("2026-03-12"), "挂号信"))], 4, new Extended(On("2026-03-12"), 20, "查找", "b"), Rules.Extension },
        { [new ExtensionProposed(On("2026-03-10"), 5, "查找", "a"), new Extended(On("2026-03-12"), 5, "查找", "b", new(On("2026-03-12"), "挂号信"))], 3, new ExtensionProposed(On("2026-03-10"), 5, "查找", "b"), Rules.Extension }, // by who granted it
    };

    [Theory]
    [MemberData(nameof(InTheFuture))]
    public void R_ORD_A_day_of_delivery_that_has_not_come_is_refused(RequestEvent next)
    {
        var open = Open(new ConsultationSent(On("2026-03-03"), "0"));
        Assert.Equal(Rules.Order, Refused(open, next, On("2026-03-05")).Rule);
        open.With(next, On("2026-03-06"), Calendar);

        // Whoever asks the calculator asks "what if".
        if (next is ClockEvent clocked)
        {
            ReplyClock.Read(On("2026-03-02"), [clocked], Calendar);
        }
    }

    [Theory]
    [MemberData(nameof(BeforeWhatTheyAnswer))]
    public void R_ORD_Nothing_is_dated_before_what_it_answers(RequestEvent[] happened, RequestEvent early)
    {
        var before = Open(happened);
        Assert.Equal(Rules.Order, Refused(before, early).Rule);
        var answered = happened[^1].On;
        var onTheDay = early with { On = answered };
        if (early is not CorrectionLapsed)
        {
            before.With(onTheDay, Today, Calendar);
        }
    }

    [Theory]
    [MemberData(nameof(Corrections))]
    public void R_ORD_A_correction_of_the_record_is_no_way_around_a_rule(RequestEvent[] life, int sequence, RequestEvent right, string rule) =>
        Assert.Equal(rule, Refused(Open(life), new RecordCorrected(Today, sequence, right, "录错")).Rule);

    [Fact]
    public void R_ORD_A_correction_that_breaks_a_later_entry_names_it_and_a_right_one_stands()
    {
        var lapsed = Open(new CorrectionAsked(On("2026-03-05"), On("2026-03-20")), new CorrectionLapsed(On("2026-03-23")));
        var refused = Refused(lapsed, new RecordCorrected(Today, 3, new CorrectionAsked(On("2026-03-05"), On("2026-03-31")), "录错"));
        Assert.Contains("第4条“逾期不补正，不再处理”不能成立", refused.Message);
        Assert.Equal(On("2026-03-24"), lapsed.With(new RecordCorrected(Today, 4, new CorrectionLapsed(On("2026-03-24")), "录错"), Today, Calendar).EndedOn);

        // A complaint that came stays, though by the right day of receipt it came early.
        var complained = After(new Submitted(On("2026-03-02"), Channel.InPerson), new ComplaintFiled(On("2026-03-31"), "1"));
        complained.With(new RecordCorrected(Today, 1, new Submitted(On("2026-03-04"), Channel.InPerson), "录错"), Today, Calendar);
    }

    [Fact]
    public void R_ORD_R_C3_A_correction_leaves_alone_what_was_in_time_by_the_calendar_of_its_day()
    {
        var year = CalendarDocument.Delivered().Years.Single(y => y.Year == 2026);
        var changed = new WorkingDayCalendar(CalendarDocument.Delivered().With(year with { MakeUpWorkingDays = [.. year.MakeUpWorkingDays, On("2026-03-07")] }));
        var extended = Open(new ReasonsAsked(On("2026-03-03")), new ReasonsGiven(On("2026-03-04")))
            .With(new ExtensionProposed(On("2026-03-30"), 5, "查找", "a"), On("2026-03-30"), Calendar).With(new Extended(On("2026-03-30"), 5, "查找", "b"), On("2026-03-30"), Calendar);
        extended.With(new RecordCorrected(On("2026-03-31"), 4, new ReasonsGiven(On("2026-03-05")), "录错"), On("2026-03-31"), changed);
        Assert.Equal(Rules.Extension, Refused(extended, new RecordCorrected(On("2026-03-31"), 6, new Extended(On("2026-03-31"), 5, "查找", "b"), "录错"), On("2026-03-31"), changed).Rule);
    }

    [Fact]
    public void R_35_While_the_time_for_reasons_runs_nobody_is_refused_for_want_of_them()
    {
        var refusal = new ReplyProposed(On("2026-03-05"), "r5_4", "a");
        var asked = Open(new ReasonsAsked(On("2026-03-04"), "九次", On("2026-03-21"))); // a Saturday: until Monday (R-C6)
        Assert.Equal(Rules.Excess, Refused(asked, refusal).Rule);
        Assert.Equal(Rules.Excess, Refused(asked, refusal with { On = On("2026-03-23") }).Rule);
        asked.With(refusal with { On = On("2026-03-24") }, Today, Calendar);
        asked.With(new ReasonsGiven(On("2026-03-05")), Today, Calendar).With(refusal, Today, Calendar);
        asked.With(refusal with { Outcome = "r1" }, Today, Calendar); // what is asked for can be given at any time
    }

    [Fact]
    public void R_C6_R_30_A_time_to_correct_that_ends_on_a_day_off_moves_on()
    {
        var asked = Open(new CorrectionAsked(On("2026-03-05"), On("2026-03-21"))); // a Saturday
        Assert.Equal(On("2026-03-23"), OpenLimits.Of(asked, Calendar).Single(limit => limit.Kind == LimitKind.Correction).DueOn);
        Assert.Equal(Rules.Correction, Refused(asked, new CorrectionLapsed(On("2026-03-23"))).Rule);
        asked.With(new CorrectionLapsed(On("2026-03-24")), Today, Calendar);
        Assert.Equal(Rules.WorkingDays, Refused(Open(), new CorrectionAsked(On("2026-03-05"), On("2099-03-21"))).Rule);
    }

    [Fact]
    public void R_FEE_A_request_is_charged_once_by_request_or_by_page()
    {
        var paid = Open(new FeeNoticed(On("2026-03-05"), Fee: new(Livelihood.Disclosure.Domain.Fees.FeeBasis.ByRequest, 11, 100, "一百元")), new FeePaid(On("2026-03-06")));
        Assert.Equal(Rules.Fee, Refused(paid, new FeeNoticed(On("2026-03-09"), Fee: new(Livelihood.Disclosure.Domain.Fees.FeeBasis.ByPage, 40, 100, "一百元"))).Rule);

        // What stands in the register from before goes on being read.
        ReplyClock.Replay(On("2026-03-02"), [new FeeNoticed(On("2026-03-05")), new FeePaid(On("2026-03-06")), new FeeNoticed(On("2026-03-09"))], next: null, Calendar);
    }

    [Fact]
    public void R_33b_An_extension_entered_after_the_deadline_says_when_and_how_the_requester_was_told_in_time()
    {
        var proposed = Open(new ExtensionProposed(On("2026-03-30"), 5, "查找", "a"));
        var (late, extended) = (On("2026-04-10"), new Extended(On("2026-03-30"), 5, "查找", "b"));
        Assert.Equal(Rules.Extension, Refused(proposed, extended, late).Rule);
        Assert.Equal(Rules.Extension, Refused(proposed, extended with { Told = new(On("2026-03-31"), "挂号信") }, late).Rule);
        Assert.Equal(Rules.Extension, Refused(proposed, extended with { Told = new(On("2026-03-27"), "挂号信") }, late).Rule);
        Assert.Equal(Rules.Extension, Refused(proposed, extended with { Told = new(On("2026-03-30"), " ") }, late).Rule);
        var told = proposed.With(extended with { Told = new(On("2026-03-30"), "挂号信XA1") }, late, Calendar);
        Assert.Contains("已于2026年3月30日告知申请人：挂号信XA1", EventText.Of(told.Events[^1]));
        proposed.With(extended, On("2026-03-30"), Calendar); // in time, the entry itself tells

        var form = EventForms.Find("extended")!;
        Assert.DoesNotContain(form.Fields(Occasion(proposed, "2026-03-30")), field => field.Name.StartsWith("Told", StringComparison.Ordinal));
        Assert.Equal(2, form.Fields(Occasion(proposed, "2026-04-10")).Count(field => field.Name.StartsWith("Told", StringComparison.Ordinal) && field.IsRequired));
        Assert.Equal(Possibility.Earlier, Offers.Of(Occasion(proposed, "2026-04-10"), new HashSet<EventSource> { EventSource.Head }).Single(offer => offer.Form == form).Possibility);
    }

    [Fact]
    public void R_35_R_33b_A_later_date_entered_after_the_deadline_says_so_too()
    {
        var given = Open(new ReasonsAsked(On("2026-03-04")), new ReasonsGiven(On("2026-03-10")));
        var set = new Postponed(On("2026-03-30"), On("2026-05-29"), "多", "b");
        Assert.Equal(Rules.Excess, Refused(given, set, On("2026-04-10")).Rule);
        given.With(set with { Told = new(On("2026-03-30"), "当面告知") }, On("2026-04-10"), Calendar);
    }

    [Fact]
    public void R_ORD_A_closing_that_was_meant_for_another_request_is_made_void_and_the_request_goes_on()
    {
        var withdrawn = Open(new Withdrawn(On("2026-03-10"), "来电"), new Noted(On("2026-03-11"), "登记错了", "a"));
        var again = withdrawn.With(new RecordCorrected(On("2026-03-12"), 3, new Voided(On("2026-03-10")), "是另一件申请"), Today, Calendar);
        Assert.Equal(RequestState.Open, again.State);
        Assert.Null(again.Outcome);
        Assert.Null(again.EndedOn);
        Assert.Equal(On("2026-03-30"), again.ReplyDeadline(Calendar)!.Due);
        Assert.Equal(["第3条登记作废，本件继续办理。", "原因：是另一件申请"], EventText.Of(again.Events[^1]));
        Assert.DoesNotContain(RecordForms(again), choice => choice.Value == "3");

        // Nothing else can be made void, and nothing that others built upon.
        Assert.Equal(Rules.Order, Refused(Open(new ReasonsAsked(On("2026-03-04"))), new RecordCorrected(Today, 3, new Voided(On("2026-03-04")), "录错")).Rule);
        var corrected = Open(new CorrectionAsked(On("2026-03-05"), On("2026-03-20")), new CorrectionLapsed(On("2026-03-23")));
        Assert.Equal(RequestState.AwaitsCorrection, corrected.With(new RecordCorrected(Today, 4, new Voided(On("2026-03-23")), "录错"), Today, Calendar).State);
    }

    [Fact]
    public void R_33a_Something_waits_for_the_head_only_where_the_head_can_decide_it()
    {
        var proposed = Open(new ReplyProposed(On("2026-03-04"), "r1", "a"));
        Assert.True(proposed.AwaitsDecision);
        var asked = proposed.With(new CorrectionAsked(On("2026-03-05"), On("2026-03-20")), Today, Calendar);
        Assert.False(asked.AwaitsDecision);
        Assert.True(asked.With(new CorrectionArrived(On("2026-03-09")), Today, Calendar).AwaitsDecision);
        Assert.False(Open(new ExtensionProposed(On("2026-03-04"), 5, "查找", "a"), new ReasonsAsked(On("2026-03-05"))).AwaitsDecision);
        Assert.True(proposed.With(new ReasonsAsked(On("2026-03-05")), Today, Calendar).AwaitsDecision);
        Assert.False(proposed.With(new Replied(On("2026-03-05"), "r1", "x", "b"), Today, Calendar).AwaitsDecision);
    }

    [Fact]
    public void R_C3_A_reply_that_is_not_served_is_moved_by_a_changed_calendar_and_what_has_ended_is_not()
    {
        var replied = Open([.. s_served[..2]]);
        var changed = new CalendarChanged(On("2026-03-28"), "a", "b", On("2026-03-30"), On("2026-04-01"));
        Assert.Equal(RequestState.Replied, replied.With(changed, Today, Calendar).State);
        Assert.Equal(Rules.Order, Refused(Open(s_served), changed).Rule);
        Assert.Equal(Enum.GetValues<RequestState>().Where(state => Workflow.CanFollow(state, typeof(CalendarChanged))).Order(), Workflow.RecomputedStates.Order());
    }

    private static DateOnly On(string date) => DateOnly.Parse(date);

    private static RequestHistory Open(params RequestEvent[] more) => After([new Submitted(On("2026-03-02"), Channel.Internet), new Confirmed(On("2026-03-02")), .. more]);

    private static RequestHistory After(params RequestEvent[] events) => events.Aggregate(new RequestHistory([]), (history, next) => history.With(next, Today, Calendar));

    private static DisclosureRuleException Refused(RequestHistory history, RequestEvent next, DateOnly? today = null, WorkingDayCalendar? calendar = null) =>
        Assert.Throws<DisclosureRuleException>(() => history.With(next, today ?? Today, calendar ?? Calendar));

    private static FormOccasion Occasion(RequestHistory history, string today) =>
        new(history, new WantedInformation("公路养护", null, null, WantedForm.Paper, DeliveryWay.Post), On(today), Calendar, "b");

    private static IReadOnlyList<FieldChoice> RecordForms(RequestHistory history) => EventForms.Find("recordCorrected")!.Options!(Occasion(history, "2026-03-12"));
}
