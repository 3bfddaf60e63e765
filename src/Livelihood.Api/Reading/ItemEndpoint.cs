using System.Text.Json.Nodes;
using Livelihood.Api.Answers;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform.Data;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Api.Reading;

/// <summary>Tells all of one published item.</summary>
internal sealed class ItemEndpoint(
    IContentStore store, PortalDbContext db, ItemWriter writer, ContentDefinitions definitions, TaxonomyTerms taxonomies, PublicAddresses addresses)
{
    public async Task<IResult> AnswerAsync(string id, HttpContext http, CancellationToken cancellation)
    {
        if (await store.PublishedAsync(id, cancellation) is not { } version
            || await db.Set<CatalogueEntry>().AsNoTracking().FirstOrDefaultAsync(e => e.ItemId == id, cancellation) is not { } entry)
        {
            return ApiProblem.NotFound($"没有编号为“{id}”的公开信息，它可能没有公开或者已经撤下。请从 /api/v1/items 的列表取编号。").Answer();
        }

        return Representation.Json(http, await DetailAsync(version, entry, cancellation));
    }

    private async Task<ItemDetail> DetailAsync(ContentVersion version, CatalogueEntry entry, CancellationToken cancellation)
    {
        var head = (await writer.WriteAsync([entry], cancellation))[0];
        var type = await definitions.TypeAsync(entry.Type, cancellation);
        var category = await taxonomies.NameOfAsync(TaxonomyTerms.Categories, entry.Category, cancellation);
        var topic = await taxonomies.NameOfAsync(TaxonomyTerms.Topics, entry.Topic, cancellation);
        var markdown = version.Part<MarkdownBodyPart>()?.Markdown;
        return new()
        {
            Id = head.Id,
            IndexNumber = head.IndexNumber,
            Title = head.Title,
            Type = head.Type,
            TypeName = head.TypeName,
            Agency = head.Agency,
            AgencyName = head.AgencyName,
            Number = head.Number,
            Date = head.Date,
            Validity = head.Validity,
            Category = head.Category,
            Topic = head.Topic,
            Abstract = head.Abstract,
            FirstPublishedAt = head.FirstPublishedAt,
            PublishedAt = head.PublishedAt,
            Url = head.Url,
            Self = head.Self,
            Version = version.Number,
            Record = [.. ItemRecord.LinesOf(version, head.AgencyName, category, topic).Select(l => new LabelledText(l.Label, l.Text))],
            Markdown = markdown,
            Html = markdown is null ? null : MarkdownRenderer.ToHtml(markdown),
            Parts = PartsOf(version, type),
            Links = await LinksAsync(version, cancellation),
            Files = [.. await FilesAsync(version, cancellation)],
        };
    }

    // What the type does not declare is nobody's statement to the public.
    private static JsonObject PartsOf(ContentVersion version, ContentTypeDefinition? type) => new(
        from part in type?.Parts ?? []
        let data = version.Parts.Get(part.Name)
        where data is not null && part.PartName != nameof(SourceTextPart)
        select KeyValuePair.Create(part.Name, (JsonNode?)data.DeepClone()));

    private async Task<IReadOnlyList<LinkedItem>> LinksAsync(ContentVersion version, CancellationToken cancellation)
    {
        var named = (await FieldsAsync(version, cancellation))
            .SelectMany(f => (f.Data["ContentItemIds"] as JsonArray ?? []).Select(id => (f.Place, Id: (string?)id ?? ""))).ToList();
        if (version.Part<PrintedInPart>() is { } printed)
        {
            named.Add((nameof(PrintedInPart), printed.IssueId));
        }

        foreach (var (relation, ids) in version.Part<RelationsPart>() is { } relations ? Named(relations) : [])
        {
            named.AddRange(ids.Select(id => ($"{nameof(RelationsPart)}.{relation}", id)));
        }

        var wanted = named.ConvertAll(n => n.Id);
        var published = await db.Set<CatalogueEntry>().AsNoTracking().Where(e => wanted.Contains(e.ItemId))
            .ToDictionaryAsync(e => e.ItemId, StringComparer.Ordinal, cancellation);
        return
        [
            .. from link in named
               where published.ContainsKey(link.Id)
               let entry = published[link.Id]
               select new LinkedItem(link.Place, entry.ItemId, entry.Title, addresses.Of(entry.Path), writer.SelfOf(entry.ItemId)),
        ];
    }

    private static (string Relation, IReadOnlyList<string> Ids)[] Named(RelationsPart relations) =>
    [
        (nameof(RelationsPart.Amends), relations.Amends),
        (nameof(RelationsPart.Repeals), relations.Repeals),
        (nameof(RelationsPart.ReplacedBy), relations.ReplacedBy),
        (nameof(RelationsPart.Interprets), relations.Interprets),
    ];

    private async Task<IEnumerable<LinkedFile>> FilesAsync(ContentVersion version, CancellationToken cancellation)
    {
        var attached = (version.Part<FilesPart>()?.Files ?? []).Select(f => (f.Path, f.Title));
        var inFields =
            from field in await FieldsAsync(version, cancellation)
            from file in (field.Data["Paths"] as JsonArray ?? []).Index()
            select (Path: (string?)file.Item ?? "", Title: (string?)(field.Data["MediaTexts"] as JsonArray)?.ElementAtOrDefault(file.Index) ?? "");
        return attached.Concat(inFields).Where(f => f.Path.Length > 0)
            .Select(f => new LinkedFile(string.IsNullOrWhiteSpace(f.Title) ? System.IO.Path.GetFileName(f.Path) : f.Title, addresses.Of("/media/" + f.Path)));
    }

    private async Task<IReadOnlyList<(string Place, JsonObject Data)>> FieldsAsync(ContentVersion version, CancellationToken cancellation) =>
    [
        .. from part in await definitions.FieldPartsAsync(version.Item.Type, cancellation)
           let data = version.Parts.Get(part.Use.Name)
           where data is not null
           from field in part.Part.Fields
           where data[field.Name] is JsonObject
           select ($"{part.Use.Name}.{field.Name}", (JsonObject)data[field.Name]!),
    ];
}
