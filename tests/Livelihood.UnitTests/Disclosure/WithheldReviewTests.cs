using System.Text.Json;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>What is not disclosed is reviewed again at set times, by two people (第十八条).</summary>
public sealed class WithheldReviewTests
{
    private const string Handler = "account:handler";
    private const string Head = "account:head";

    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("2026-03-02", 12, "2027-03-02")]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    public void R_18_The_next_review_is_on_the_same_day_of_a_later_month_or_its_last(string from, int months, string next) =>
        Assert.Equal(Day(next), new ReviewTime(1, months).Next(Day(from)));

    [Theory]
    [InlineData("2026-03-03", null)]
    [InlineData("2027-02-28", null)]
    [InlineData("2026-03-02", "今天以后")]
    [InlineData("2027-03-01", "以前的日期")]
    [InlineData("2028-01-01", "2027年3月1日")]
    public void R_18_A_review_can_be_set_earlier_than_the_interval_says_and_never_later(string earlier, string? objection)
    {
        var found = ReviewTime.Delivered.Objection(Day("2026-03-01"), Day(earlier), Today);
        if (objection is null)
        {
            Assert.Null(found);
        }
        else
        {
            Assert.Contains(objection, found);
        }
    }

    [Fact]
    public void R_18_What_is_due_by_the_interval_already_cannot_be_set_earlier() =>
        Assert.Contains("2026年1月5日就应当评估", ReviewTime.Delivered.Objection(Day("2025-01-05"), Day("2026-04-01"), Today));

    // 2026-03-06 is a Friday; 2026-10-01 to 10-07 are days off, 10-10 is a Saturday on which offices work.
    [Theory]
    [InlineData("2026-03-06", "2026-03-06", ReviewNearness.Due)]
    [InlineData("2026-03-06", "2026-03-07", ReviewNearness.Late)]
    [InlineData("2026-03-07", "2026-03-08", ReviewNearness.Due)]
    [InlineData("2026-03-07", "2026-03-09", ReviewNearness.Due)]
    [InlineData("2026-03-07", "2026-03-10", ReviewNearness.Late)]
    [InlineData("2026-10-03", "2026-10-08", ReviewNearness.Due)]
    [InlineData("2026-10-10", "2026-10-11", ReviewNearness.Late)]
    [InlineData("2026-04-01", "2026-03-02", ReviewNearness.Soon)]
    [InlineData("2026-04-02", "2026-03-02", ReviewNearness.Later)]
    public void R_18_A_review_whose_day_is_a_day_off_is_late_after_the_next_working_day(string dueOn, string today, ReviewNearness expected) =>
        Assert.Equal(expected, ReviewDays.Of(Day(today), new(CalendarDocument.Delivered())).Of(Day(dueOn)));

    [Fact]
    public void R_18_The_next_review_follows_the_decision_and_then_each_review_that_was_confirmed()
    {
        var history = Made();
        Assert.Equal((Day("2027-03-01"), Day("2026-03-01")), (history.NextOn, history.CountedFrom));
        history = history.With(Proposed(ReviewResult.Keep, "2026-03-02", "2027-03-02"), Today);
        Assert.Equal(Day("2027-03-01"), history.NextOn); // not confirmed yet
        history = history.With(new ReviewReturned(Today, Head, "依据没有写"), Today);
        Assert.Equal((Day("2027-03-01"), (ReviewProposed?)null), (history.NextOn, history.Pending));
        history = history.With(Proposed(ReviewResult.Keep, "2026-03-02", "2026-09-02"), Today).With(new ReviewConfirmed(Today, Head), Today);
        Assert.Equal((Day("2026-09-02"), Today, WithheldStanding.Withheld), (history.NextOn, history.CountedFrom, history.Standing));
        Assert.Equal(Day("2026-05-01"), history.With(new ReviewMovedUp(Today, Day("2026-05-01"), "保密期限届满"), Today).NextOn);
        Assert.Contains("只能提前", Refusal(history, new ReviewMovedUp(Today, Day("2026-09-02"), "x")));
        Assert.Contains("只能提前", Refusal(history, new ReviewMovedUp(Today, Day("2026-03-01"), "x")));
        Assert.Contains("不用再提前", Refusal(history, new ReviewMovedUp(Day("2026-09-02"), Day("2026-09-01"), "x"), Day("2026-09-02")));
    }

    [Fact]
    public void R_18_Nobody_confirms_a_result_of_their_own_and_while_one_waits_there_is_no_other()
    {
        var waiting = Made().With(Proposed(ReviewResult.Disclose, "2026-03-02", null), Today);
        Assert.Contains("另一个人", Refusal(waiting, new ReviewConfirmed(Today, Handler)));
        Assert.Contains("等待负责人确认", Refusal(waiting, Proposed(ReviewResult.Keep, "2026-03-02", "2027-03-02")));
        Assert.Contains("没有等待确认", Refusal(Made(), new ReviewConfirmed(Today, Head)));
        var own = waiting.With(new ReviewReturned(Today, Handler, "想错了"), Today); // to take it back needs nobody else
        Assert.Null(own.Pending);
        Assert.Contains("没有等待确认", Refusal(own, new ReviewConfirmed(Today, Head)));
    }

    [Fact]
    public void R_18_What_may_be_disclosed_is_reviewed_no_more_and_a_part_of_it_is()
    {
        Assert.Contains("经负责人确认以后", Refusal(Made(), new DraftWritten(Today)));
        var whole = Reviewed(ReviewResult.Disclose, null);
        Assert.Equal((null, WithheldStanding.Disclosable, true), (whole.NextOn, whole.Standing, whole.MayBePublished));
        Assert.Equal(WithheldStanding.Disclosed, whole.With(new PublishedElsewhere(Today, "公报第3号"), Today).Standing);
        var part = Reviewed(ReviewResult.DisclosePart, "2027-03-02");
        Assert.Equal((Day("2027-03-02"), WithheldStanding.Withheld, true), (part.NextOn, part.Standing, part.MayBePublished));

        // What was published of a part is no answer to the next review, and one that keeps it ends the permission.
        var again = part.With(new PublishedElsewhere(Today, "公报第3号"), Today).With(Proposed(ReviewResult.DisclosePart, "2026-03-02", "2027-03-02"), Today).With(new ReviewConfirmed(Today, Head), Today);
        Assert.Null(again.Elsewhere);
        Assert.False(part.With(Proposed(ReviewResult.Keep, "2026-03-02", "2027-03-02"), Today).With(new ReviewConfirmed(Today, Head), Today).MayBePublished);
    }

    [Fact]
    public void R_18_Days_lie_in_their_order_and_what_has_ended_stays_so()
    {
        Assert.Contains("不能晚于今天", Refusal(Made(), Proposed(ReviewResult.Keep, "2026-03-03", "2027-03-03")));
        Assert.Contains("决定不予公开的日期", Refusal(Made(), Proposed(ReviewResult.Keep, "2026-02-28", "2027-02-28")));
        Assert.Contains("上一次评估", Refusal(Reviewed(ReviewResult.Keep, "2027-03-02"), Proposed(ReviewResult.Keep, "2026-03-01", "2027-03-01")));
        Assert.Contains("下次评估的日期", Refusal(Made(), Proposed(ReviewResult.Keep, "2026-03-02", null)));
        Assert.Contains("下次评估的日期", Refusal(Made(), Proposed(ReviewResult.Disclose, "2026-03-02", "2027-03-02")));
        Assert.Equal(Day("2026-08-01"), Made().With(new EntryCorrected(Today, "日期错了", [], Day("2025-08-01"), Day("2026-08-01")), Today).NextOn);
        var ended = Made().With(Proposed(ReviewResult.Disclose, "2026-03-02", null), Today).With(new EntryEnded(Today, "登记了两次"), Today);
        Assert.Equal((null, WithheldStanding.Ended), (ended.NextOn, ended.Standing));
        Assert.Contains("已经移出", Refusal(ended, new ReviewConfirmed(Today, Head)));
    }

    [Fact]
    public void R_18_Every_event_is_read_as_it_was_written_and_has_its_words()
    {
        WithheldEvent[] all =
        [
            new EntryMade(Today, Today, Today, "早些"), new EntryCorrected(Today, "错字", ["原来的文号：没有。"], Today, Today), new ReviewMovedUp(Today, Today, "期限届满"),
            Proposed(ReviewResult.DisclosePart, "2026-03-02", "2027-03-02"), new ReviewConfirmed(Today, Head), new ReviewReturned(Today, Head, "再看"),
            new DraftWritten(Today), new PublishedElsewhere(Today, "公报"), new EntryEnded(Today, "重复"),
        ];
        Assert.Equal(typeof(WithheldEvent).Assembly.GetTypes().Where(type => type.BaseType == typeof(WithheldEvent)).OrderBy(type => type.Name), all.Select(one => one.GetType()).OrderBy(type => type.Name));
        Assert.All(all, one =>
        {
            var json = JsonSerializer.Serialize(one, EventJson.Options);
            Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<WithheldEvent>(json, EventJson.Options), EventJson.Options));
            Assert.NotEmpty(WithheldText.Of(one).Name);
        });
    }

    [Fact]
    public void R_18_What_is_refused_on_a_ground_or_in_part_is_registered_and_nothing_else()
    {
        Assert.Equal(["r2", "r3_1", "r3_2", "r3_3", "r3_4", "r3_5", "r3_6", "r3_7"], WithheldGrounds.Outcomes);
        Assert.Equal(("r3_4", null, null), (WithheldGrounds.OfOutcome("r3_4"), WithheldGrounds.OfOutcome("r2"), WithheldGrounds.OfOutcome("r3_8")));
        Assert.Equal("保护第三方合法权益（第十五条、第三十二条）", WithheldGrounds.ShortNameOf("r3_4"));
    }

    private static WithheldHistory Made() => new WithheldHistory([]).With(new EntryMade(Today, Day("2026-03-01"), Day("2027-03-01")), Today);

    private static WithheldHistory Reviewed(ReviewResult result, string? next) => Made().With(Proposed(result, "2026-03-02", next), Today).With(new ReviewConfirmed(Today, Head), Today);

    private static ReviewProposed Proposed(ReviewResult result, string on, string? next) => new(Day(on), result, "情势没有变化", Handler, next is null ? null : Day(next));

    private static string Refusal(WithheldHistory history, WithheldEvent next, DateOnly? today = null)
    {
        var refused = Assert.Throws<DisclosureRuleException>(() => history.With(next, today ?? Today));
        Assert.Equal("R-18", refused.Rule);
        return refused.Message;
    }

    private static DateOnly Day(string date) => DateOnly.Parse(date);
}
