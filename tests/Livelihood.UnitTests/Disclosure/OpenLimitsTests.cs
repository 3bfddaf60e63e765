using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Reminders;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>What is due for a request, and who is reminded of it when.</summary>
public sealed class OpenLimitsTests
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());

    private static readonly ReminderPlan Plan = new(
        new Dictionary<Reminded, IReadOnlyList<int>> { [Reminded.Handler] = [5, 0, -1], [Reminded.Head] = [0, -1], [Reminded.Supervisor] = [-1] }, [1, -1], [1, -1], [-5]);

    [Fact]
    public void R_31c_What_is_unconfirmed_is_due_on_the_working_day_on_which_it_came() =>
        Assert.Equal([(LimitKind.Confirmation, "", On("2026-03-02"))], Of(new Submitted(On("2026-03-01"), Channel.Internet))); // a Sunday

    [Fact]
    public void R_33a_R_30_A_reply_is_due_and_for_seven_working_days_a_correction_can_be_asked_for() =>
        Assert.Equal([(LimitKind.Reply, "", On("2026-03-30")), (LimitKind.CorrectionNotice, "", On("2026-03-11"))], Open());

    [Fact]
    public void R_30_While_the_requester_corrects_only_that_is_due() =>
        Assert.Equal([(LimitKind.Correction, "", On("2026-03-16"))], Open(new CorrectionAsked(On("2026-03-04"), On("2026-03-16"))));

    [Fact]
    public void R_FEE_While_the_requester_has_to_pay_only_that_is_due() =>
        Assert.Equal([(LimitKind.Payment, "", On("2026-04-02"))], Open(new CorrectionAsked(On("2026-03-03")), new CorrectionArrived(On("2026-03-04")), new FeeNoticed(On("2026-03-04"), On("2026-03-05"))));

    [Fact]
    public void R_35_Reasons_are_due_beside_the_reply() =>
        Assert.Equal([LimitKind.Reply, LimitKind.Reasons], Open(new ReasonsAsked(On("2026-03-04"), "九次", On("2026-03-18"))).Select(limit => limit.Kind));

    [Fact]
    public void R_32_R_34_Each_letter_of_a_consultation_has_its_own_day_until_it_is_answered_or_ended()
    {
        var (one, two) = (new ConsultationSent(On("2026-03-03"), "1", On("2026-03-04")), new ConsultationSent(On("2026-03-05"), "2", With: Consulted.Agency));
        Assert.Equal(
            [(LimitKind.Consultation, "1", On("2026-03-25")), (LimitKind.JointConsultation, "2", On("2026-03-26"))],
            Open(one, two).Where(limit => LimitKinds.IsOthers(limit.Kind)));
        Assert.Equal(["2"], Open(one, two, new ConsultationAnswered(On("2026-03-10"), "1")).Where(limit => LimitKinds.IsOthers(limit.Kind)).Select(limit => limit.Reference));
        Assert.DoesNotContain(Open(one, new ConsultationEnded(On("2026-03-27"), "1")), limit => LimitKinds.IsOthers(limit.Kind));
    }

    [Fact]
    public void R_SERVE_A_reply_is_due_until_it_is_served_and_then_nothing_is()
    {
        RequestEvent[] replied = [new ReplyProposed(On("2026-03-04"), "r1", "a"), new Replied(On("2026-03-05"), "r1", "x", "b")];
        Assert.Equal([LimitKind.Reply], Open(replied).Select(limit => limit.Kind));
        Assert.Empty(Open([.. replied, new Served(On("2026-03-06"), ServiceWay.Post)]));
        Assert.Empty(Open(new Withdrawn(On("2026-03-06"))));
    }

    [Theory]
    [InlineData(LimitKind.CorrectionNotice, Reminded.Handler, "2026-03-26", null)]
    [InlineData(LimitKind.CorrectionNotice, Reminded.Handler, "2026-03-27", 1)]
    [InlineData(LimitKind.CorrectionNotice, Reminded.Handler, "2026-03-31", null)] // no correction can be asked for any more
    [InlineData(LimitKind.CorrectionNotice, Reminded.Head, "2026-03-30", null)]
    [InlineData(LimitKind.Correction, Reminded.Handler, "2026-03-27", 1)]
    [InlineData(LimitKind.Correction, Reminded.Handler, "2026-03-31", -1)] // it lapsed
    [InlineData(LimitKind.Consultation, Reminded.Head, "2026-04-03", null)]
    [InlineData(LimitKind.Consultation, Reminded.Head, "2026-04-07", -5)]
    [InlineData(LimitKind.Payment, Reminded.Supervisor, "2026-04-08", null)]
    [InlineData(LimitKind.Confirmation, Reminded.Handler, "2026-03-30", 0)]
    [InlineData(LimitKind.Confirmation, Reminded.Head, "2026-03-30", null)]
    [InlineData(LimitKind.Confirmation, Reminded.Head, "2026-03-31", -1)]
    [InlineData(LimitKind.Reply, Reminded.Head, "2026-03-30", 0)]
    public void R_30_R_32_R_34_R_FEE_Who_is_reminded_of_what_and_when(LimitKind kind, Reminded who, string today, int? mark) =>
        Assert.Equal(mark, Plan.Reached(kind, who, On("2026-03-30"), On(today), Calendar));

    [Fact]
    public void Every_limit_has_its_name_and_its_advice()
    {
        Assert.Equal(Enum.GetValues<LimitKind>().Order(), LimitKinds.All.Order());
        Assert.All(LimitKinds.All, kind => Assert.All(new[] { true, false }, isOver => Assert.EndsWith("。", LimitKinds.Advice(kind, isOver))));
        Assert.Equal(LimitKinds.All.Count, LimitKinds.All.Select(LimitKinds.NameOf).Distinct().Count());
    }

    [Fact]
    public void A_month_begins_on_its_weekday_and_names_its_days_off_and_make_up_days()
    {
        var sheet = MonthSheet.Of(On("2026-02-11"), Calendar);
        Assert.All(sheet.Weeks, week => Assert.Equal(7, week.Count));
        Assert.Equal(28, sheet.Weeks.SelectMany(week => week).OfType<SheetDay>().Count());
        Assert.Equal(On("2026-02-01"), sheet.Weeks[0][6]!.On);
        Assert.Null(sheet.Weeks[0][5]);
        var days = sheet.Weeks.SelectMany(week => week).OfType<SheetDay>().ToDictionary(day => day.On);
        Assert.Equal((false, "春节放假"), (days[On("2026-02-17")].IsWorkingDay, days[On("2026-02-17")].Note));
        Assert.Equal((true, "调休上班"), (days[On("2026-02-28")].IsWorkingDay, days[On("2026-02-28")].Note));
        Assert.Equal((false, (string?)null), (days[On("2026-02-08")].IsWorkingDay, days[On("2026-02-08")].Note));
        Assert.Equal((On("2026-02-28"), false), (sheet.Last, sheet.IsProvisional));
        Assert.True(MonthSheet.Of(On("2027-02-11"), Calendar).IsProvisional);
        Assert.All(new[] { "2026-03", "2026-3", " 2026/3 ", "２０２６年３月" }, month =>
        {
            Assert.Equal(On("2026-03-01"), MonthSheet.Read(month, Calendar, out var problem));
            Assert.Null(problem);
        });
        Assert.All(new[] { "", "2026-13", "2026-00", "三月" }, month => Assert.Contains("请写成2026-03的样子", Problem(month)));
        Assert.All(new[] { "1926-03", "2926-03" }, month => Assert.Contains("请填2007-01到", Problem(month)));

        static string? Problem(string month)
        {
            Assert.Null(MonthSheet.Read(month, Calendar, out var problem));
            return problem;
        }
    }

    private static DateOnly On(string date) => DateOnly.Parse(date);

    private static IReadOnlyList<(LimitKind Kind, string Reference, DateOnly On)> Of(params RequestEvent[] events) =>
        [.. OpenLimits.Of(new(events), Calendar).Select(limit => (limit.Kind, limit.Reference, limit.DueOn))];

    private static IReadOnlyList<(LimitKind Kind, string Reference, DateOnly On)> Open(params RequestEvent[] more) =>
        Of([new Submitted(On("2026-03-02"), Channel.Internet), new Confirmed(On("2026-03-02")), .. more]);
}
