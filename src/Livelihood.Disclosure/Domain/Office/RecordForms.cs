namespace Livelihood.Disclosure.Domain.Office;

/// <summary>更正登记 (R-ORD): a new entry says what an earlier one should have said, and why.</summary>
internal static class RecordForms
{
    private const string Why = nameof(Why);
    private const string How = nameof(How);
    private const string Void = "void";

    public static readonly EventForm Corrected = new(
        typeof(RecordCorrected), "更正登记",
        "登记过的事项不能修改或者删除；登记错了的，由负责人登记一条更正，写明原因，原来的一条保留（规则R-ORD）。撤回和逾期不再处理登记错了的，可以作废。期限按更正以后的事项重新计算，更正以后的每一条都要符合规定。",
        occasion => [.. FieldsOf(occasion), new EventField(Why, "更正的原因", FieldKind.Text)],
        (values, occasion) => new RecordCorrected(occasion.Today, int.Parse(occasion.Option!), Right(values, occasion), values.Text(Why)!),
        (occasion, on) => Correctable(occasion).Select(entry => new RecordCorrected(on, entry.Sequence, entry.Event, "原因")).LastOrDefault())
    {
        Options = occasion => [.. Correctable(occasion).Select(entry =>
            new FieldChoice(entry.Sequence.ToString(), $"第{entry.Sequence}条：{Wording.Day(entry.Event.On)} {Workflow.NameOf(entry.Event)}"))],
        OptionsTitle = "更正哪一条登记？",
    };

    private static EventField Voiding => new(How, "怎样更正", FieldKind.Choice)
    {
        Choices = [new("day", "只更正日期"), new(Void, "作废：登记到了别的申请上，本件没有办结，继续办理")],
        Initial = "day",
        IsRequired = false,
    };

    /// <summary>The entries that can be corrected, as they stand now.</summary>
    public static IEnumerable<(int Sequence, RequestEvent Event)> Correctable(FormOccasion occasion) => occasion.History.Effective
        .Select((happened, index) => (Sequence: index + 1, Event: happened))
        .Where(entry => entry.Event is not (RecordCorrected or CalendarChanged or Noted or Voided));

    private static IReadOnlyList<EventField> FieldsOf(FormOccasion occasion) => occasion.Original is { } original
        && EventForms.All.FirstOrDefault(form => form.Event == original.GetType()) is { IsCorrectedWhole: true } form
            ? form.Fields(occasion)
            : [.. occasion.Original is Withdrawn or CorrectionLapsed or FeeLapsed ? [Voiding] : Array.Empty<EventField>(), EventField.Day("正确的日期", occasion, "其他内容不变。")];

    private static RequestEvent Right(FormValues values, FormOccasion occasion)
    {
        var original = occasion.Original ?? throw new DisclosureRuleException(Rules.Order, "请选择要更正的登记。");
        return EventForms.All.FirstOrDefault(form => form.Event == original.GetType()) is { IsCorrectedWhole: true } form
            ? form.Make(values, occasion)
            : values.Text(How) == Void ? new Voided(original.On)
            : original with { On = values.On };
    }
}
