using System.Text.Json.Nodes;
using Livelihood.Content.Editing.Picking;
using Livelihood.Content.Media;
using Livelihood.Content.Media.Library;

namespace Livelihood.Content.Editing.FieldEditors;

/// <summary>Files, pictures for the most part, each with the words that say what it is.</summary>
internal sealed class MediaFieldEditor(FileInputReader files) : IEditor
{
    public string Name => "MediaField";

    public string MainInput => FileInputs.Input;

    /// <summary>What the partial <c>Files/_FileInput</c> shows.</summary>
    public static FileInputModel ModelOf(EditorPlace place, EditorSubject subject, FormValues values, string? error)
    {
        var extensions = (place.Setting("MediaFieldSettings", "AllowedExtensions") as JsonArray ?? []).Select(e => (string?)e).ToList();
        return new(
            $"{place.Path}.{FileInputs.Input}", place.Label, place.Hint, FileInputs.Chosen(values),
            Multiple: place.Flag("MediaFieldSettings", "Multiple"),
            PicturesOnly: extensions.Count > 0 && MediaKind.All.Where(k => !k.IsPicture).All(k => !k.Extensions.Intersect(extensions, StringComparer.OrdinalIgnoreCase).Any()),
            subject.AgencyId, error);
    }

    public FormValues Write(EditorPlace place, JsonObject? data) => FileInputs.Write(MediaFieldFiles.In(data));

    public async ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var chosen = await FileInputs.ReadAsync(files, reading, ModelOf(reading.Place, reading.Subject, reading.Typed, null), cancellation);
        return chosen.Count == 0 ? null : MediaFieldFiles.DataOf(chosen);
    }
}
