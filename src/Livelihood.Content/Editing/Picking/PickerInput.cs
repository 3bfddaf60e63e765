namespace Livelihood.Content.Editing.Picking;

/// <summary>
/// The inputs of an item picker: boxes for the items, ticked where they are chosen, and a text to search for more. The
/// search is a step of the form, so that it works without scripts.
/// </summary>
internal static class PickerInput
{
    /// <summary>The form's button that searches; its value is the picker's whole name.</summary>
    public const string FindButton = "find";

    /// <summary>The input for the words to search for.</summary>
    public static string Query(string input) => input + ".Query";

    /// <summary>The words that the form shows results for already.</summary>
    public static string Searched(string input) => input + ".Searched";

    /// <summary>
    /// The items chosen. Words that were typed and not yet searched for are searched for before anything is saved: whoever
    /// presses Enter there, or forgets the button, loses nothing.
    /// </summary>
    public static IReadOnlyList<string> Read(EditorReading reading, string input, bool isMultiple)
    {
        var (query, searched) = (reading.Typed.Line(Query(input)), reading.Typed.Line(Searched(input)));
        if (reading.Form.ContainsKey(FindButton))
        {
            reading.IsSearch = true;
        }
        else if (query.Length > 0 && query != searched)
        {
            reading.Refuse(Query(input), $"您输入了“{query}”，还没有选定。请勾选找到的内容，或者清空这一栏。");
        }

        reading.Typed = reading.Typed.With(Searched(input), query);
        var chosen = reading.Typed.All(input);
        return isMultiple ? chosen : [.. chosen.Take(1)];
    }
}
