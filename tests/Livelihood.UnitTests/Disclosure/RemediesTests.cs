using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>What a requester can do about a request and its reply, and until when.</summary>
public sealed class RemediesTests
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData("r1", "2026-03-02", "2026-05-06", "2026-09-02")] // the 60th day is 1 May, which the holidays move to the 6th
    [InlineData("r4_1", "2026-03-16", "2026-05-15", "2026-09-16")]
    [InlineData("r1", "2026-03-31", "2026-06-01", "2026-09-30")] // 30 May is a Saturday; September has no 31st
    public void R_C6_The_choice_ends_after_sixty_days_and_six_months_on_a_working_day(string outcome, string served, string reconsideration, string litigation)
    {
        var remedies = Remedies.Of(Answered(outcome, served, ServiceWay.InPerson), Calendar);
        Assert.Equal(["reconsideration", "litigation"], remedies.Select(remedy => remedy.Key));
        Assert.Equal([On(reconsideration), On(litigation)], remedies.Select(remedy => remedy.Last));
        Assert.All(remedies, remedy => Assert.Contains(Wording.Day(On(served)), remedy.Text));
        var plain = On(served).AddDays(60);
        Assert.Equal(plain != On(reconsideration), remedies[0].Text.Contains($"{Wording.Day(plain)}是休息日，顺延"));
    }

    [Fact]
    public void R_36_3_After_a_refusal_reconsideration_comes_first_and_the_day_of_a_suit_is_not_known_yet()
    {
        var remedies = Remedies.Of(Answered("r3_4", "2026-03-16", ServiceWay.Post), Calendar);
        Assert.Equal([On("2026-05-15"), null], remedies.Select(remedy => remedy.Last));
        Assert.Contains("实际收到之日", remedies[0].Text);
        Assert.Contains("收到复议决定书", remedies[1].Text);

        // Which remedies an outcome leaves is data: an administrator can say otherwise.
        Assert.Equal([On("2026-05-15"), On("2026-09-16")], Remedies.Of(Answered("r3_4", "2026-03-16", ServiceWay.Post), Calendar, Remedy.Choice).Select(remedy => remedy.Last));
    }

    [Theory]
    [InlineData("2026-03-30", false)] // the last day
    [InlineData("2026-03-31", true)]
    public void R_47_Against_silence_one_complains_asks_for_reconsideration_or_sues_each_with_its_last_day(string today, bool isLate)
    {
        var ways = Silence.Of(Open(), On(today), Calendar);
        Assert.Equal(isLate ? [("complaint", null), ("reconsideration", On("2026-05-29")), ("litigation", On("2026-09-30"))] : Array.Empty<(string, DateOnly?)>(), ways.Select(way => (way.Key, way.Last)));
        Assert.All(ways.Skip(1), way => Assert.Contains("自答复期限届满之日（2026年3月30日）起", way.Text));

        // What one may do is data; how the last day is found is computed and stands before it.
        var told = new SilenceTexts(new Dictionary<string, string> { ["complaint"] = "向甲投诉。", ["reconsideration"] = "向乙复议。", ["litigation"] = "向丙起诉。" }).On(ways);
        Assert.Equal(ways.Zip(["向甲投诉。", "向乙复议。", "向丙起诉。"], (way, text) => way.Text + text), told.Select(way => way.Text));
        Assert.Equal(ways.Select(way => way.Last), told.Select(way => way.Last));

        // While the requester has to act, and once a reply was made, nobody is silent.
        var asked = Open().With(new CorrectionAsked(On("2026-03-05"), On("2026-03-20")), Today, Calendar);
        Assert.Empty(Silence.Of(asked, On(today), Calendar));
        Assert.Empty(Silence.Of(Answered("r1", "2026-04-02", ServiceWay.InPerson), On("2026-04-03"), Calendar));
    }

    [Fact]
    public void R_47_R_31c_What_is_not_confirmed_on_its_day_can_be_complained_of()
    {
        var filed = new RequestHistory([]).With(new Submitted(On("2026-03-07"), Channel.Internet), Today, Calendar); // a Saturday: due on Monday
        Assert.Empty(Silence.Of(filed, On("2026-03-09"), Calendar));
        Assert.Equal(["complaint"], Silence.Of(filed, On("2026-03-10"), Calendar).Select(way => way.Key));
        var early = OffersOn(filed, "2026-03-09").Single(offer => offer.Form.Event == typeof(ComplaintFiled));
        Assert.Equal((Possibility.Not, "R-47"), (early.Possibility, early.Refusal!.Rule));
        Assert.Equal(Possibility.Now, OffersOn(filed, "2026-03-10").Single(offer => offer.Form.Event == typeof(ComplaintFiled)).Possibility);

        // It lives on: complained of, decided, confirmed.
        var complained = filed.With(new ComplaintFiled(On("2026-03-10"), "1"), Today, Calendar)
            .With(new ComplaintDecided(On("2026-03-11"), "1", OrdersRemedy: true, "立即确认", On("2026-03-13")), Today, Calendar);
        Assert.Equal(RequestState.Open, complained.With(new Confirmed(On("2026-03-12")), Today, Calendar).State);
    }

    [Fact]
    public void No_remedy_runs_before_service_or_after_a_withdrawal()
    {
        var open = Open();
        Assert.Empty(Remedies.Of(open, Calendar));
        Assert.Empty(Remedies.Of(open.With(new ReplyProposed(On("2026-03-03"), "r1", "a"), Today, Calendar).With(new Replied(On("2026-03-04"), "r1", "x", "b"), Today, Calendar), Calendar));
        Assert.Empty(Remedies.Of(open.With(new Withdrawn(On("2026-03-03")), Today, Calendar), Calendar));
        var lapsed = open.With(new CorrectionAsked(On("2026-03-05"), On("2026-03-20")), Today, Calendar).With(new CorrectionLapsed(On("2026-03-23")), Today, Calendar);
        Assert.Equal(2, Remedies.Of(lapsed, Calendar).Count);
    }

    [Fact]
    public void The_days_to_remember_follow_the_state()
    {
        Assert.Equal([("reply", On("2026-03-30"))], Days(Open()));
        Assert.Equal([("correction", On("2026-03-20"))], Days(Open().With(new CorrectionAsked(On("2026-03-05"), On("2026-03-20")), Today, Calendar)));
        Assert.Equal(["payment"], Days(Open().With(new FeeNoticed(On("2026-03-05"), On("2026-03-06")), Today, Calendar)).Select(day => day.Key));
        Assert.Equal([("reply", On("2026-03-30")), ("reconsideration", On("2026-05-29")), ("litigation", On("2026-09-30"))], Days(Open(), "2026-03-31"));
        Assert.Equal([("reconsideration", On("2026-05-15")), ("litigation", On("2026-09-16"))], Days(Answered("r1", "2026-03-16", ServiceWay.InPerson)));
        Assert.Empty(Days(Open().With(new Withdrawn(On("2026-03-03")), Today, Calendar)));
    }

    [Fact]
    public void R_47_A_requester_is_offered_what_the_table_allows_today_and_told_when_the_rest_will_be()
    {
        var early = OffersOn(Open(), "2026-03-30");
        Assert.Equal([Possibility.Not, Possibility.Now], early.Select(offer => offer.Possibility));
        Assert.Contains("2026年3月30日", early[0].Refusal!.Message);
        Assert.Equal([typeof(ComplaintFiled), typeof(Withdrawn)], OffersOn(Open(), "2026-03-31").Where(offer => offer.Possibility == Possibility.Now).Select(offer => offer.Form.Event));
        Assert.Equal(typeof(CorrectionArrived), OffersOn(Open().With(new CorrectionAsked(On("2026-03-05"), On("2026-03-20")), Today, Calendar), "2026-03-10")[0].Form.Event);
        Assert.Equal([typeof(ComplaintFiled)], OffersOn(Answered("r1", "2026-03-16", ServiceWay.InPerson), "2026-03-17").Select(offer => offer.Form.Event));
    }

    [Fact]
    public void R_45_Every_event_of_the_requester_has_a_form_dated_today()
    {
        var needed = Workflow.Table.Where(line => line.From is not null && line.By.Contains(EventSource.Requester)).Select(line => line.Event).ToHashSet();
        Assert.Equal(needed, RequesterForms.All.Select(form => form.Event).ToHashSet());
        var occasion = Occasion(Open(), "2026-03-10");
        Assert.All(RequesterForms.All, form =>
        {
            var fields = form.Fields(occasion);
            var values = new FormValues(fields, fields.ToDictionary(field => field.Name, field => (string?)"文字"));
            Assert.Empty(values.Mistakes);
            Assert.Equal(On("2026-03-10"), form.Make(values, occasion).On);
            Assert.Same(form, RequesterForms.Find(form.Kind));
        });
        Assert.All(Enum.GetValues<RequestState>(), state => Assert.EndsWith("。", StateText.Of(state)));
    }

    private static DateOnly On(string date) => DateOnly.Parse(date);

    private static RequestHistory Open() => new RequestHistory([])
        .With(new Submitted(On("2026-03-02"), Channel.Internet), Today, Calendar).With(new Confirmed(On("2026-03-02")), Today, Calendar);

    private static RequestHistory Answered(string outcome, string served, ServiceWay way) => Open()
        .With(new ReplyProposed(On("2026-03-02"), outcome, "a"), Today, Calendar)
        .With(new Replied(On("2026-03-02"), outcome, "x", "b"), Today, Calendar)
        .With(new Served(On(served), way), Today, Calendar);

    private static IEnumerable<(string Key, DateOnly Day)> Days(RequestHistory history, string today = "2026-03-30") => RequestDates.Of(history, On(today), Calendar).Select(date => (date.Key, date.Day));

    private static IReadOnlyList<Offer> OffersOn(RequestHistory history, string today) =>
        Offers.Of(Occasion(history, today), new HashSet<EventSource> { EventSource.Requester }, RequesterForms.All);

    private static FormOccasion Occasion(RequestHistory history, string today) => new(history, new WantedInformation("文字", null, null, WantedForm.Electronic, DeliveryWay.PickUp), On(today), Calendar, "public");
}
