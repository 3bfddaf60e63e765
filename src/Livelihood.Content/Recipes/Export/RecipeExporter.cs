using System.IO.Compression;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Livelihood.Content.Access;
using Livelihood.Content.Items;
using Livelihood.Content.Media;
using Livelihood.Platform.Data;
using Livelihood.Platform.Files;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Recipes.Export;

/// <summary>What was exported.</summary>
/// <param name="Items">Items.</param>
/// <param name="Files">Media files beside the recipe.</param>
public sealed record ExportReport(int Items, int Files);

/// <summary>
/// Writes a selection of content as a recipe: a zip with <c>export.recipe.json</c> and the files that the items use. Run
/// elsewhere it makes the same items under the same ids; run again it changes nothing. Items that others point to come along.
/// </summary>
public sealed class RecipeExporter(PortalDbContext db, ContentAccess access, RecipeDeclarations declarations, IFileStore files, ChinaClock clock)
{
    /// <summary>The recipe's name inside the archive.</summary>
    public const string FileName = "export.recipe.json";

    private const int BatchSize = 200;

    private static readonly JsonWriterOptions Written = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the archive.</summary>
    /// <param name="selection">What goes into it.</param>
    /// <param name="person">Who asks: drafts go into it as far as they may see them; null: the operator, who sees everything.</param>
    /// <param name="output">Where the zip goes.</param>
    /// <param name="progress">Told of each batch: items done, items in all.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ContentRefusedException">Nothing is selected, or too much.</exception>
    public async Task<ExportReport> WriteAsync(
        RecipeSelection selection, ClaimsPrincipal? person, Stream output, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var versions = await VersionsAsync(selection, person, cancellation);
        var ids = await IdsAsync(versions, selection, cancellation);
        var (types, agencies, media) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

        // The content comes first in the writing and last in the running: only then is known what it needs.
        await using (var stream = await zip.CreateEntry("content.recipe.json").OpenAsync(cancellation))
        await using (var json = new Utf8JsonWriter(stream, Written))
        {
            Begin(json, "content", "导出的内容");
            json.WriteStartObject();
            json.WriteString("name", "content");
            json.WriteStartArray("data");
            var done = 0;
            foreach (var batch in ids.Chunk(BatchSize))
            {
                var read = await versions.Where(v => batch.Contains(v.ItemId)).ToDictionaryAsync(v => v.ItemId, StringComparer.Ordinal, cancellation);
                foreach (var version in batch.Select(read.GetValueOrDefault).OfType<ContentVersion>())
                {
                    Item(version).WriteTo(json);
                    types.Add(version.Item.Type);
                    agencies.Add(version.Item.AgencyId);
                    media.UnionWith(MediaReferences.In(version.Parts).Select(r => r.Path));
                }

                await json.FlushAsync(cancellation);
                progress?.Invoke(done += batch.Length, ids.Count);
            }

            End(json);
        }

        var kept = await MediaAsync(zip, media, cancellation);
        await HeadAsync(zip, selection.WithDefinitions ? await declarations.StepsAsync(types, agencies, cancellation) : [], kept, cancellation);
        return new(ids.Count, kept.Count);
    }

    private async Task<IQueryable<ContentVersion>> VersionsAsync(RecipeSelection selection, ClaimsPrincipal? person, CancellationToken cancellation)
    {
        if (!selection.Drafts)
        {
            return access.Published();
        }

        var items = person is null ? db.Set<ContentItem>() : await access.ItemsForAsync(person, cancellation);
        return db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).Where(v => v.Latest && items.Any(i => i.Id == v.ItemId));
    }

    private static async Task<List<string>> IdsAsync(IQueryable<ContentVersion> versions, RecipeSelection selection, CancellationToken cancellation)
    {
        var chosen = versions;
        if (selection.ItemIds.Count > 0)
        {
            chosen = chosen.Where(v => selection.ItemIds.Contains(v.ItemId));
        }

        if (selection.Type is { } type)
        {
            chosen = chosen.Where(v => v.Item.Type == type);
        }

        if (selection.AgencyId is { } agency)
        {
            chosen = chosen.Where(v => v.Item.AgencyId == agency);
        }

        if (selection.Year is { } year)
        {
            chosen = chosen.Where(v => v.Item.IndexNumber.Contains($"/{year}-"));
        }

        var ids = await chosen.OrderBy(v => v.ItemId).Select(v => v.ItemId).Take(RecipeSelection.MaxItems + 1).ToListAsync(cancellation);
        if (ids.Count == 0)
        {
            throw new ContentRefusedException("没有符合条件的内容，没有导出。请放宽条件。");
        }

        var all = await WithReferencedAsync(versions, ids, cancellation);
        return all.Count <= RecipeSelection.MaxItems
            ? all
            : throw new ContentRefusedException($"符合条件的内容超过{RecipeSelection.MaxItems}项，一个配方放不下。请按类型、机关或者年份分几次导出。");
    }

    // What an item points to comes before it, as far as it may be seen.
    private static async Task<List<string>> WithReferencedAsync(IQueryable<ContentVersion> versions, List<string> ids, CancellationToken cancellation)
    {
        var (all, waiting) = (new HashSet<string>(ids, StringComparer.Ordinal), new Queue<string[]>(ids.Chunk(BatchSize)));
        var before = new List<string>();
        while (waiting.TryDequeue(out var batch) && all.Count <= RecipeSelection.MaxItems)
        {
            var data = await versions.Where(v => batch.Contains(v.ItemId)).Select(v => v.Data).ToListAsync(cancellation);
            var named = data.SelectMany(d => ReferencedIn(JsonNode.Parse(d))).Where(id => !all.Contains(id)).Distinct().ToList();
            foreach (var chunk in named.Chunk(BatchSize))
            {
                var seen = await versions.Where(v => chunk.Contains(v.ItemId)).Select(v => v.ItemId).ToArrayAsync(cancellation);
                all.UnionWith(seen);
                before.AddRange(seen);
                waiting.Enqueue(seen);
            }
        }

        before.Reverse();
        return [.. before, .. ids];
    }

    private static IEnumerable<string> ReferencedIn(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => ReferencedIn(m.Value)),
        JsonArray a => a.SelectMany(ReferencedIn),
        JsonValue v when v.TryGetValue(out string? text) && text.Length == ContentId.Length && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) => [text],
        _ => [],
    };

    private static JsonObject Item(ContentVersion version)
    {
        var item = new JsonObject
        {
            ["ContentItemId"] = version.ItemId,
            ["ContentType"] = version.Item.Type,
            ["DisplayText"] = version.DisplayText,
            ["Agency"] = version.Item.AgencyId,
            ["Latest"] = true,
            ["Published"] = version.Published,
        };
        foreach (var part in version.Parts.PartNames)
        {
            item[part] = version.Parts.Get(part)!.DeepClone();
        }

        return (JsonObject)RecipeLiteral.Of(item)!;
    }

    private async Task<IReadOnlyList<string>> MediaAsync(ZipArchive zip, SortedSet<string> paths, CancellationToken cancellation)
    {
        var kept = new List<string>();
        foreach (var chunk in paths.Chunk(BatchSize))
        {
            var known = await db.Set<MediaFile>().AsNoTracking().Where(m => chunk.Contains(m.Path)).OrderBy(m => m.Path).ToListAsync(cancellation);
            foreach (var file in known)
            {
                await using var content = files.Open(file.FileHash);
                if (content is null)
                {
                    continue;
                }

                await using var entry = await zip.CreateEntry("media/" + file.Path, CompressionLevel.NoCompression).OpenAsync(cancellation);
                await content.CopyToAsync(entry, cancellation);
                kept.Add(file.Path);
            }
        }

        return kept;
    }

    private async Task HeadAsync(ZipArchive zip, IReadOnlyList<JsonObject> declared, IReadOnlyList<string> media, CancellationToken cancellation)
    {
        await using var stream = await zip.CreateEntry(FileName).OpenAsync(cancellation);
        await using var json = new Utf8JsonWriter(stream, Written);
        Begin(json, "export", $"导出的内容（{clock.Today:yyyy-MM-dd}）");
        foreach (var step in declared)
        {
            step.WriteTo(json);
        }

        if (media.Count > 0)
        {
            var list = media.Select(JsonNode (path) => new JsonObject { ["TargetPath"] = path, ["SourcePath"] = "media/" + path });
            new JsonObject { ["name"] = "media", ["Files"] = new JsonArray([.. list]) }.WriteTo(json);
        }

        new JsonObject
        {
            ["name"] = "recipes",
            ["Values"] = new JsonArray(new JsonObject { ["executionid"] = "export", ["name"] = "content" }),
        }.WriteTo(json);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static void Begin(Utf8JsonWriter json, string name, string display)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("displayName", display);
        json.WriteString("description", "由信息公开平台导出，可以在别的平台上执行；重复执行不会重复。");
        json.WriteString("version", "1.0.0");
        json.WriteBoolean("issetuprecipe", false);
        json.WriteStartArray("steps");
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
