using System.Text.Json;
using System.Text.Json.Nodes;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;
using Livelihood.Content.Taxonomies;

namespace Livelihood.Content.Editing.PartEditors;

/// <summary>What the public catalogue says of the item, its category of proactive disclosure too .</summary>
internal sealed class DisclosureRecordPartEditor(TaxonomyTerms taxonomies) : IEditor
{
    public string Name => nameof(DisclosureRecordPart);

    public string MainInput => nameof(DisclosureRecordPart.Category);

    public FormValues Write(EditorPlace place, JsonObject? data)
    {
        var part = data.Deserialize<DisclosureRecordPart>(ContentData.Json) ?? new();
        return new([(nameof(part.Category), part.Category), (nameof(part.Attribute), part.Attribute.ToString()), (nameof(part.Abstract), part.Abstract)]);
    }

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var typed = reading.Typed;
        var (category, summary) = (typed.Line(nameof(DisclosureRecordPart.Category)), typed.Text(nameof(DisclosureRecordPart.Abstract)).Trim());
        if (!Enum.TryParse<DisclosureAttribute>(typed.Line(nameof(DisclosureRecordPart.Attribute)), out var attribute) || !Enum.IsDefined(attribute))
        {
            reading.Refuse(nameof(DisclosureRecordPart.Attribute), "请选择公开属性。");
        }

        var part = new DisclosureRecordPart
        {
            Category = category.Length == 0 ? null : category, Attribute = attribute, Abstract = summary.Length == 0 ? null : summary,
        };
        return new(JsonSerializer.SerializeToNode(part, ContentData.Json)!.AsObject());
    }

    public async ValueTask<ILookup<string, Choice>> ChoicesAsync(
        EditorPlace place, EditorSubject subject, FormValues values, CancellationToken cancellation)
    {
        var tree = await taxonomies.TreeAsync(TaxonomyTerms.Categories, cancellation);
        var chosen = values.Line(nameof(DisclosureRecordPart.Category));
        var categories = (tree?.Lines ?? []).Where(l => !l.Term.Retired || l.Term.Alias == chosen).Select(l =>
        {
            var code = l.Term.Alias ?? l.Term.DisplayText;
            return (Input: nameof(DisclosureRecordPart.Category), Choice: new Choice(code, l.Term.DisplayText, GroupOf(code), l.Depth));
        });
        var attributes = Enum.GetValues<DisclosureAttribute>()
            .Select(a => (Input: nameof(DisclosureRecordPart.Attribute), Choice: new Choice(a.ToString(), a.Text())));
        return categories.Concat(attributes).ToLookup(c => c.Input, c => c.Choice);
    }

    // The codes are the articles and items of the Regulation: 20-1 is 第二十条第（一）项.
    private static string GroupOf(string code) => code.Split('-')[0] switch
    {
        "20" => "条例第二十条：各机关主动公开",
        "21" => "条例第二十一条：市、县、乡主动公开",
        _ => "其他",
    };
}
