using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Media.Texts;

/// <summary>Lets search find an item by the words of the files that it uses: each file is a section under its title.</summary>
internal sealed class MediaTextContributor(PortalDbContext db) : ITextContributor
{
    public async Task<IReadOnlyList<TextSection>> SectionsOfAsync(ContentVersion version, CancellationToken cancellation)
    {
        var references = MediaReferences.In(version.Parts).DistinctBy(r => r.Path).ToList();
        if (references.Count == 0)
        {
            return [];
        }

        var paths = references.ConvertAll(r => r.Path);
        await HoldReadingAsync(paths, cancellation);
        var texts = await db.Set<MediaText>().AsNoTracking().Where(t => paths.Contains(t.Path) && t.Text != "")
            .ToDictionaryAsync(t => t.Path, t => t.Text, cancellation);
        var attached = version.Part<FilesPart>()?.Files.Select(f => f.Path).ToList() ?? [];
        return
        [
            .. from reference in references
               where texts.ContainsKey(reference.Path)
               let place = attached.IndexOf(reference.Path)
               select new TextSection(place < 0 ? "" : $"file-{place + 1}", TitleOf(reference), texts[reference.Path]),
        ];
    }

    // A text may be read at this very moment. Its work is held until the publication ends: either the text is here already,
    // or its reader waits, and then sees that the item uses the file.
    private async Task HoldReadingAsync(List<string> paths, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            await db.Set<MediaWork>().Where(w => w.Task == MediaTask.Text && paths.Contains(w.Path))
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.Attempts, w => w.Attempts), cancellation);
        }
    }

    private static string TitleOf(MediaReference reference) =>
        "附件：" + (string.IsNullOrWhiteSpace(reference.Text) ? Path.GetFileNameWithoutExtension(reference.Path) : reference.Text);
}
