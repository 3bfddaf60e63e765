using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Validation;

namespace Livelihood.Content.Editing;

/// <summary>An item's form: the editors of its type's parts and fields, in order.</summary>
/// <param name="Subject">The item.</param>
/// <param name="Editors">The editors.</param>
public sealed record ItemForm(EditorSubject Subject, IReadOnlyList<EditorView> Editors)
{
    /// <summary>The input of a problem: its own, or the main one of the field that it speaks of.</summary>
    public string InputOf(ItemProblem problem) =>
        Editors.FirstOrDefault(e => e.Place.Path == problem.Path) is { } editor ? editor.NameOf(editor.MainInput) : problem.Path;

    /// <summary>Where on the form a problem's editor stands.</summary>
    public int PlaceOf(ItemProblem problem) =>
        Editors.TakeWhile(e => e.Place.Path != problem.Path && !problem.Path.StartsWith(e.Place.Path + ".", StringComparison.Ordinal)).Count();
}

/// <summary>What a form said.</summary>
/// <param name="Form">The form to show again, with all that was typed.</param>
/// <param name="Data">The data to store: what was read over what was there.</param>
/// <param name="Problems">What cannot be read, is wrong or missing; the first of each input.</param>
/// <param name="IsSearch">The person searched for items to link to, and wants the form back.</param>
public sealed record ItemFormReading(ItemForm Form, ContentData Data, IReadOnlyList<ItemProblem> Problems, bool IsSearch)
{
    /// <summary>What keeps even a draft from being saved.</summary>
    public IReadOnlyList<ItemProblem> Blocking => [.. Problems.Where(p => !p.IsMissing)];
}
