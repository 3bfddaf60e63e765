using System.Collections.Immutable;
using Livelihood.Content.Items;

namespace Livelihood.Content.Taxonomies;

/// <summary>A term at its place in the tree.</summary>
/// <param name="Term">The term.</param>
/// <param name="ParentId">The term above, or null.</param>
/// <param name="Depth">How many terms stand above it.</param>
public sealed record TermLine(TaxonomyTerm Term, string? ParentId, int Depth);

/// <summary>What an editor may say of a term.</summary>
/// <param name="Name">The Chinese name.</param>
/// <param name="Code">The short code, or null.</param>
/// <param name="ParentId">The term above, or null.</param>
/// <param name="Retired">Whether it is no longer offered.</param>
public sealed record TermEdit(string? Name, string? Code, string? ParentId, bool Retired = false);

/// <summary>The rules of editing a taxonomy; every change gives a new tree.</summary>
public sealed class TaxonomyTree
{
    /// <summary>The longest name of a term, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>The longest code of a term, in characters.</summary>
    public const int LongestCode = 32;

    /// <summary>How many levels a taxonomy may have.</summary>
    public const int MostLevels = 4;

    private readonly string? _termType;

    private TaxonomyTree(ImmutableList<TermLine> lines, string? termType) => (Lines, _termType) = (lines, termType);

    /// <summary>All terms, each before those below it, in order.</summary>
    public ImmutableList<TermLine> Lines { get; }

    /// <summary>The tree of a taxonomy.</summary>
    public static TaxonomyTree Of(TaxonomyPart part) => new([.. Flat(part.Terms, null, 0)], part.TermContentType);

    /// <summary>The taxonomy of the tree.</summary>
    public TaxonomyPart ToPart() => new(Below(null), _termType);

    /// <summary>The term of this id, or null.</summary>
    public TermLine? Find(string? id) => Lines.Find(l => l.Term.ContentItemId == id);

    /// <summary>Whether the second term is the first or stands anywhere below it.</summary>
    public bool Holds(string id, string? otherId)
    {
        for (var at = Find(otherId); at is not null; at = Find(at.ParentId))
        {
            if (at.Term.ContentItemId == id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The tree with one more term, the last of those beside it.</summary>
    /// <exception cref="FieldRefusedException">The edit breaks a rule.</exception>
    public TaxonomyTree Add(string id, TermEdit edit)
    {
        Check(id, edit);
        return Rebuilt(Lines.Add(new(Written(new TaxonomyTerm(id, "", ContentType: _termType), edit), edit.ParentId, 0)));
    }

    /// <summary>The tree with a term changed; below another term it becomes the last there.</summary>
    /// <exception cref="FieldRefusedException">The edit breaks a rule.</exception>
    public TaxonomyTree Change(string id, TermEdit edit)
    {
        var line = Existing(id);
        Check(id, edit);
        var changed = line with { Term = Written(line.Term, edit), ParentId = edit.ParentId };
        return Rebuilt(line.ParentId == edit.ParentId ? Lines.Replace(line, changed) : Lines.Remove(line).Add(changed));
    }

    /// <summary>The tree with a term one place up or down among those beside it; the same tree at the end.</summary>
    public TaxonomyTree Move(string id, bool up)
    {
        var moved = SiblingOrder.Move(Lines, Existing(id), up, l => l.ParentId);
        return ReferenceEquals(moved, Lines) ? this : Rebuilt(moved);
    }

    /// <summary>The tree without a term. Whether the term is in use is for the caller to know.</summary>
    /// <exception cref="ContentRefusedException">There are terms below it.</exception>
    public TaxonomyTree Remove(string id)
    {
        var line = Existing(id);
        return Lines.Exists(l => l.ParentId == id)
            ? throw new ContentRefusedException($"“{line.Term.DisplayText}”下面还有分类项。请先把它们移走或者删除。")
            : Rebuilt(Lines.Remove(line));
    }

    private static IEnumerable<TermLine> Flat(IEnumerable<TaxonomyTerm>? terms, string? parent, int depth) =>
        (terms ?? []).SelectMany(t => Flat(t.Terms, t.ContentItemId, depth + 1).Prepend(new(t with { Terms = null }, parent, depth)));

    private static TaxonomyTerm Written(TaxonomyTerm term, TermEdit edit) => term with
    {
        DisplayText = edit.Name!.Trim(),
        Alias = CodeOf(edit),
        Retired = edit.Retired,
    };

    private static string? CodeOf(TermEdit edit) => string.IsNullOrWhiteSpace(edit.Code) ? null : edit.Code.Trim();

    private IReadOnlyList<TaxonomyTerm> Below(string? parent) =>
        [.. Lines.Where(l => l.ParentId == parent).Select(l => Below(l.Term.ContentItemId) is { Count: > 0 } below ? l.Term with { Terms = below } : l.Term)];

    // Written out and read again, so that lines are in the order of the tree.
    private TaxonomyTree Rebuilt(ImmutableList<TermLine> lines) => Of(new TaxonomyTree(lines, _termType).ToPart());

    private TermLine Existing(string id) =>
        Find(id) ?? throw new ContentRefusedException("这个分类项已经不在了，可能被他人删除。请回到分类法，重新打开。");

    private void Check(string id, TermEdit edit)
    {
        var (name, code) = (edit.Name?.Trim() ?? "", CodeOf(edit));
        if (name.Length is 0 or > LongestName)
        {
            throw new FieldRefusedException(nameof(edit.Name), name.Length == 0 ? "请填写名称。" : $"名称不能超过{LongestName}个字，请缩短。");
        }

        if (code is not null && (code.Length > LongestCode || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')))
        {
            throw new FieldRefusedException(nameof(edit.Code), $"代码由字母、数字、连字符和点组成，不超过{LongestCode}个字符，例如 20-1。");
        }

        if (Lines.Find(l => l.Term.ContentItemId != id && code is not null && string.Equals(l.Term.Alias, code, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            throw new FieldRefusedException(nameof(edit.Code), $"代码“{code}”已经属于“{same.Term.DisplayText}”，请换一个。");
        }

        if (Lines.Exists(l => l.Term.ContentItemId != id && l.ParentId == edit.ParentId && l.Term.DisplayText == name))
        {
            throw new FieldRefusedException(nameof(edit.Name), $"同一级已经有“{name}”，请换一个名称。");
        }

        CheckParent(id, edit.ParentId);
    }

    private void CheckParent(string id, string? parentId)
    {
        if (parentId is null)
        {
            return;
        }

        var parent = Find(parentId) ?? throw new FieldRefusedException(nameof(TermEdit.ParentId), "所选的上级已经不在了，请重新选择。");
        if (Holds(id, parentId))
        {
            throw new FieldRefusedException(nameof(TermEdit.ParentId), "不能放到自己或者自己的下级之下，请另选上级。");
        }

        var own = Find(id)?.Depth ?? 0;
        var height = Lines.Where(l => Holds(id, l.Term.ContentItemId)).Select(l => l.Depth - own).DefaultIfEmpty(0).Max();
        if (parent.Depth + 1 + height >= MostLevels)
        {
            throw new FieldRefusedException(nameof(TermEdit.ParentId), $"分类最多{MostLevels}级，请选较高一级的上级。");
        }
    }
}
