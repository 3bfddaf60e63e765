using System.Reflection;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Platform.Agencies;

namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>A text of the letters and of the requester's page that administrators can change: a template, a remedy, a way against silence, or the name of an organ or court.</summary>
/// <param name="Key">Its name in rows and addresses; stored, and never changed.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Default">The delivered text, in force as long as no other is.</param>
public sealed record WordingKey(string Key, string Name, string Default)
{
    /// <summary>The field of the organ that reconsiders.</summary>
    public const string OrganField = "复议机关";

    /// <summary>The field of the court.</summary>
    public const string CourtField = "法院";

    /// <summary>The field of what the letter calls itself.</summary>
    public const string LetterField = "本件";

    /// <summary>The longest remedy or name, in characters.</summary>
    public const int LongestLine = 600;

    /// <summary>What a text of <see cref="Outcomes"/> says where one may choose.</summary>
    public const string FreeChoice = "可以选择复议或者诉讼";

    /// <summary>What it says where reconsideration comes first.</summary>
    public const string ReconsiderationFirst = "应当先申请复议";

    private static readonly WordingKey[] s_outcomes =
    [
        .. OutcomeTable.All.Concat(OutcomeTable.OfCorrections).Select(outcome => new WordingKey(
            $"outcome-{outcome.Key}", $"救济途径的种类：{outcome.Name}", outcome.Remedy == Domain.Outcomes.Remedy.Choice ? FreeChoice : ReconsiderationFirst) { Outcome = outcome }),
    ];

    private static readonly WordingKey[] s_letters = [.. LetterKinds.All.Select(kind => new WordingKey($"letter-{kind.Number}", kind.Name, Delivered($"{kind.Number:00}")) { Letter = kind })];
    private static readonly WordingKey s_choice = new("remedy-choice", "救济途径：可以选择复议或者诉讼", Delivered("remedy-choice").Trim()) { Remedy = Domain.Outcomes.Remedy.Choice };
    private static readonly WordingKey s_first = new("remedy-first", "救济途径：应当先申请复议", Delivered("remedy-first").Trim()) { Remedy = Domain.Outcomes.Remedy.ReconsiderationFirst };

    private static readonly WordingKey[] s_silence =
    [
        new($"silence-{Domain.Outcomes.Silence.Complaint}", "机关没有按时确认或者答复：投诉", "可以向政府信息公开工作主管部门投诉（《条例》第四十七条）。法律没有规定最后一天，投诉不影响其他办法的期限。") { Silence = Domain.Outcomes.Silence.Complaint },
        new($"silence-{Domain.Outcomes.Remedies.ReconsiderationKey}", "机关逾期没有答复：申请行政复议", "可以向{{复议机关}}申请行政复议。") { Silence = Domain.Outcomes.Remedies.ReconsiderationKey },
        new($"silence-{Domain.Outcomes.Remedies.LitigationKey}", "机关逾期没有答复：提起行政诉讼", "可以向{{法院}}提起行政诉讼。法律规定应当先申请行政复议的（行政复议法第二十三条），先申请复议，对复议决定不服的再起诉。") { Silence = Domain.Outcomes.Remedies.LitigationKey },
    ];

    /// <summary>The way against silence that it words, by its key; or null.</summary>
    public string? Silence { get; private init; }

    /// <summary>The outcome whose remedies it names, or null.</summary>
    public Outcome? Outcome { get; private init; }

    /// <summary>The letter whose template it is, or null.</summary>
    public LetterKind? Letter { get; private init; }

    /// <summary>The remedies that it words, or null.</summary>
    public Remedy? Remedy { get; private init; }

    /// <summary>The templates of the letters.</summary>
    public static IReadOnlyList<WordingKey> Letters => s_letters;

    /// <summary>The two wordings of remedies.</summary>
    public static IReadOnlyList<WordingKey> Remedies => [s_choice, s_first];

    /// <summary>The wordings of the ways against silence, which stand on the requester's page.</summary>
    public static IReadOnlyList<WordingKey> AgainstSilence => s_silence;

    /// <summary>The template of a letter.</summary>
    public static WordingKey Of(LetterKind kind) => s_letters[kind.Number - 1];

    /// <summary>Which remedies each outcome leaves.</summary>
    public static IReadOnlyList<WordingKey> Outcomes => s_outcomes;

    /// <summary>Which remedies an outcome leaves.</summary>
    public static WordingKey Of(Outcome outcome) => s_outcomes.First(key => key.Outcome == outcome);

    /// <summary>The remedies that a text of <see cref="Outcomes"/> names.</summary>
    public static Remedy RemedyOf(string text) => text == ReconsiderationFirst ? Domain.Outcomes.Remedy.ReconsiderationFirst : Domain.Outcomes.Remedy.Choice;

    /// <summary>The wording of remedies.</summary>
    public static WordingKey Of(Remedy remedy) => remedy == Domain.Outcomes.Remedy.Choice ? s_choice : s_first;

    /// <summary>The organ that reconsiders what an agency did: by default the agency above (行政复议法第二十四条).</summary>
    public static WordingKey OrganOf(Agency agency, Agency? above) => new($"organ-{agency.Id}", $"{agency.Name}的复议机关", above?.Name ?? "上一级人民政府");

    /// <summary>The court where an agency is sued.</summary>
    public static WordingKey CourtOf(Agency agency) => new($"court-{agency.Id}", $"{agency.Name}的管辖法院", "有管辖权的人民法院");

    /// <summary>The text of this key, or null.</summary>
    public static WordingKey? Find(string key, IReadOnlyList<Agency> agencies) =>
        s_letters.FirstOrDefault(letter => letter.Key == key) ?? Remedies.FirstOrDefault(remedy => remedy.Key == key) ?? s_outcomes.FirstOrDefault(outcome => outcome.Key == key)
        ?? s_silence.FirstOrDefault(way => way.Key == key)
        ?? (key.Split('-', 2) is ["organ" or "court", var id] && agencies.FirstOrDefault(agency => agency.Id == id) is { } agency
            ? key.StartsWith("organ", StringComparison.Ordinal) ? OrganOf(agency, agencies.FirstOrDefault(other => other.Id == agency.ParentId)) : CourtOf(agency)
            : null);

    /// <summary>What is wrong with a text, in Chinese sentences; nothing where it can be used.</summary>
    public IReadOnlyList<string> Objections(string text) => Letter is { } letter ? LetterTemplate.Objections(letter, text)
        : string.IsNullOrWhiteSpace(text) ? [$"请填写{Name}。"]
        : text.Length > LongestLine ? [$"不能超过{LongestLine}个字，现在有{text.Length}个字。"]
        : Outcome is not null ? text is FreeChoice or ReconsiderationFirst ? [] : [$"请填“{FreeChoice}”或者“{ReconsiderationFirst}”，不要写别的。"]
        : Remedy is { } remedy ? RemedyObjections(remedy, text)
        : Silence is { } way ? SilenceObjections(way, text)
        : text.Contains('{', StringComparison.Ordinal) || text.Contains('\n', StringComparison.Ordinal) ? ["这里只填名称，不能有栏目，也不能换行。"]
        : [];

    private static IReadOnlyList<string> RemedyObjections(Remedy remedy, string text)
    {
        (string Name, string[] Marks)[] elements =
        [
            ("复议机关", [LetterFields.Mark(OrganField)]), ("申请行政复议的期限", ["60日", "六十日"]), ("法院", [LetterFields.Mark(CourtField)]),
            remedy == Domain.Outcomes.Remedy.Choice ? ("提起行政诉讼的期限", ["6个月", "六个月"]) : ("先申请复议", ["应当"]),
        ];
        var squeezed = Placeholders.Squeeze(text);
        return
        [
            .. Placeholders.Objections(text, [OrganField, CourtField, LetterField]),
            .. elements.Where(element => !element.Marks.Any(squeezed.Contains)).Select(element => $"救济途径必须写明“{element.Name}”，请写上{string.Join("或者", element.Marks)}。"),
        ];
    }

    private static IReadOnlyList<string> SilenceObjections(string way, string text)
    {
        var mark = way == Domain.Outcomes.Silence.Complaint ? "投诉" : LetterFields.Mark(way == Domain.Outcomes.Remedies.ReconsiderationKey ? OrganField : CourtField);
        return
        [
            .. Placeholders.Objections(text, [OrganField, CourtField]),
            .. Placeholders.Squeeze(text).Contains(mark, StringComparison.Ordinal) ? Array.Empty<string>() : [$"这里必须写明向谁提出，请写上{mark}。"],
        ];
    }

    private static string Delivered(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"letters/{name}.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
