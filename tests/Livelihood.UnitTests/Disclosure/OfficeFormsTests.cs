using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Fees;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>The office's forms: every event of the table has one, and what is offered is what the rules let through.</summary>
public sealed class OfficeFormsTests
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());
    private static readonly IReadOnlySet<EventSource> Handler = new HashSet<EventSource> { EventSource.Handler };
    private static readonly IReadOnlySet<EventSource> Head = new HashSet<EventSource> { EventSource.Handler, EventSource.Head };

    private static DateOnly On(string date) => DateOnly.Parse(date);

    private static FormOccasion Occasion(string today, params RequestEvent[] more) => new(
        new([new Submitted(On("2026-03-02"), Channel.Internet), new Confirmed(On("2026-03-02")), .. more]),
        new("公路养护", null, null, WantedForm.Paper, DeliveryWay.Post), On(today), Calendar, "handler");

    private static Possibility Of<T>(FormOccasion occasion, IReadOnlySet<EventSource> sources) =>
        Offers.Of(occasion, sources).Single(offer => offer.Form.Event == typeof(T)).Possibility;

    [Fact]
    public void R_45_Every_event_that_staff_bring_about_has_a_form()
    {
        EventSource[] staff = [EventSource.Handler, EventSource.Head, EventSource.Supervisor];
        var needed = Workflow.Table.Where(line => line.From is not null && line.By.Any(staff.Contains)).Select(line => line.Event).ToHashSet();
        Assert.Equal(needed, EventForms.All.Select(form => form.Event).ToHashSet());
        Assert.All(EventForms.All, form => Assert.Same(form, EventForms.Find(form.Kind)));
    }

    [Fact]
    public void R_30_A_correction_is_offered_for_seven_working_days_and_once()
    {
        Assert.Equal(Possibility.Now, Of<CorrectionAsked>(Occasion("2026-03-11"), Handler));
        Assert.Equal(Possibility.Earlier, Of<CorrectionAsked>(Occasion("2026-03-12"), Handler));
        var corrected = Occasion("2026-03-11", new CorrectionAsked(On("2026-03-03"), On("2026-03-10")), new CorrectionArrived(On("2026-03-05")));
        Assert.Equal(Possibility.Not, Of<CorrectionAsked>(corrected, Handler));
        Assert.Equal("R-30", Offers.Of(corrected, Handler).Single(offer => offer.Form.Event == typeof(CorrectionAsked)).Refusal!.Rule);
    }

    [Fact]
    public void R_33b_The_head_is_offered_an_extension_only_where_a_handler_proposed_one()
    {
        Assert.Equal(Possibility.Not, Of<Extended>(Occasion("2026-03-11"), Head));
        Assert.DoesNotContain(Offers.Of(Occasion("2026-03-11"), Handler), offer => offer.Form.Event == typeof(Extended));
        var own = Occasion("2026-03-11", new ExtensionProposed(On("2026-03-10"), 5, "查找档案", "handler"));
        Assert.Equal(Possibility.Not, Of<Extended>(own, Head));
        Assert.Equal(Possibility.Now, Of<Extended>(own with { By = "head" }, Head));
        Assert.Equal(Possibility.Not, Of<ExtensionProposed>(own, Handler));
        Assert.Equal(Possibility.Not, Of<Extended>(own with { By = "head", History = own.History.With(new ExtensionReturned(On("2026-03-11"), "不必延长", "head"), On("2026-03-11"), Calendar) }, Head));
    }

    [Theory]
    [InlineData(FeeBasis.ByRequest, 10, 0)]
    [InlineData(FeeBasis.ByRequest, 11, 100)]
    [InlineData(FeeBasis.ByRequest, 30, 100)]
    [InlineData(FeeBasis.ByRequest, 31, 200)]
    [InlineData(FeeBasis.ByRequest, 40, 200)]
    [InlineData(FeeBasis.ByRequest, 41, 300)]
    [InlineData(FeeBasis.ByPage, 30, 0)]
    [InlineData(FeeBasis.ByPage, 31, 10)]
    [InlineData(FeeBasis.ByPage, 100, 700)]
    [InlineData(FeeBasis.ByPage, 101, 720)]
    [InlineData(FeeBasis.ByPage, 200, 2700)]
    [InlineData(FeeBasis.ByPage, 201, 2740)]
    public void R_FEE_The_amount_follows_from_the_bands(FeeBasis basis, int quantity, int yuan)
    {
        var fee = FeeStandard.Delivered.Compute(basis, quantity);
        Assert.Equal(yuan, fee.Yuan);
        Assert.Contains($"应缴{yuan}元", fee.Computation);
        Assert.Equal("R-FEE", Assert.Throws<DisclosureRuleException>(() => FeeStandard.Delivered.Compute(basis, 0)).Rule);
    }

    [Fact]
    public void R_36_Every_reply_has_a_kind_that_says_what_its_rule_demands()
    {
        Assert.Equal(OutcomeTable.All.Where(outcome => outcome.IsReply).Select(outcome => outcome.Key).ToHashSet(), ReplyKinds.All.Select(kind => kind.Outcome).ToHashSet());
        string[] rules = ["R-36-1", "R-36-2", "R-36-3", "R-36-4", "R-36-5", "R-36-6", "R-36-7", "R-37", "R-38", "R-39a", "R-39b", "R-35"];
        Assert.Empty(rules.Except(ReplyKinds.All.Select(kind => kind.Rule)));
        var empty = Assert.Throws<DisclosureRuleException>(() => Occasion("2026-03-20").History.With(new ReplyProposed(On("2026-03-20"), "r4_1", "handler", new("absent")), On("2026-03-20"), Calendar));
        Assert.Contains("检索的经过", empty.Message);
    }

    [Fact]
    public void R_35_Nobody_is_refused_for_excess_who_was_not_asked_for_reasons()
    {
        var refused = Assert.Throws<DisclosureRuleException>(() =>
            Occasion("2026-03-20").History.With(new ReplyProposed(On("2026-03-20"), "r5_4", "handler"), On("2026-03-20"), Calendar));
        Assert.Contains("第三十五条", refused.Message);
    }

    [Fact]
    public void R_SERVE_Service_by_mail_is_offered_only_to_who_chose_it()
    {
        var form = EventForms.Find("served")!;
        var occasion = Occasion("2026-03-20");
        Assert.DoesNotContain(form.Fields(occasion).Single(field => field.Name == "Way").Choices, choice => choice.Value == nameof(ServiceWay.Electronic));
        var chosen = occasion with { Wanted = occasion.Wanted with { Delivery = DeliveryWay.Email } };
        Assert.Contains(form.Fields(chosen).Single(field => field.Name == "Way").Choices, choice => choice.Value == nameof(ServiceWay.Electronic));
        var values = new FormValues(form.Fields(occasion), new Dictionary<string, string?> { ["On"] = "2026年3月20日", ["Way"] = nameof(ServiceWay.Electronic) });
        Assert.Equal("Way", Assert.Single(values.Mistakes).Field);
    }
}
