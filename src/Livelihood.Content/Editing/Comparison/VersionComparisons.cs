using Livelihood.Content.Items;

namespace Livelihood.Content.Editing.Comparison;

/// <summary>A field that differs.</summary>
/// <param name="Key">Part and member.</param>
/// <param name="Label">What the form calls it.</param>
/// <param name="Stretches">Its lines, unchanged ones folded.</param>
public sealed record FieldDifference(string Key, string Label, IReadOnlyList<DiffStretch> Stretches);

/// <summary>What differs between two sets of data of one item.</summary>
/// <param name="Changed">The fields that differ, in the order of the type.</param>
/// <param name="Same">The labels of those that do not.</param>
public sealed record DataDifference(IReadOnlyList<FieldDifference> Changed, IReadOnlyList<string> Same);

/// <summary>Compares versions part by part and field by field.</summary>
public sealed class VersionComparisons(ReadableFields readable)
{
    /// <summary>What differs from the older to the newer data.</summary>
    public async Task<DataDifference> BetweenAsync(
        string type, ContentData older, ContentData newer, CancellationToken cancellation = default)
    {
        var before = await readable.OfAsync(type, older, cancellation);
        var after = await readable.OfAsync(type, newer, cancellation);
        var old = before.ToDictionary(f => f.Key, StringComparer.Ordinal);
        var all = after.Concat(before).DistinctBy(f => f.Key).ToList();
        var next = after.ToDictionary(f => f.Key, StringComparer.Ordinal);
        var (changed, same) = (new List<FieldDifference>(), new List<string>());
        foreach (var field in all)
        {
            var (was, becomes) = (old.GetValueOrDefault(field.Key)?.Text ?? "", next.GetValueOrDefault(field.Key)?.Text ?? "");
            if (was == becomes)
            {
                same.Add(field.Label);
            }
            else
            {
                changed.Add(new(field.Key, field.Label, TextComparison.Fold(TextComparison.Lines(was, becomes))));
            }
        }

        return new(changed, same);
    }
}
