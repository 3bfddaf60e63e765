using System.Text.Json;
using System.Text.Json.Nodes;
using Livelihood.Content.Editing.Picking;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;

namespace Livelihood.Content.Editing.PartEditors;

/// <summary>What an item does to others: amends, repeals, is replaced by, interprets.</summary>
internal sealed class RelationsPartEditor(ItemPicker picker) : IEditor
{
    /// <summary>The relations: input, label.</summary>
    public static readonly IReadOnlyList<(string Input, string Label)> Relations =
    [
        (nameof(RelationsPart.Amends), "修改了哪些文件"), (nameof(RelationsPart.Repeals), "废止了哪些文件"),
        (nameof(RelationsPart.ReplacedBy), "被哪些文件取代"), (nameof(RelationsPart.Interprets), "解读哪些文件"),
    ];

    public string Name => nameof(RelationsPart);

    public string MainInput => PickerInput.Query(nameof(RelationsPart.Amends));

    public FormValues Write(EditorPlace place, JsonObject? data) => new(
        from relation in Relations
        from id in data?[relation.Input] as JsonArray ?? []
        select (relation.Input, (string?)id));

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var part = new RelationsPart
        {
            Amends = PickerInput.Read(reading, nameof(RelationsPart.Amends), isMultiple: true),
            Repeals = PickerInput.Read(reading, nameof(RelationsPart.Repeals), isMultiple: true),
            ReplacedBy = PickerInput.Read(reading, nameof(RelationsPart.ReplacedBy), isMultiple: true),
            Interprets = PickerInput.Read(reading, nameof(RelationsPart.Interprets), isMultiple: true),
        };
        return new(part.IsEmpty ? null : JsonSerializer.SerializeToNode(part, ContentData.Json)!.AsObject());
    }

    public async ValueTask<ILookup<string, Choice>> ChoicesAsync(
        EditorPlace place, EditorSubject subject, FormValues values, CancellationToken cancellation)
    {
        var choices = new List<(string Input, Choice Choice)>();
        foreach (var (input, _) in Relations)
        {
            choices.AddRange((await picker.ChoicesAsync(subject, values, input, [], cancellation)).Select(c => (input, c)));
        }

        return choices.ToLookup(c => c.Input, c => c.Choice);
    }
}
