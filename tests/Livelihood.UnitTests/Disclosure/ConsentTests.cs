using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>What those consulted agree to .</summary>
public sealed class ConsentTests
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());
    private static readonly DateOnly Today = new(2026, 11, 25);

    public static TheoryData<ConsultationAnswered, Consent> Opinions => new()
    {
        { new(On("2026-03-12"), "1", Agrees: true), Consent.Whole },
        { new(On("2026-03-12"), "1", Agrees: false, Part: "前三页"), Consent.Partial },
        { new(On("2026-03-12"), "1", Agrees: true, Part: "前三页"), Consent.Partial },
        { new(On("2026-03-12"), "1", Agrees: false), Consent.Refused },
        { new(On("2026-03-12"), "1"), Consent.Unknown },
    };

    [Theory]
    [MemberData(nameof(Opinions))]
    public void R_32_Who_agrees_to_a_part_has_not_agreed_to_the_whole(ConsultationAnswered opinion, Consent consent)
    {
        Assert.Equal(consent, Consents.Of(opinion));
        var asked = Sent(Consulted.ThirdParty);
        Assert.Equal([3], Consents.WithoutWholeConsent(asked)); // silence is no consent of a third party
        var answered = asked.With(opinion, Today, Calendar);
        Assert.Equal(consent == Consent.Whole ? Array.Empty<int>() : [3], Consents.WithoutWholeConsent(answered));
        Assert.Empty(Consents.WithoutWholeConsent(Sent(Consulted.Agency))); // agencies are no third parties

        var isPartial = consent == Consent.Partial;
        Assert.Equal(isPartial, answered.ReplyDeadline(Calendar)!.Steps.Any(step => step.Text.Contains("3月12日收到意见（部分同意）")));
        Assert.Equal(isPartial, EventText.Of(opinion).Contains("对方部分同意。"));
        Assert.Equal(isPartial ? ["同意的部分：前三页"] : Array.Empty<string>(), EventText.ForOffice(opinion));
        Assert.DoesNotContain(EventText.Of(opinion), text => text.Contains("前三页"));
    }

    [Theory]
    [InlineData("partly", null, false)]
    [InlineData("partly", "前三页", true)]
    [InlineData("yes", "前三页", false)]
    [InlineData("no", null, true)]
    public void R_32_The_part_is_written_where_there_is_one_and_nowhere_else(string agrees, string? part, bool isTaken)
    {
        var form = EventForms.Find("consultationAnswered")!;
        var occasion = new FormOccasion(Sent(Consulted.ThirdParty), new("合同", null, null, WantedForm.Electronic, DeliveryWay.PickUp), On("2026-03-12"), Calendar, "account:1");
        var trial = EventTrial.Of(form, form.Fields(occasion), new Dictionary<string, string?> { ["On"] = "2026-03-12", ["Id"] = "1", ["Agrees"] = agrees, ["Part"] = part }, occasion);
        Assert.Equal(isTaken, trial.Candidate is not null);
        Assert.Equal(isTaken ? null : "R-32", trial.Refusal?.Rule);
        Assert.Equal(isTaken ? part : null, (trial.Candidate as ConsultationAnswered)?.Part);
    }

    [Theory]
    [InlineData(true, 0, null, true, true)]
    [InlineData(true, 0, "account:1", true, true)]
    [InlineData(true, 0, "account:2", true, false)] // a colleague's
    [InlineData(true, 0, null, false, false)] // the head alone, the supervisor
    [InlineData(true, 1, "account:1", true, false)] // a complaint waits
    [InlineData(false, 0, "account:1", true, false)] // something is to be done
    public void R_45_What_needs_nothing_any_more_is_settled_when_its_handler_opens_it(bool hasEnded, int complaints, string? assignedTo, bool isHandler, bool isSettled) =>
        Assert.Equal(isSettled, NewsSeen.ByOpening(hasEnded, complaints, assignedTo, "account:1", isHandler));

    private static RequestHistory Sent(Consulted with) => new RequestHistory([]).With(new Submitted(On("2026-03-02"), Channel.Internet), Today, Calendar)
        .With(new Confirmed(On("2026-03-02")), Today, Calendar).With(new ConsultationSent(On("2026-03-05"), "1", With: with), Today, Calendar);

    private static DateOnly On(string date) => DateOnly.Parse(date);
}
