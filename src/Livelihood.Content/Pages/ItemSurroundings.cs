using System.Security.Cryptography;
using System.Text;
using Livelihood.Content.Citing;
using Livelihood.Content.Documents;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.References;
using Livelihood.Content.Relations;
using Livelihood.Platform.Time;

namespace Livelihood.Content.Pages;

/// <summary>What stands around a published version on its page and changes without it.</summary>
/// <param name="Relations">What it does to other items, and they to it.</param>
/// <param name="Validity">Whether it binds today; null where the item is no official document.</param>
/// <param name="References">The documents that its text leads to.</param>
/// <param name="CitedBy">The newest documents that cite it.</param>
/// <param name="Printings">Where it was printed.</param>
public sealed record ItemSurroundings(
    IReadOnlyList<RelationLine> Relations, ValidityMark? Validity, IReadOnlyDictionary<string, ReferenceTarget> References, CitedBy CitedBy,
    IReadOnlyList<Printing> Printings)
{
    /// <summary>Changes whenever something of it changes, as a document that is published makes links to it appear.</summary>
    public string Stamp
    {
        get
        {
            var text = new StringBuilder();
            text.AppendJoin(';', Relations.Select(r => $"{r.Kind}{r.IsStated}{r.Other.ItemId}{r.Other.PublishedUtc.Ticks}"));
            text.Append('|').Append(Validity?.State).Append(Validity?.AsOf);
            text.Append('|').AppendJoin(';', References.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}{r.Value.Path}{r.Value.Title}{r.Value.Validity}"));
            text.Append('|').Append(CitedBy.Total).AppendJoin(';', CitedBy.Entries.Select(e => $"{e.ItemId}{e.PublishedUtc.Ticks}"));
            text.Append('|').AppendJoin(';', Printings.Select(p => $"{p.Stamp}{p.Section}{p.Page}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
        }
    }
}

/// <summary>Reads the surroundings of an item.</summary>
public sealed class ItemSurroundingsQuery(
    ItemRelations relations, ReferenceTargets targets, CitingDocuments citing, IEnumerable<IPrintings> printings, ChinaClock clock)
{
    /// <summary>How many citing documents the item's page names.</summary>
    public const int MostCiting = 10;

    /// <summary>The surroundings of a published version, in a fixed number of queries.</summary>
    public async Task<ItemSurroundings> OfAsync(ContentVersion version, CancellationToken cancellation = default)
    {
        var related = await relations.OfAsync(version.ItemId, cancellation);
        var document = version.Part<OfficialDocumentPart>();
        var number = DocumentNumber.TryParse(document?.Number, out var read) ? read.ToString() : null;
        var printed = new List<Printing>();
        foreach (var known in printings)
        {
            printed.AddRange(await known.OfAsync(version.ItemId, cancellation));
        }

        return new(
            related,
            document is null ? null : ValidityMark.Of(document.Validity, document.EffectiveOn, document.RepealedOn, related, clock.Today),
            await targets.OfAsync(version.ItemId, ItemTexts.Of(version.Parts), cancellation),
            await citing.PageAsync(version.ItemId, number, version.DisplayText, 1, MostCiting, cancellation),
            printed);
    }
}
