using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>An order to remedy: it has its day, is reminded of, and ends when it was done; the request keeps its own outcome.</summary>
public sealed class OrderToRemedyTests
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Fact]
    public void R_47_An_order_carries_its_day_is_due_until_it_was_fulfilled_and_leaves_the_outcome_alone()
    {
        var complained = Closed().With(new ComplaintFiled(On("2026-04-10"), "1", "没有给全"), Today, Calendar);
        var order = new ComplaintDecided(On("2026-04-20"), "1", OrdersRemedy: true, "请重新答复", On("2026-05-02"));
        Assert.Equal(Rules.Complaint, Refused(complained, order with { RemedyBy = null }).Rule);
        Assert.Equal(Rules.Complaint, Refused(complained, order with { RemedyBy = order.On }).Rule);

        var ordered = complained.With(order, Today, Calendar);
        Assert.Equal([new OpenLimit(LimitKind.Remedy, "1", On("2026-05-06"))], OpenLimits.Of(ordered, Calendar)); // 2 May lies in the Labour Day holidays
        Assert.Contains(RequestDates.Of(ordered, On("2026-04-21"), Calendar), date => date == new RequestDate("order-1", On("2026-05-06"), "责令机关改正的最后一天", false));
        Assert.Null(ordered.WaitsUntil(Calendar));

        Assert.Equal(Rules.Complaint, Refused(ordered, new Remedied(On("2026-04-28"), "2", "给了")).Rule);
        Assert.Equal(Rules.Complaint, Refused(ordered, new Remedied(On("2026-04-28"), "1", " ")).Rule);
        Assert.Equal(Rules.Complaint, Refused(ordered, new Remedied(On("2026-04-28"), "1", "给了", "c1")).Rule);
        Assert.Equal(Rules.Order, Refused(ordered, new Remedied(On("2026-04-19"), "1", "给了")).Rule);

        var remedied = ordered.With(new Remedied(On("2026-04-28"), "1", "补发了附件", "r1", "head"), Today, Calendar);
        Assert.Empty(OpenLimits.Of(remedied, Calendar));
        Assert.Empty(remedied.OpenOrders);
        Assert.Equal((RequestState.Closed, "r2", On("2026-03-30"), On("2026-03-30")), (remedied.State, remedied.Outcome!.Key, remedied.EndedOn, remedied.ServedOn));
        Assert.Equal(["第1件投诉责令改正的事项已经办结。", "怎样改正的：补发了附件", "新的结果：予以公开"], EventText.Of(remedied.Events[^1]));
        Assert.Equal(Rules.Complaint, Refused(remedied, new Remedied(On("2026-04-28"), "1", "又给了")).Rule);
    }

    [Fact]
    public void R_47_An_order_to_answer_is_due_beside_the_reply_and_the_head_records_that_it_was_done()
    {
        var silent = Open().With(new ComplaintFiled(On("2026-03-31"), "1"), Today, Calendar)
            .With(new ComplaintDecided(On("2026-04-01"), "1", OrdersRemedy: true, "请答复", On("2026-04-10")), Today, Calendar);
        Assert.Contains(OpenLimits.Of(silent, Calendar), limit => limit == new OpenLimit(LimitKind.Remedy, "1", On("2026-04-10")));
        Assert.False(LimitKinds.IsOthers(LimitKind.Remedy));
        Assert.All(Workflow.Table.Where(line => line.Event == typeof(Remedied)), line => Assert.Equal([EventSource.Head], line.By));

        var occasion = new FormOccasion(silent, new WantedInformation("公路养护", null, null, WantedForm.Paper, DeliveryWay.Post), On("2026-04-08"), Calendar, "head");
        var form = EventForms.Find("remedied")!;
        Assert.Equal(Possibility.Now, Offers.Of(occasion, new HashSet<EventSource> { EventSource.Head }).Single(offer => offer.Form == form).Possibility);
        var trial = EventTrial.Of(form, form.Fields(occasion), new Dictionary<string, string?> { ["On"] = "2026-04-08", ["Id"] = "1", ["What"] = "已经答复", ["Outcome"] = "none" }, occasion);
        Assert.Equal(new Remedied(On("2026-04-08"), "1", "已经答复", null, "head"), trial.Candidate);
    }

    [Fact]
    public void R_47_The_form_of_a_decision_asks_for_the_day_of_an_order_alone()
    {
        var complained = Closed().With(new ComplaintFiled(On("2026-04-10"), "1"), Today, Calendar);
        var occasion = new FormOccasion(complained, new WantedInformation("公路养护", null, null, WantedForm.Paper, DeliveryWay.Post), On("2026-04-20"), Calendar, "supervisor");
        var form = EventForms.Find("complaintDecided")!;
        Assert.Contains("最后一天", Try("yes", "").Refusal!.Message);
        Assert.Equal(On("2026-05-08"), Assert.IsType<ComplaintDecided>(Try("yes", "2026-05-08").Candidate).RemedyBy);
        Assert.Null(Assert.IsType<ComplaintDecided>(Try("no", "2026-05-08").Candidate).RemedyBy);

        EventTrial Try(string orders, string until) => EventTrial.Of(
            form, form.Fields(occasion), new Dictionary<string, string?> { ["On"] = "2026-04-20", ["Id"] = "1", ["Orders"] = orders, ["Text"] = "理由", ["RemedyBy"] = until }, occasion);
    }

    private static DateOnly On(string date) => DateOnly.Parse(date);

    private static RequestHistory Open() => new RequestHistory([])
        .With(new Submitted(On("2026-03-02"), Channel.Internet), Today, Calendar).With(new Confirmed(On("2026-03-02")), Today, Calendar);

    private static RequestHistory Closed() => Open().With(new ReplyProposed(On("2026-03-20"), "r2", "a"), Today, Calendar)
        .With(new Replied(On("2026-03-20"), "r2", "x", "b"), Today, Calendar).With(new Served(On("2026-03-30"), ServiceWay.Post), Today, Calendar);

    private static DisclosureRuleException Refused(RequestHistory history, RequestEvent next) => Assert.Throws<DisclosureRuleException>(() => history.With(next, Today, Calendar));
}
