using Microsoft.AspNetCore.Mvc.Rendering;

namespace Livelihood.Content.Editing;

/// <summary>An editor to be shown: the model of its view.</summary>
/// <param name="Place">What is edited.</param>
/// <param name="Subject">The item.</param>
/// <param name="MainInput">The input that a problem with the whole value belongs to.</param>
/// <param name="Values">What the inputs show.</param>
/// <param name="Choices">What there is to choose, by input.</param>
public sealed record EditorView(EditorPlace Place, EditorSubject Subject, string MainInput, FormValues Values, ILookup<string, Choice> Choices)
{
    /// <summary>The view.</summary>
    public string Template => "Editors/" + Place.Editor;

    /// <summary>An input's name in the form.</summary>
    public string NameOf(string input) => $"{Place.Path}.{input}";

    /// <summary>An input of this editor.</summary>
    public EditorInput Input(string input, string label, string? hint = null) => new(this, input, label) { Hint = hint };

    /// <summary>The one input of a field's editor, with the field's label and hint.</summary>
    public EditorInput Main(string? hint = null) => Input(MainInput, Place.Label, Place.Hint ?? hint) with { IsRequired = Place.IsRequired };
}

/// <summary>One input of an editor: the model of the shared views for inputs.</summary>
/// <param name="View">The editor.</param>
/// <param name="Input">The input's name within the editor.</param>
/// <param name="Label">The label.</param>
public sealed record EditorInput(EditorView View, string Input, string Label)
{
    /// <summary>A sentence of help, or null.</summary>
    public string? Hint { get; init; }

    /// <summary>Whether publication needs it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>A class for the width, or null.</summary>
    public string? Width { get; init; }

    /// <summary>Rows of a text area.</summary>
    public int Rows { get; init; } = 5;

    /// <summary>The longest text, in characters, counted for the person who types; null: not counted.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What the choice of nothing is called; null: nothing cannot be chosen.</summary>
    public string? Nothing { get; init; }

    /// <summary>Whether several may be chosen.</summary>
    public bool IsMultiple { get; init; }

    /// <summary>The types of items that a picker offers; empty: all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>The name in the form.</summary>
    public string Name => View.NameOf(Input);

    /// <summary>The id, as an error summary links to it.</summary>
    public string Id => TagBuilder.CreateSanitizedId(Name, "_");

    /// <summary>What it shows.</summary>
    public string Value => View.Values.Raw(Input);

    /// <summary>What there is to choose.</summary>
    public IEnumerable<Choice> Choices => Nothing is null ? View.Choices[Input] : View.Choices[Input].Prepend(new("", Nothing));

    /// <summary>Whether a choice is chosen.</summary>
    public bool IsChosen(Choice choice) => View.Values.Has(Input, choice.Value) || (choice.Value.Length == 0 && Value.Length == 0);

    /// <summary>The ids of what describes the input; null where nothing does.</summary>
    public string? DescribedBy(bool isWrong)
    {
        string?[] ids = [Hint is null ? null : Id + "-hint", isWrong ? Id + "-error" : null, MaxLength is null ? null : Id + "-info"];
        return ids.Any(i => i is not null) ? string.Join(' ', ids.OfType<string>()) : null;
    }

    /// <summary>The label, with a word where publication does not need it.</summary>
    public string Legend => IsRequired ? Label : Label + "（可以不填）";
}
