using System.Text.Json;
using System.Text.Json.Nodes;
using Livelihood.Content.Editing.Picking;
using Livelihood.Content.Items;
using Livelihood.Content.Media.Library;
using Livelihood.Content.Parts;

namespace Livelihood.Content.Editing.PartEditors;

/// <summary>The files that belong to the item.</summary>
internal sealed class FilesPartEditor(FileInputReader files) : IEditor
{
    public string Name => nameof(FilesPart);

    public string MainInput => FileInputs.Input;

    /// <summary>What the partial <c>Files/_FileInput</c> shows.</summary>
    public static FileInputModel ModelOf(EditorPlace place, EditorSubject subject, FormValues values, string? error) => new(
        $"{place.Path}.{FileInputs.Input}", "附件", "读者可以下载。每个文件写一个标题。", FileInputs.Chosen(values),
        Multiple: true, PicturesOnly: false, subject.AgencyId, error);

    public FormValues Write(EditorPlace place, JsonObject? data) =>
        FileInputs.Write((data.Deserialize<FilesPart>(ContentData.Json)?.Files ?? []).Select(f => new ChosenFile(f.Path, f.Title)));

    public async ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var chosen = await FileInputs.ReadAsync(files, reading, ModelOf(reading.Place, reading.Subject, reading.Typed, null), cancellation);
        var part = new FilesPart { Files = [.. chosen.Select(c => new AttachedFile(c.Path, c.Text ?? ""))] };
        return part.Files.Count == 0 ? null : JsonSerializer.SerializeToNode(part, ContentData.Json)!.AsObject();
    }
}
