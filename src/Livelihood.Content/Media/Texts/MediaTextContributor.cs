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

    private static string TitleOf(MediaReference reference) =>
        "附件：" + (string.IsNullOrWhiteSpace(reference.Text) ? Path.GetFileNameWithoutExtension(reference.Path) : reference.Text);
}
