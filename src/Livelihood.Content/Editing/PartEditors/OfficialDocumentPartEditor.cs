using System.Text.Json;
using System.Text.Json.Nodes;
using Livelihood.Content.Documents;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;
using Livelihood.Content.Taxonomies;

namespace Livelihood.Content.Editing.PartEditors;

/// <summary>The record of an official document.</summary>
internal sealed class OfficialDocumentPartEditor(TaxonomyTerms taxonomies) : IEditor
{
    private static readonly (string Input, string Label)[] Dates =
    [
        (nameof(OfficialDocumentPart.FormedOn), "成文日期"), (nameof(OfficialDocumentPart.PublishedOn), "发布日期"),
        (nameof(OfficialDocumentPart.EffectiveOn), "施行日期"), (nameof(OfficialDocumentPart.RepealedOn), "废止日期"),
    ];

    public string Name => nameof(OfficialDocumentPart);

    public string MainInput => nameof(OfficialDocumentPart.Number);

    public FormValues Write(EditorPlace place, JsonObject? data)
    {
        var part = data.Deserialize<OfficialDocumentPart>(ContentData.Json) ?? new();
        return new(
        [
            (nameof(part.Number), part.Number),
            (nameof(part.IssuingAgencies), string.Join('\n', part.IssuingAgencies)),
            (nameof(part.FormedOn), part.FormedOn?.Iso()), (nameof(part.PublishedOn), part.PublishedOn?.Iso()),
            (nameof(part.EffectiveOn), part.EffectiveOn?.Iso()), (nameof(part.RepealedOn), part.RepealedOn?.Iso()),
            (nameof(part.Validity), part.Validity?.ToString()),
            (nameof(part.Addressees), part.Addressees), (nameof(part.CopiedTo), part.CopiedTo),
            (nameof(part.Topic), part.Topic),
            (nameof(part.SubjectTerms), string.Join('\n', part.SubjectTerms)),
        ]);
    }

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var typed = reading.Typed;
        var dates = Dates.ToDictionary(d => d.Input, d => Date(reading, d.Input, d.Label));
        var part = new OfficialDocumentPart
        {
            Number = Number(reading),
            IssuingAgencies = typed.Lines(nameof(OfficialDocumentPart.IssuingAgencies)),
            FormedOn = dates[nameof(OfficialDocumentPart.FormedOn)],
            PublishedOn = dates[nameof(OfficialDocumentPart.PublishedOn)],
            EffectiveOn = dates[nameof(OfficialDocumentPart.EffectiveOn)],
            RepealedOn = dates[nameof(OfficialDocumentPart.RepealedOn)],
            Validity = Enum.TryParse<Validity>(typed.Line(nameof(OfficialDocumentPart.Validity)), out var validity) && Enum.IsDefined(validity) ? validity : null,
            Addressees = Blank(typed.Line(nameof(OfficialDocumentPart.Addressees))),
            CopiedTo = Blank(typed.Line(nameof(OfficialDocumentPart.CopiedTo))),
            Topic = Blank(typed.Line(nameof(OfficialDocumentPart.Topic))),
            SubjectTerms = [.. typed.Lines(nameof(OfficialDocumentPart.SubjectTerms))
                .SelectMany(l => l.Split([' ', '　', '；', ';', '，', ',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)],
        };
        return new(JsonSerializer.SerializeToNode(part, ContentData.Json)!.AsObject());
    }

    public async ValueTask<ILookup<string, Choice>> ChoicesAsync(
        EditorPlace place, EditorSubject subject, FormValues values, CancellationToken cancellation)
    {
        var validities = Enum.GetValues<Validity>().Select(v => (Input: nameof(OfficialDocumentPart.Validity), Choice: new Choice(v.ToString(), v.Text())));
        var topics = (await taxonomies.ChoicesAsync(TaxonomyTerms.Topics, cancellation))
            .Select(l => new Choice(l.Term.DisplayText, l.Term.DisplayText, Depth: l.Depth)).ToList();
        if (values.Line(nameof(OfficialDocumentPart.Topic)) is { Length: > 0 } topic && !topics.Exists(t => t.Value == topic))
        {
            topics.Add(new(topic, topic, Note: "原有"));
        }

        return validities.Concat(topics.Select(t => (Input: nameof(OfficialDocumentPart.Topic), Choice: t))).ToLookup(c => c.Input, c => c.Choice);
    }

    private static string? Number(EditorReading reading)
    {
        var text = reading.Typed.Line(nameof(OfficialDocumentPart.Number));
        if (text.Length == 0)
        {
            return null;
        }

        if (DocumentNumber.TryParse(text, out var number))
        {
            return number.ToString();
        }

        reading.Refuse(nameof(OfficialDocumentPart.Number), "发文字号读不出来。请写全机关代字、年份和序号，例如 云政办〔2026〕8号；没有文号的，不填。");
        return null;
    }

    private static DateOnly? Date(EditorReading reading, string input, string label)
    {
        var text = reading.Typed.Line(input);
        if (text.Length > 0 && !DateText.TryRead(text, out _))
        {
            reading.Refuse(input, $"“{label}”不是日期。{DateText.Problem}");
        }

        return DateText.TryRead(text, out var date) ? date : null;
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
