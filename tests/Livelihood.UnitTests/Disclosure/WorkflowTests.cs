using System.Text.Json;
using Livelihood.Disclosure.Domain;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

public sealed class WorkflowTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public void The_table_names_every_event_once_for_each_state()
    {
        var events = typeof(RequestEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(RequestEvent)) && !t.IsAbstract).ToHashSet();
        Assert.Equal(events, Workflow.Table.Select(line => line.Event).ToHashSet());
        Assert.Equal(Workflow.Table.Count, Workflow.Table.Select(line => (line.Event, line.From, line.To)).Distinct().Count());
        Assert.All(Enum.GetValues<RequestState>(), state => Assert.NotEmpty(Workflow.NameOf(state)));
    }

    [Fact]
    public void R_31c_A_request_is_filed_then_confirmed_and_not_twice()
    {
        RequestEvent[] filed = [new Submitted(Day, Channel.Internet)];
        Assert.Equal(RequestState.Unconfirmed, Workflow.StateAfter(filed));
        Assert.Equal(RequestState.Open, Workflow.StateAfter([.. filed, new Confirmed(Day)]));

        var twice = Assert.Throws<DisclosureRuleException>(() => Workflow.StateAfter([.. filed, new Confirmed(Day), new Confirmed(Day)]));
        Assert.Equal("R-ORD", twice.Rule);
        Assert.Equal("申请办理中，不能登记“确认收到申请”。", twice.Message);
        Assert.Throws<DisclosureRuleException>(() => Workflow.StateAfter([new Confirmed(Day)]));
        Assert.Throws<DisclosureRuleException>(() => Workflow.StateAfter([.. filed, new Extended(Day, 5)]));
    }

    [Fact]
    public void Events_survive_the_database_in_the_words_of_R_CALC()
    {
        const string typed = """{"on":"2026-02-10","kind":"consultationSent","delivered":"2026-02-11","id":"a"}""";
        var read = JsonSerializer.Deserialize<RequestEvent>(typed, EventJson.Options);
        Assert.Equal(new ConsultationSent(new(2026, 2, 10), "a", new(2026, 2, 11)), read);

        RequestEvent[] all =
        [
            new Submitted(Day, Channel.Internet), new Confirmed(Day), new CalendarChanged(Day, "a", "b", Day, Day), new CorrectionAsked(Day),
            new CorrectionArrived(Day), new Extended(Day, 5), new ConsultationSent(Day, "a", null, Consulted.Agency), new ConsultationAnswered(Day, "a"),
            new FeeNoticed(Day), new FeePaid(Day), new CorrectionLapsed(Day), new ExtensionProposed(Day, 5, "需要查找档案", "a"), new ConsultationEnded(Day, "a"),
            new FeeLapsed(Day), new ReasonsAsked(Day), new ReasonsGiven(Day), new ReplyProposed(Day, "r1", "a"), new ReplyReturned(Day, "理由不足", "b"),
            new Replied(Day, "r1", "云政公开〔2026〕1号", "b"), new Served(Day, ServiceWay.Post), new Withdrawn(Day), new ComplaintFiled(Day, "c"),
            new ComplaintDecided(Day, "c", OrdersRemedy: true), new RecordCorrected(Day, 2, new Confirmed(Day), "日期录错"),
            new Assigned(Day, "b", "a"), new Noted(Day, "备注", "a"), new ExtensionReturned(Day, "理由不足", "b"),
            new Postponed(Day, Day.AddDays(60), "材料分散", "b", new(Day, "挂号信")), new Remedied(Day, "c", "已经重新答复", "r1", "b"), new Voided(Day),
        ];
        Assert.Equal(Workflow.Table.Select(line => line.Event).ToHashSet(), all.Select(happened => happened.GetType()).ToHashSet());
        Assert.Equal(all, JsonSerializer.Deserialize<RequestEvent[]>(JsonSerializer.Serialize(all, EventJson.Options), EventJson.Options));
    }
}
