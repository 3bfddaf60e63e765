using System.Text.Json.Nodes;
using Livelihood.Content.Taxonomies;

namespace Livelihood.Content.Editing.FieldEditors;

/// <summary>One or several terms of the taxonomy that the settings name.</summary>
internal sealed class TaxonomyFieldEditor(TaxonomyTerms taxonomies) : IEditor
{
    public string Name => "TaxonomyField";

    public string MainInput => "Terms";

    /// <summary>The id of the taxonomy.</summary>
    public static string TaxonomyOf(EditorPlace place) => (string?)place.Setting("TaxonomyFieldSettings", "TaxonomyContentItemId") ?? "";

    /// <summary>Whether only one term may be chosen.</summary>
    public static bool IsSingle(EditorPlace place) => place.Flag("TaxonomyFieldSettings", "Unique");

    public FormValues Write(EditorPlace place, JsonObject? data) =>
        new((data?["TermContentItemIds"] as JsonArray ?? []).Select(id => ("Terms", (string?)id)));

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var terms = reading.Typed.All("Terms");
        return new(terms.Count == 0 ? null : new JsonObject
        {
            ["TaxonomyContentItemId"] = TaxonomyOf(reading.Place),
            ["TermContentItemIds"] = new JsonArray([.. terms.Select(t => JsonValue.Create(t))]),
        });
    }

    public async ValueTask<ILookup<string, Choice>> ChoicesAsync(
        EditorPlace place, EditorSubject subject, FormValues values, CancellationToken cancellation)
    {
        var tree = await taxonomies.TreeOfAsync(TaxonomyOf(place), cancellation);
        var parents = tree?.Lines.Select(l => l.ParentId).ToHashSet() ?? [];
        var leavesOnly = place.Flag("TaxonomyFieldSettings", "LeavesOnly");

        // What is retired is offered no longer, but stays where it was chosen.
        return (tree?.Lines ?? [])
            .Where(l => values.Has("Terms", l.Term.ContentItemId) || (!l.Term.Retired && !(leavesOnly && parents.Contains(l.Term.ContentItemId))))
            .Select(l => new Choice(l.Term.ContentItemId, l.Term.DisplayText, Depth: l.Depth, Note: l.Term.Retired ? "已停用" : null))
            .ToLookup(_ => "Terms");
    }
}
