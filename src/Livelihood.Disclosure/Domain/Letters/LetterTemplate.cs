using System.Text.RegularExpressions;
using Livelihood.Formats.Markdown;

namespace Livelihood.Disclosure.Domain.Letters;

/// <summary>
/// The template of a letter: Markdown whose first line is the title (<c># …</c>) and in which fields stand as
/// <c>{{收到日期}}</c>. Addressee, number, signature and date are printed around it and do not stand in it.
/// </summary>
public static partial class LetterTemplate
{
    /// <summary>The longest template, in characters.</summary>
    public const int Longest = 20_000;

    private const string SampleDay = "2026年1月1日";

    /// <summary>What is wrong with a template, in Chinese sentences; nothing where it can be used.</summary>
    public static IReadOnlyList<string> Objections(LetterKind kind, string template)
    {
        var text = template.ReplaceLineEndings("\n").Trim();
        if (text.Length == 0)
        {
            return ["请填写文书的文字。"];
        }

        if (text.Length > Longest)
        {
            return [$"文书不能超过{Longest}个字，现在有{text.Length}个字。"];
        }

        var found = new List<string>();
        if (!Title().IsMatch(text))
        {
            found.Add($"第一行应当是标题，写成“# {kind.Name}”的样子。");
        }
        else if (Placeholders.In(text.Split('\n')[0]).Any(name => name != LetterFields.Matter))
        {
            found.Add($"标题里只能有栏目{LetterFields.Mark(LetterFields.Matter)}；机关名称印在标题前面，由系统加上。");
        }

        found.AddRange(Placeholders.Objections(text, [.. kind.Fields.Select(field => field.Name)]));
        var squeezed = Placeholders.Squeeze(text);
        found.AddRange(kind.Elements.Where(element => !element.Marks.Any(squeezed.Contains))
            .Select(element => $"《{kind.Name}》必须写明“{element.Name}”（规则{element.Rule}），请写上{string.Join("或者", element.Marks)}。"));
        if (found.Count == 0 && Surrounding(kind, text) is { } objection)
        {
            found.Add(objection);
        }

        return found;
    }

    /// <summary>Fills a template.</summary>
    /// <param name="kind">Which letter.</param>
    /// <param name="template">The template, without objections.</param>
    /// <param name="values">What stands in each field; a text has a line for each paragraph.</param>
    /// <returns>The title, and the text as Markdown in which no value is markup.</returns>
    /// <exception cref="DisclosureRuleException">A field that must not be empty has no value.</exception>
    public static (string Title, string Markdown) Fill(LetterKind kind, string template, IReadOnlyDictionary<string, string?> values)
    {
        var text = template.ReplaceLineEndings("\n").Trim();
        var end = text.IndexOf('\n') is >= 0 and var at ? at : text.Length;
        var blocks = Blank().Split(text[end..].Trim()).Select(block => Block(kind, block, values)).OfType<string>();
        var title = Placeholders.Fill(text[..end], name => values.GetValueOrDefault(name) ?? throw Missing(kind, name));
        return (MarkdownDialect.PlainText(title).Trim(), string.Join("\n\n", blocks));
    }

    private static string? Block(LetterKind kind, string block, IReadOnlyDictionary<string, string?> values)
    {
        // Lines of a table or list stand for themselves; the lines of a paragraph belong together.
        var lines = block.Split('\n');
        var isParagraph = !Structure().IsMatch(lines[0]);
        var filled = lines.Select(line => Line(kind, line, values, isParagraph)).ToList();
        return (isParagraph && filled.Contains(null)) || filled.All(line => line is null) ? null : string.Join('\n', filled.OfType<string>());
    }

    /// <summary>The line with its values; null where it holds a field that may be empty and is.</summary>
    private static string? Line(LetterKind kind, string line, IReadOnlyDictionary<string, string?> values, bool isParagraph)
    {
        var names = Placeholders.In(line).ToList();
        foreach (var name in names.Where(name => string.IsNullOrWhiteSpace(values.GetValueOrDefault(name))))
        {
            return kind.Field(name)?.MayBeEmpty == true ? null : throw Missing(kind, name);
        }

        return Placeholders.Fill(line, name => Value(kind.Field(name)!, values[name]!, isParagraph));
    }

    private static string Value(LetterField field, string value, bool isParagraph)
    {
        var lines = value.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return field.IsText
            ? string.Join(isParagraph ? "\n\n" : "", lines.Select(line => MarkdownEscape.Line(Sentence(line))))
            : MarkdownEscape.Line(string.Join(' ', lines));
    }

    /// <summary>A typed line ends as a sentence, so that a lone date or 附件1 in it is never taken for a signature or an annex.</summary>
    private static string Sentence(string line) => char.IsLetterOrDigit(line[^1]) || line[^1] is '）' or ')' or '》' or '”' or '〕' ? line + "。" : line;

    /// <summary>What stands around the text is printed by the system, and must not stand in it a second time.</summary>
    private static string? Surrounding(LetterKind kind, string text)
    {
        var filled = Fill(kind, text, kind.Fields.ToDictionary(field => field.Name, string? (field) =>
            field.IsText ? "样例" : field.Name.EndsWith("日期", StringComparison.Ordinal) || field.Name.EndsWith("期限", StringComparison.Ordinal) ? SampleDay : "样例"));
        var special = OfficialParagraphs.Of(MarkdownDialect.Parse(filled.Markdown)).Values;
        return special.Contains(OfficialParagraph.Signature) ? "正文里有单独成段的日期。署名和成文日期由系统印在正文后面，请从正文里去掉，或者把日期写进句子。"
            : special.Contains(OfficialParagraph.Addressees) ? "正文的第一段以冒号结尾。收件人由系统印在正文前面，请从正文里去掉；第一段不是收件人的，不要以冒号结尾。"
            : null;
    }

    private static DisclosureRuleException Missing(LetterKind kind, string name)
    {
        var element = kind.Elements.FirstOrDefault(element => element.Marks.Contains(LetterFields.Mark(name)));
        return new(element?.Rule ?? kind.Rule, $"《{kind.Name}》缺少“{name}”（{kind.Field(name)?.Meaning}），不能作出。请先补充。");
    }

    [GeneratedRegex(@"^# *[^\s#][^\n]{0,60}(\n|$)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^\s*([|>#+*-]|\d{1,9}[.)])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Structure();
}
