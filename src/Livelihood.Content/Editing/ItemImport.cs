using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Content.Parts;
using Livelihood.Content.Writing;
using Livelihood.Formats;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Content.Editing;

/// <summary>What came of a file that an editor brought into a form.</summary>
/// <param name="Form">The form, with what was read in place of what stood there; the rest as it was typed.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Doubts">What the editor should look at, in Chinese.</param>
public sealed record ImportedForm(ItemForm Form, string FileName, IReadOnlyList<string> Doubts);

/// <summary>Fills an item's form from a Word, text or Markdown file. Nothing is saved but the pictures in the text.</summary>
public sealed class ItemImport(ItemForms forms, IUploads uploads)
{
    /// <summary>The name of the file field.</summary>
    public const string Field = "ImportedFile";

    /// <summary>Reads the file into the form.</summary>
    /// <param name="subject">The item.</param>
    /// <param name="reading">The form as it was posted.</param>
    /// <param name="file">The file; null where none was chosen.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="UnreadableDocumentException">It cannot be read; the message is Chinese and says what to do.</exception>
    public async Task<ImportedForm> ReadAsync(EditorSubject subject, ItemFormReading reading, IFormFile? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            throw new UnreadableDocumentException(UnreadableDocument.Empty, "请先选择要读入的文件（.docx、.txt 或者 .md）。");
        }

        await using var content = file.OpenReadStream();
        var name = Path.GetFileName(file.FileName);
        var document = await DocumentImport.ImportAsync(content, name, cancellation);
        var doubts = document.Doubts.ToList();
        var parts = PartsOf(document, await KeepPicturesAsync(subject, document, doubts, cancellation), reading.Data)
            .Where(p => subject.Type.Parts.Exists(t => t.PartName == p.GetType().Name)).ToArray();
        var read = await forms.OpenAsync(subject, new ContentData(parts), cancellation);
        var taken = parts.Select(p => p.GetType().Name).ToHashSet(StringComparer.Ordinal);
        var editors = reading.Form.Editors.Select(e => taken.Contains(e.Place.Path) ? read.Editors.First(r => r.Place.Path == e.Place.Path) : e);
        return new(reading.Form with { Editors = [.. editors] }, name, doubts);
    }

    private static IEnumerable<object> PartsOf(WrittenDocument document, string markdown, ContentData typed)
    {
        if (document.Title is { } title)
        {
            yield return new TitlePart(title);
        }

        yield return new MarkdownBodyPart(markdown);
        var record = typed.Get<OfficialDocumentPart>() ?? new();
        yield return record with
        {
            Number = document.Number ?? record.Number,
            IssuingAgencies = document.IssuingAgencies.Count > 0 ? document.IssuingAgencies : record.IssuingAgencies,
            Addressees = document.Addressees ?? record.Addressees,
            CopiedTo = document.CopiedTo ?? record.CopiedTo,
            FormedOn = document.FormedOn ?? record.FormedOn,
        };
    }

    private async Task<string> KeepPicturesAsync(
        EditorSubject subject, WrittenDocument document, List<string> doubts, CancellationToken cancellation)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var picture in document.Pictures)
        {
            try
            {
                var kept = await uploads.TakeAsync(new MemoryStream(picture.Content), new(picture.Name, subject.AgencyId, picture.Description), cancellation);
                addresses[picture.Address] = MediaAddress.Url(kept.Path)[1..];
                if (string.IsNullOrWhiteSpace(picture.Description))
                {
                    doubts.Add($"图片“{kept.Name}”没有替代文字。请在正文里它的方括号中写明图里是什么，看不见图的人靠它。");
                }
            }
            catch (UploadRefusedException refused)
            {
                doubts.Add($"图片“{picture.Name}”没有读入：{refused.Message}");
            }
        }

        return document.MarkdownWith(addresses);
    }
}
