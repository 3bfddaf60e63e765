namespace Livelihood.Disclosure.Domain.Office;

/// <summary>When and how a requester was told of what moves the deadline: asked for where it is entered after the deadline, as the entry itself tells too late then (R-33b, R-35).</summary>
internal static class TellingFields
{
    private const string Day = "ToldOn";
    private const string How = "ToldHow";

    /// <summary>The fields; none while an entry of today is in time.</summary>
    public static IReadOnlyList<EventField> Of(FormOccasion occasion, Telling? original) => occasion.Original is null && !IsLate(occasion) ? [] :
    [
        new(Day, "告知申请人的日期", FieldKind.Date, "补记期限内作出的决定，要写明期限届满以前哪一天告知的；没有告知的，期限没有改变。") { IsRequired = occasion.Original is null, Initial = original?.On.ToString("yyyy-MM-dd") },
        new(How, "怎样告知的", FieldKind.Line, "例如：邮寄延期告知书，写明邮件号码；电话告知，写明接听人和时间。申请人能看到。") { IsRequired = occasion.Original is null, Initial = original?.How },
    ];

    /// <summary>What was typed, or null.</summary>
    public static Telling? Read(FormValues values) => values.Date(Day) is { } on ? new(on, values.Text(How) ?? "") : null;

    /// <summary>As it could be said for a day, to ask whether the event is possible.</summary>
    public static Telling? Probe(FormOccasion occasion, DateOnly on) => IsLate(occasion) ? new(on, "补记") : null;

    private static bool IsLate(FormOccasion occasion) => occasion.History.ReplyDeadline(occasion.Calendar) is { } deadline && occasion.Today > deadline.Due;
}
