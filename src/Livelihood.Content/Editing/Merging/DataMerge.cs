using System.Text.Json.Nodes;
using Livelihood.Content.Items;

namespace Livelihood.Content.Editing.Merging;

/// <summary>A place where two people wrote different things.</summary>
/// <param name="Key">Names the place in the form: part and member, and the number of the paragraph's conflict in a text.</param>
/// <param name="Field">Part and member, such as <c>TitlePart.Title</c>.</param>
/// <param name="IsParagraph">Whether both texts could be kept.</param>
/// <param name="Theirs">The other's value, as text or JSON.</param>
/// <param name="Mine">One's own.</param>
public sealed record MergeConflict(string Key, string Field, bool IsParagraph, string Theirs, string Mine);

/// <summary>Data merged of two people's.</summary>
/// <param name="Data">The data; one's own value where nothing was chosen.</param>
/// <param name="Conflicts">All places where both wrote different things, chosen or not.</param>
public sealed record MergedData(ContentData Data, IReadOnlyList<MergeConflict> Conflicts);

/// <summary>Merges two people's changes of one version: by part and field, and texts by paragraph.</summary>
public static class DataMerge
{
    private const string Markdown = "Markdown";

    /// <summary>Merges.</summary>
    /// <param name="before">What both began with.</param>
    /// <param name="theirs">What the other saved.</param>
    /// <param name="mine">What one wants to save.</param>
    /// <param name="choices">By <see cref="MergeConflict.Key"/>, whose is taken.</param>
    public static MergedData Merge(ContentData before, ContentData theirs, ContentData mine, IReadOnlyDictionary<string, MergeSide> choices)
    {
        var conflicts = new List<MergeConflict>();
        var merged = new ContentData();
        foreach (var part in mine.PartNames.Union(theirs.PartNames, StringComparer.Ordinal))
        {
            var (old, its, my) = (before.Get(part) ?? [], theirs.Get(part) ?? [], mine.Get(part) ?? []);
            // A part that one took away and the other left alone is away.
            if ((theirs.Get(part) is null && JsonNode.DeepEquals(old, my)) || (mine.Get(part) is null && JsonNode.DeepEquals(old, its)))
            {
                continue;
            }

            var members = new JsonObject();
            foreach (var member in my.Select(m => m.Key).Union(its.Select(m => m.Key), StringComparer.Ordinal))
            {
                members[member] = Member($"{part}.{member}", old[member], its[member], my[member]);
            }

            merged.Set(part, members);
        }

        return new(merged, conflicts);

        JsonNode? Member(string key, JsonNode? old, JsonNode? its, JsonNode? my)
        {
            if (JsonNode.DeepEquals(its, my) || JsonNode.DeepEquals(old, its))
            {
                return my?.DeepClone();
            }

            if (JsonNode.DeepEquals(old, my))
            {
                return its?.DeepClone();
            }

            if (key.EndsWith("." + Markdown, StringComparison.Ordinal) && TextOf(its) is { } left && TextOf(my) is { } right)
            {
                return Text(key, TextOf(old) ?? "", left, right);
            }

            if (its is JsonObject fieldOfTheirs && my is JsonObject fieldOfMine && TextOf(fieldOfTheirs[Markdown]) is { } one && TextOf(fieldOfMine[Markdown]) is { } two)
            {
                return new JsonObject { [Markdown] = Text(key, TextOf((old as JsonObject)?[Markdown]) ?? "", one, two) };
            }

            conflicts.Add(new(key, key, IsParagraph: false, its?.ToJsonString(ContentData.Json) ?? "", my?.ToJsonString(ContentData.Json) ?? ""));
            return (choices.GetValueOrDefault(key) == MergeSide.Theirs ? its : my)?.DeepClone();
        }

        string Text(string key, string old, string its, string my)
        {
            var pieces = TextMerge.Merge(old, its, my);
            conflicts.AddRange(pieces.Select(p => p.Conflict).OfType<MergeConflictText>()
                .Select((c, number) => new MergeConflict($"{key}.{number}", key, IsParagraph: true, c.Theirs, c.Mine)));
            return TextMerge.Join(pieces, number => choices.GetValueOrDefault($"{key}.{number}"));
        }
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
