using System.Text.Json;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Calculator;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>R-CALC: one question a line, one answer a line, on the register's own clock.</summary>
public sealed class DeadlineCalculatorTests
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());

    private static JsonElement Ask(string question)
    {
        var answer = DeadlineCalculator.AnswerJson(question, Calendar);
        Assert.DoesNotContain('\n', answer);
        return JsonDocument.Parse(answer).RootElement;
    }

    [Fact]
    public void R_CALC_A_plain_request_is_due_after_twenty_working_days_with_its_steps()
    {
        var answer = Ask("""{"received":"2026-02-05"}""");

        Assert.Equal("2026-03-11", answer.GetProperty("due").GetString());
        Assert.False(answer.GetProperty("provisional").GetBoolean());
        Assert.Equal(Calendar.Version, answer.GetProperty("calendar").GetString());
        var steps = answer.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(["R-C1", "R-33a"], steps.Select(s => s.GetProperty("rule").GetString()));
        Assert.Equal(20, steps.Sum(s => s.GetProperty("counted").GetInt32()));
        Assert.Equal(("2026-02-06", "2026-03-11"), (steps[1].GetProperty("from").GetString(), steps[1].GetProperty("to").GetString()));
        Assert.Contains(steps[1].GetProperty("left").EnumerateArray(), l => l.GetProperty("on").GetString() == "2026-02-17" && l.GetProperty("why").GetString() == "春节放假");
        Assert.NotEmpty(steps[1].GetProperty("text").GetString()!);
    }

    [Fact]
    public void R_CALC_The_example_of_the_rule_is_answered()
    {
        // Left out: 11 to 25 February. Day 3 is 10 February, day 20 is 19 March; the 20 days more end on 17 April (Qingming: 4 to 6).
        var answer = Ask("""
            {"received":"2026-02-05","events":[{"kind":"consultationSent","on":"2026-02-10","delivered":"2026-02-11","id":"a"},{"kind":"consultationAnswered","on":"2026-02-25","id":"a"},{"kind":"extended","on":"2026-03-02","workingDays":20}]}
            """);

        Assert.Equal("2026-04-17", answer.GetProperty("due").GetString());
        Assert.Contains("R-32", answer.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("rule").GetString()));
        Assert.Contains("R-33b", answer.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("rule").GetString()));
    }

    [Theory]
    [InlineData("""{"received":"2026-02-05","events":[{"kind":"correctionAsked","on":"2026-02-10"},{"kind":"correctionArrived","on":"2026-03-02"}]}""", "2026-03-30")]
    [InlineData("""{"events":[{"kind":"feePaid","on":"2026-03-02"},{"on":"2026-02-12","kind":"feeNoticed"}],"received":"2026-02-05"}""", "2026-03-30")]
    [InlineData("""{"received":"2026-03-02","events":[{"kind":"postponed","on":"2026-03-20","until":"2026-05-30"}]}""", "2026-06-01")]
    [InlineData("""{"received":"2026-12-15","events":[]}""", "2027-01-13")]
    [InlineData("""{"received":"2026-02-05","events":null}""", "2026-03-11")]
    public void R_CALC_Events_in_any_order_and_members_in_any_order(string question, string due) =>
        Assert.Equal(due, Ask(question).GetProperty("due").GetString());

    [Fact]
    public void R_CALC_R_35_A_later_date_is_derived_as_in_the_register()
    {
        var steps = Ask("""{"received":"2026-03-02","events":[{"kind":"postponed","on":"2026-03-20","until":"2026-05-30"}]}""").GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal("R-35", steps[^1].GetProperty("rule").GetString());
        Assert.Contains("确定延迟至2026年5月30日答复（《条例》第三十五条），2026年5月30日是休息日，顺延", steps[^1].GetProperty("text").GetString());
    }

    [Fact]
    public void R_CALC_Every_event_of_the_clock_can_be_asked_about()
    {
        var events = typeof(ClockEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ClockEvent)));
        Assert.Equal(events.Select(type => char.ToLowerInvariant(type.Name[0]) + type.Name[1..]).Order(), DeadlineQuestion.Kinds.Select(known => known.Kind).Order());
    }

    [Theory]
    [InlineData("", "R-CALC")]
    [InlineData("   ", "R-CALC")]
    [InlineData("[]", "R-CALC")]
    [InlineData("null", "R-CALC")]
    [InlineData("{", "R-CALC")]
    [InlineData("\ud800", "R-CALC")]
    [InlineData("""{"received":"2026-02-30"}""", "R-CALC")]
    [InlineData("""{"received":"5.2.2026"}""", "R-CALC")]
    [InlineData("""{"received":20260205}""", "R-CALC")]
    [InlineData("""{"events":[]}""", "R-CALC")]
    [InlineData("""{"received":"2026-02-05","event":[]}""", "R-CALC")]
    [InlineData("""{"received":"2026-02-05","events":{}}""", "R-CALC")]
    [InlineData("""{"received":"2026-02-05","events":[1]}""", "R-CALC")]
    [InlineData("""{"received":"2026-02-05","events":[{"kind":"confirmed","on":"2026-02-06"}]}""", "R-CALC")]
    [InlineData("""{"received":"2026-02-05","events":[{"kind":"extended","on":"2026-02-06"}]}""", "R-CALC")]
    [InlineData("""{"received":"2026-02-05","events":[{"kind":"extended","on":"2026-02-06","workingDays":1.5}]}""", "R-CALC")]
    [InlineData("""{"received":"2026-03-02","events":[{"kind":"postponed","on":"2026-03-20"}]}""", "R-CALC")]
    [InlineData("""{"received":"2026-03-02","events":[{"kind":"postponed","on":"2026-03-20","until":"2026-02-30"}]}""", "R-CALC")]
    [InlineData("""{"received":"2026-03-02","events":[{"kind":"extended","on":"2026-03-20","workingDays":5,"until":"2026-05-30"}]}""", "R-CALC")]
    [InlineData("""{"received":"2026-03-02","events":[{"kind":"postponed","on":"2026-03-20","until":"2026-03-30"}]}""", "R-35")]
    [InlineData("""{"received":"2026-02-05","received":"2026-02-06"}""", "R-CALC")]
    [InlineData("""{"received":"2026-02-05","events":[{"kind":"consultationSent","on":"2026-02-06","with":"nobody"}]}""", "R-CALC")]
    [InlineData("""{"received":"1999-01-01"}""", "R-C2")]
    [InlineData("""{"received":"2026-02-05","events":[{"kind":"extended","on":"2026-02-06","workingDays":21}]}""", "R-33b")]
    [InlineData("""{"received":"2026-02-05","events":[{"kind":"extended","on":"2026-03-12","workingDays":5}]}""", "R-33b")]
    [InlineData("""{"received":"2026-02-05","events":[{"kind":"correctionAsked","on":"2026-02-25"}]}""", "R-30")]
    [InlineData("""{"received":"2026-02-05","events":[{"kind":"correctionArrived","on":"2026-02-06"}]}""", "R-ORD")]
    [InlineData("""{"received":"2026-02-05","events":[{"kind":"feePaid","on":"2026-02-04"}]}""", "R-ORD")]
    public void R_CALC_What_cannot_be_answered_says_why_with_the_rule(string question, string rule)
    {
        var answer = Ask(question);

        Assert.Equal(rule, answer.GetProperty("rule").GetString());
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", answer.GetProperty("error").GetString());
    }
}
