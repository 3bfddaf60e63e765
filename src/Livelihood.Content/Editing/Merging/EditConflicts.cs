using Livelihood.Content.Editing.Comparison;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Editing.Merging;

/// <summary>A place where both wrote different things, for the second editor to choose.</summary>
/// <param name="Name">The name of the form's field.</param>
/// <param name="Label">What the form calls the place.</param>
/// <param name="IsParagraph">Whether both texts could be kept.</param>
/// <param name="Theirs">What the other wrote; empty where they deleted it.</param>
/// <param name="Mine">What the second editor wrote.</param>
/// <param name="Chosen">What was chosen already, or null.</param>
public sealed record MergeQuestion(string Name, string Label, bool IsParagraph, string Theirs, string Mine, MergeSide? Chosen);

/// <summary>What a second editor is shown whose form began with a version that is the latest no more.</summary>
/// <param name="BaseVersion">The number of the version that the form began with.</param>
/// <param name="Theirs">The latest version, with its item.</param>
/// <param name="By">Who wrote it, by name.</param>
/// <param name="TheirChanges">What the other changed since.</param>
/// <param name="Questions">Where both wrote different things.</param>
public sealed record EditConflict(
    int BaseVersion, ContentVersion Theirs, string By, DataDifference TheirChanges, IReadOnlyList<MergeQuestion> Questions)
{
    /// <summary>Whether the latest version may be written on; not while somebody is deciding on it.</summary>
    public bool MaySave => WorkflowTable.IsEditable(Theirs.Stage);
}

/// <summary>Shows a second editor what the first one changed, and merges both.</summary>
public sealed class EditConflicts(PortalDbContext db, VersionComparisons comparisons, ReadableFields readable, ActorNames names)
{
    /// <summary>The form's hidden field with the number of the version that it began with.</summary>
    public const string BaseField = "BaseVersion";

    /// <summary>The form's hidden field with the revision that the second editor was shown.</summary>
    public const string RevisionField = "SeenRevision";

    /// <summary>The name of the button that merges.</summary>
    public const string MergeButton = "merge";

    private const string Prefix = "Merge.";

    /// <summary>The version that a form began with, with its item; null where the form names none of the item's.</summary>
    public async Task<ContentVersion?> BaseAsync(string itemId, IFormCollection form, CancellationToken cancellation = default) =>
        int.TryParse(form[BaseField], out var number)
            ? await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).FirstOrDefaultAsync(v => v.ItemId == itemId && v.Number == number, cancellation)
            : null;

    /// <summary>What the second editor is shown.</summary>
    /// <param name="before">The version that the form began with.</param>
    /// <param name="mine">What the second editor wants to save.</param>
    /// <param name="form">What was chosen so far.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<EditConflict> OfAsync(ContentVersion before, ContentData mine, IFormCollection form, CancellationToken cancellation = default)
    {
        var theirs = await LatestAsync(before.ItemId, cancellation);
        var type = theirs.Item.Type;
        var merged = DataMerge.Merge(before.Parts, theirs.Parts, mine, ChoicesOf(form));
        var conflicts = merged.Conflicts;
        var questions = conflicts.Count == 0 ? [] : await QuestionsAsync(type, theirs.Parts, mine, conflicts, form, cancellation);
        return new(
            before.Number, theirs, (await names.OfAsync([theirs.Author], cancellation))[theirs.Author],
            await comparisons.BetweenAsync(type, before.Parts, theirs.Parts, cancellation), questions);
    }

    /// <summary>Both people's changes; null where a choice is still to be made.</summary>
    public async Task<ContentData?> MergeAsync(ContentVersion before, ContentData mine, IFormCollection form, CancellationToken cancellation = default)
    {
        var theirs = await LatestAsync(before.ItemId, cancellation);
        var choices = ChoicesOf(form);
        var merged = DataMerge.Merge(before.Parts, theirs.Parts, mine, choices);
        return merged.Conflicts.All(c => choices.ContainsKey(c.Key)) ? merged.Data : null;
    }

    private Task<ContentVersion> LatestAsync(string itemId, CancellationToken cancellation) =>
        db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).FirstAsync(v => v.ItemId == itemId && v.Latest, cancellation);

    private async Task<IReadOnlyList<MergeQuestion>> QuestionsAsync(
        string type, ContentData theirs, ContentData mine, IReadOnlyList<MergeConflict> conflicts, IFormCollection form, CancellationToken cancellation)
    {
        var their = (await readable.OfAsync(type, theirs, cancellation)).ToDictionary(f => f.Key, StringComparer.Ordinal);
        var my = (await readable.OfAsync(type, mine, cancellation)).ToDictionary(f => f.Key, StringComparer.Ordinal);
        var choices = ChoicesOf(form);
        return
        [
            .. conflicts.Select(c => new MergeQuestion(
                Prefix + c.Key,
                (my.GetValueOrDefault(c.Field) ?? their.GetValueOrDefault(c.Field))?.Label ?? c.Field,
                c.IsParagraph,
                c.IsParagraph ? c.Theirs : their.GetValueOrDefault(c.Field)?.Text ?? "",
                c.IsParagraph ? c.Mine : my.GetValueOrDefault(c.Field)?.Text ?? "",
                choices.TryGetValue(c.Key, out var side) ? side : null)),
        ];
    }

    private static Dictionary<string, MergeSide> ChoicesOf(IFormCollection form) => form
        .Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(f => (Key: f.Key[Prefix.Length..], IsSide: Enum.TryParse<MergeSide>(f.Value, out var side) && Enum.IsDefined(side), Side: side))
        .Where(f => f.IsSide).ToDictionary(f => f.Key, f => f.Side, StringComparer.Ordinal);
}
