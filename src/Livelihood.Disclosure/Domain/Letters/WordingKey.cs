using System.Reflection;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Platform.Agencies;

namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>A text of the letters that administrators can change: a template, a remedy, or the name of an organ or court.</summary>
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
        ?? (key.Split('-', 2) is ["organ" or "court", var id] && agencies.FirstOrDefault(agency => agency.Id == id) is { } agency
            ? key.StartsWith("organ", StringComparison.Ordinal) ? OrganOf(agency, agencies.FirstOrDefault(other => other.Id == agency.ParentId)) : CourtOf(agency)
            : null);

    /// <summary>What is wrong with a text, in Chinese sentences; nothing where it can be used.</summary>
    public IReadOnlyList<string> Objections(string text) => Letter is { } letter ? LetterTemplate.Objections(letter, text)
        : string.IsNullOrWhiteSpace(text) ? [$"请填写{Name}。"]
        : text.Length > LongestLine ? [$"不能超过{LongestLine}个字，现在有{text.Length}个字。"]
        : Outcome is not null ? text is FreeChoice or ReconsiderationFirst ? [] : [$"请填“{FreeChoice}”或者“{ReconsiderationFirst}”，不要写别的。"]
        : Remedy is { } remedy ? RemedyObjections(remedy, text)
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

    private static string Delivered(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"letters/{name}.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
