using Livelihood.Content.Catalogue;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;

namespace Livelihood.Content.Relations;

/// <summary>Whether a document binds on a day.</summary>
public enum ValidityState
{
    /// <summary>Nobody has said, and nothing here tells.</summary>
    NotStated,

    /// <summary>尚未施行.</summary>
    NotYetInForce,

    /// <summary>现行有效.</summary>
    InForce,

    /// <summary>已修改: it binds as amended.</summary>
    Amended,

    /// <summary>已废止.</summary>
    Repealed,

    /// <summary>已失效.</summary>
    Expired,
}

/// <summary>Whether a document binds on a day, and what made it so.</summary>
/// <param name="State">The state.</param>
/// <param name="AsOf">The day that was asked about.</param>
/// <param name="Since">Since when, or for what is to come from when; null where nothing says.</param>
/// <param name="ByWhat">What amended, repealed or replaced it, published here; the newest first.</param>
/// <param name="EndsOn">The day after <paramref name="AsOf"/> on which it is to end, or null.</param>
public sealed record ValidityMark(ValidityState State, DateOnly AsOf, DateOnly? Since, IReadOnlyList<CatalogueEntry> ByWhat, DateOnly? EndsOn = null)
{
    /// <summary>The state in words.</summary>
    public string Text => State switch
    {
        ValidityState.NotStated => "未注明",
        ValidityState.NotYetInForce => "尚未施行",
        ValidityState.InForce => "现行有效",
        ValidityState.Amended => "已修改",
        ValidityState.Repealed => "已废止",
        _ => "已失效",
    };

    /// <summary>The colour modifier of the tag; the words say the same.</summary>
    public string TagClass => State switch
    {
        ValidityState.InForce => "govuk-tag--green",
        ValidityState.Amended => "govuk-tag--yellow",
        ValidityState.NotYetInForce => "govuk-tag--blue",
        _ => "govuk-tag--grey",
    };

    /// <summary>Whether a reader of a list must be told: it is no document that simply binds.</summary>
    public bool IsRemarkable => State is not (ValidityState.NotStated or ValidityState.InForce);

    /// <summary>What there is to tell.</summary>
    /// <param name="stated">有效性 as the editor stated it, or null.</param>
    /// <param name="effectiveOn">施行日期, or null.</param>
    /// <param name="repealedOn">废止日期, or null.</param>
    /// <param name="relations">Its relations to published items, both ways.</param>
    /// <param name="today">The day that is asked about.</param>
    public static ValidityMark Of(
        Validity? stated, DateOnly? effectiveOn, DateOnly? repealedOn, IEnumerable<RelationLine> relations, DateOnly today)
    {
        var told = relations.ToList();
        var enders = Newest(told.Where(r => r.IsSuccessor));
        var amenders = Newest(told.Where(r => r is { Kind: RelationKind.Amends, IsStated: false }));
        List<CatalogueEntry> ended = [.. enders.Where(e => InForceOn(e) <= today)], amended = [.. amenders.Where(e => InForceOn(e) <= today)];
        var endsOn = repealedOn ?? Earliest(enders);
        if (repealedOn <= today || ended.Count > 0 || (stated is Validity.Repealed or Validity.Expired && !(repealedOn > today)))
        {
            return new(
                stated == Validity.Expired ? ValidityState.Expired : ValidityState.Repealed, today, repealedOn ?? Earliest(ended), ended);
        }

        var state = effectiveOn > today ? ValidityState.NotYetInForce
            : stated == Validity.Amended || amended.Count > 0 ? ValidityState.Amended
            : stated == Validity.InForce || endsOn > today ? ValidityState.InForce
            : ValidityState.NotStated;
        var since = state switch
        {
            ValidityState.Amended => amended.Count > 0 ? InForceOn(amended[0]) : null,
            ValidityState.NotStated => null,
            _ => effectiveOn,
        };
        return new(state, today, since, state == ValidityState.Amended ? amended : endsOn > today ? enders : [], endsOn > today ? endsOn : null);
    }

    private static DateOnly? InForceOn(CatalogueEntry entry) => entry.EffectiveOn ?? entry.Date;

    private static DateOnly? Earliest(List<CatalogueEntry> entries) => entries.Count > 0 ? entries.Min(InForceOn) : null;

    private static List<CatalogueEntry> Newest(IEnumerable<RelationLine> lines) =>
        [.. lines.Select(r => r.Other).DistinctBy(o => o.ItemId).OrderByDescending(InForceOn)];
}
