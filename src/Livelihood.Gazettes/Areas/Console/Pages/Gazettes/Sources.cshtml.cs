using Livelihood.Content.Items;
using Livelihood.Gazettes.Input;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>The files from which an issue was imported, to be taken away as they came.</summary>
public sealed class SourcesModel(PortalDbContext db, GazetteSources sources, ActorNames actors) : GazettePageModel
{
    public ContentVersion Version { get; private set; } = null!;

    public IReadOnlyList<GazetteSource> Sources { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(int year, int number, CancellationToken cancellation)
    {
        if (!await LoadAsync(year, number, cancellation))
        {
            return NotFound();
        }

        Names = await actors.OfAsync(Sources.Select(s => s.ImportedBy), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(int year, int number, Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(year, number, cancellation) || Sources.FirstOrDefault(s => s.Id == id) is not { } source
            || await sources.TakeAwayAsync(source, cancellation) is not { } content)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(content, "application/octet-stream", source.FileName.Split('/')[^1]);
    }

    private async Task<bool> LoadAsync(int year, int number, CancellationToken cancellation)
    {
        var path = GazetteIssuePart.PathOf(year, number);
        var latest = await db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).FirstOrDefaultAsync(v => v.Latest && v.Item.Path == path, cancellation);
        if (latest?.Part<GazetteIssuePart>() is null)
        {
            return false;
        }

        (Version, Sources) = (latest, await sources.OfAsync(latest.ItemId, cancellation));
        return true;
    }
}
