using System.Text.Json.Nodes;
using Livelihood.Content.Validation;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Content.Editing;

/// <summary>
/// Edits a part that code knows, or a kind of field: what its inputs show, and what they mean when they come back. Its
/// view is <c>Editors/{Name}</c>. A module registers its own; a part or field without an editor is kept as it is.
/// </summary>
public interface IEditor
{
    /// <summary>The part's name, such as <c>TitlePart</c>, or the kind of field, such as <c>DateField</c>.</summary>
    string Name { get; }

    /// <summary>The input that a problem with the whole value belongs to, such as <c>Value</c>.</summary>
    string MainInput { get; }

    /// <summary>What the inputs show for stored data; null where there is none yet.</summary>
    FormValues Write(EditorPlace place, JsonObject? data);

    /// <summary>Reads the inputs. What cannot be read is refused through <paramref name="reading"/>; rules are for <see cref="ItemValidation"/>.</summary>
    /// <returns>The data to store; null where there is nothing to store.</returns>
    ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation);

    /// <summary>What there is to choose, by input.</summary>
    ValueTask<ILookup<string, Choice>> ChoicesAsync(
        EditorPlace place, EditorSubject subject, FormValues values, CancellationToken cancellation) => new(NoChoices);

    /// <summary>Nothing to choose.</summary>
    protected static readonly ILookup<string, Choice> NoChoices = Array.Empty<Choice>().ToLookup(_ => "");
}

/// <summary>A reading of one editor's inputs.</summary>
/// <param name="place">What is edited.</param>
/// <param name="subject">The item.</param>
/// <param name="form">The whole form, for editors that take files.</param>
public sealed class EditorReading(EditorPlace place, EditorSubject subject, IFormCollection form)
{
    private readonly List<ItemProblem> _problems = [];

    /// <summary>What is edited.</summary>
    public EditorPlace Place => place;

    /// <summary>The item.</summary>
    public EditorSubject Subject => subject;

    /// <summary>The whole form.</summary>
    public IFormCollection Form => form;

    /// <summary>What was typed; an editor may set what is to be shown instead.</summary>
    public FormValues Typed { get; set; } = FormValues.Of(form, place.Path);

    /// <summary>True where the person asked for something else than saving: a search among items.</summary>
    public bool IsSearch { get; set; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<ItemProblem> Problems => _problems;

    /// <summary>Refuses what was typed into an input.</summary>
    public void Refuse(string input, string text) => _problems.Add(new($"{place.Path}.{input}", text));
}
