using System.Text.Json;
using System.Text.Json.Nodes;
using Livelihood.Disclosure.Domain.Clock;

namespace Livelihood.Disclosure.Domain.Calculator;

/// <summary>What is asked of the calculator (R-CALC): a day of receipt and what happened since.</summary>
/// <param name="Received">Day 0 (第三十一条).</param>
/// <param name="Events">In any order; those of one day in the order in which they happened.</param>
public sealed record DeadlineQuestion(DateOnly Received, IReadOnlyList<ClockEvent> Events)
{
    /// <summary>The most events that one question may hold.</summary>
    public const int MostEvents = 200;

    /// <summary>The kinds of events that the clock knows, with their names and what can be said of each besides its kind and day.</summary>
    public static readonly IReadOnlyList<(string Kind, string Name, IReadOnlyList<string> Members)> Kinds =
    [
        ("correctionAsked", "告知补正", []),
        ("correctionArrived", "收到补正的申请", []),
        ("extended", "延长答复期限", ["workingDays"]),
        ("consultationSent", "发出征求意见书", ["id", "delivered", "with"]),
        ("consultationAnswered", "收到意见", ["id"]),
        ("feeNoticed", "通知缴费", ["delivered"]),
        ("feePaid", "缴费", []),
        ("postponed", "确定延迟答复的日期", ["until"]),
    ];

    /// <summary>The kinds in one Chinese sentence, for programs' descriptions.</summary>
    public static string Description => string.Join("；", Kinds.Select(known => $"{known.Kind}（{known.Name}{(known.Members.Count == 0 ? "" : "，另有" + string.Join('、', known.Members))}）"));

    /// <summary>Reads <c>{"received":"2026-02-05","events":[{"kind":"extended","on":"2026-03-02","workingDays":20}]}</c>.</summary>
    /// <exception cref="DisclosureRuleException">It cannot be read; the message says what is wrong and where (R-CALC).</exception>
    public static DeadlineQuestion Parse(string json)
    {
        JsonObject question;
        try
        {
            question = JsonNode.Parse(json, documentOptions: new() { MaxDepth = 8, AllowDuplicateProperties = false }) as JsonObject ?? throw Unreadable("最外层应当是一个对象");
        }
        catch (JsonException fault)
        {
            throw Unreadable(fault.LineNumber > 0 ? $"不是正确的JSON（第{fault.LineNumber + 1}行附近）" : $"不是正确的JSON（第{fault.BytePositionInLine + 1}个字节附近）");
        }

        Refuse(question.Select(member => member.Key).Except(["received", "events"], StringComparer.Ordinal), "");
        return new(Date(question, "received", "") ?? throw Unreadable("缺少收到申请的日期“received”"), EventsOf(question["events"]));
    }

    private static List<ClockEvent> EventsOf(JsonNode? node)
    {
        if (node is null)
        {
            return [];
        }

        var array = node as JsonArray ?? throw Unreadable("“events”应当是数组");
        if (array.Count > MostEvents)
        {
            throw Unreadable($"事项有{array.Count}个，最多{MostEvents}个");
        }

        return [.. array.Select((entry, index) => Event(entry as JsonObject ?? throw Unreadable($"第{index + 1}个事项应当是对象"), $"第{index + 1}个事项"))];
    }

    private static ClockEvent Event(JsonObject entry, string place)
    {
        var kind = Text(entry, "kind", place) ?? throw Unreadable($"{place}缺少种类“kind”");
        var members = Kinds.FirstOrDefault(known => known.Kind == kind).Members
            ?? throw Unreadable($"{place}的种类“{Short(kind)}”不认识，可以是{string.Join('、', Kinds.Select(k => k.Kind))}");
        Refuse(entry.Select(member => member.Key).Except(["kind", "on", .. members], StringComparer.Ordinal), place);
        var on = Date(entry, "on", place) ?? throw Unreadable($"{place}（{kind}）缺少日期“on”");
        return kind switch
        {
            "correctionAsked" => new CorrectionAsked(on),
            "correctionArrived" => new CorrectionArrived(on),
            "extended" => new Extended(on, Whole(entry, "workingDays", place) ?? throw Unreadable($"{place}（extended）缺少延长的工作日数“workingDays”")),
            "consultationSent" => new ConsultationSent(on, Text(entry, "id", place) ?? "", Date(entry, "delivered", place), With(entry, place)),
            "consultationAnswered" => new ConsultationAnswered(on, Text(entry, "id", place) ?? ""),
            "feeNoticed" => new FeeNoticed(on, Date(entry, "delivered", place)),
            "feePaid" => new FeePaid(on),
            _ => new Postponed(on, Date(entry, "until", place) ?? throw Unreadable($"{place}（postponed）缺少延迟到哪一天“until”")),
        };
    }

    private static Consulted With(JsonObject entry, string place) => Text(entry, "with", place) switch
    {
        null or "thirdParty" => Consulted.ThirdParty,
        "agency" => Consulted.Agency,
        var other => throw Unreadable($"{place}的“with”是“{Short(other)}”，应当是thirdParty或者agency"),
    };

    private static DateOnly? Date(JsonObject from, string name, string place) => Text(from, name, place) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? date
        : throw Unreadable($"{place}的“{name}”是“{Short(text)}”，应当是2026-02-05样子的、存在的日期");

    private static string? Text(JsonObject from, string name, string place) => from[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw Unreadable($"{place}的“{name}”应当是文字"),
    };

    private static int? Whole(JsonObject from, string name, string place) => from[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<int>(out var number) => number,
        _ => throw Unreadable($"{place}的“{name}”应当是整数"),
    };

    /// <summary>A misspelt name must not be passed over: the answer would be another question's.</summary>
    private static void Refuse(IEnumerable<string> unknown, string place)
    {
        if (unknown.FirstOrDefault() is { } name)
        {
            throw Unreadable($"{place}有不认识的项“{Short(name)}”");
        }
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] + "……" : text;

    private static DisclosureRuleException Unreadable(string what) => new(Rules.Calculator, $"读不懂这个问题：{what}。");
}
