namespace Livelihood.Disclosure.Domain.Office;

/// <summary>更正登记 (R-ORD): a new entry says what an earlier one should have said, and why.</summary>
internal static class RecordForms
{
    private const string Why = nameof(Why);

    public static readonly EventForm Corrected = new(
        typeof(RecordCorrected), "更正登记",
        "登记过的事项不能修改或者删除；登记错了的，由负责人登记一条更正，写明原因，原来的一条保留（规则R-ORD）。期限按更正以后的事项重新计算。",
        occasion => [.. FieldsOf(occasion), new EventField(Why, "更正的原因", FieldKind.Text)],
        (values, occasion) => new RecordCorrected(occasion.Today, int.Parse(occasion.Option!), Right(values, occasion), values.Text(Why)!),
        (occasion, on) => Correctable(occasion).Select(entry => new RecordCorrected(on, entry.Sequence, entry.Event, "原因")).LastOrDefault())
    {
        Options = occasion => [.. Correctable(occasion).Select(entry =>
            new FieldChoice(entry.Sequence.ToString(), $"第{entry.Sequence}条：{Wording.Day(entry.Event.On)} {Workflow.NameOf(entry.Event)}"))],
        OptionsTitle = "更正哪一条登记？",
    };

    /// <summary>The entries that can be corrected, as they stand now.</summary>
    public static IEnumerable<(int Sequence, RequestEvent Event)> Correctable(FormOccasion occasion) => occasion.History.Effective
        .Select((happened, index) => (Sequence: index + 1, Event: happened))
        .Where(entry => entry.Event is not (RecordCorrected or CalendarChanged or Noted));

    private static IReadOnlyList<EventField> FieldsOf(FormOccasion occasion) => occasion.Original is { } original
        && EventForms.All.FirstOrDefault(form => form.Event == original.GetType()) is { IsCorrectedWhole: true } form
            ? form.Fields(occasion)
            : [EventField.Day("正确的日期", occasion, "其他内容不变。")];

    private static RequestEvent Right(FormValues values, FormOccasion occasion)
    {
        var original = occasion.Original ?? throw new DisclosureRuleException(Rules.Order, "请选择要更正的登记。");
        return EventForms.All.FirstOrDefault(form => form.Event == original.GetType()) is { IsCorrectedWhole: true } form
            ? form.Make(values, occasion)
            : original with { On = values.On };
    }
}
