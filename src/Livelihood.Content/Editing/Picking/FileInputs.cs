using Livelihood.Content.Media.Library;

namespace Livelihood.Content.Editing.Picking;

/// <summary>The inputs of the partial <c>Files/_FileInput</c> inside an editor: files and the words beside them.</summary>
internal static class FileInputs
{
    /// <summary>The input's name within its editor.</summary>
    public const string Input = "Chosen";

    private const string Paths = Input + ".Paths";
    private const string Texts = Input + ".Texts";

    /// <summary>The values that show files.</summary>
    public static FormValues Write(IEnumerable<ChosenFile> files) => new(
        files.SelectMany(f => new[] { (Paths, (string?)f.Path), (Texts, f.Text ?? "") }));

    /// <summary>The files that values show.</summary>
    public static IReadOnlyList<ChosenFile> Chosen(FormValues values)
    {
        var texts = values.Every(Texts);
        return [.. values.Every(Paths).Select((path, i) => new ChosenFile(path, i < texts.Count ? texts[i] : null))];
    }

    /// <summary>Reads the files, takes what is new, and refuses what is not good.</summary>
    public static async Task<IReadOnlyList<ChosenFile>> ReadAsync(
        FileInputReader files, EditorReading reading, FileInputModel model, CancellationToken cancellation)
    {
        var result = await files.ReadAsync(reading.Form, model, reading.Subject.Person, cancellation);
        reading.Typed = Write(result.Chosen);
        if (result.Errors.Count > 0)
        {
            reading.Refuse(Input, string.Concat(result.Errors));
        }

        return result.Chosen;
    }
}
