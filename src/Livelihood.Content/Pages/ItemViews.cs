using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Content.References;
using Livelihood.Content.Rendering;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Pages;

/// <summary>
/// Makes what an item's page shows of a version. Its parts are shown in the order of the type's definition: a part by its
/// view <c>Parts/{name}</c>, a part of fields by its definition.
/// </summary>
public sealed class ItemViews(
    IAgencyDirectory agencies, PortalDbContext db, IEnumerable<IHighlighter> highlighters, ICompositeViewEngine views, TaxonomyTerms taxonomies,
    ReferenceTargets targets)
{
    /// <summary>The view of a version.</summary>
    /// <param name="context">The page under way; says where views are looked for.</param>
    /// <param name="version">The version, with its item.</param>
    /// <param name="isPrintView">Whether it stands alone on a sheet.</param>
    /// <param name="query">Words to be marked, or null.</param>
    /// <param name="around">What stands around a published version; null for one that is not public.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<ItemView> OfAsync(
        ActionContext context, ContentVersion version, bool isPrintView = false, string? query = null, ItemSurroundings? around = null, CancellationToken cancellation = default)
    {
        var agency = await agencies.FindAsync(version.Item.AgencyId, cancellation);
        var agencyName = agency?.Name ?? version.Item.AgencyId;
        var category = await taxonomies.NameOfAsync(
            TaxonomyTerms.Categories, version.Part<DisclosureRecordPart>()?.Category, cancellation);
        var topic = await taxonomies.NameOfAsync(TaxonomyTerms.Topics, version.Part<OfficialDocumentPart>()?.Topic, cancellation);
        var type = await db.Set<ContentTypeDefinition>().AsNoTracking().FirstOrDefaultAsync(t => t.Name == version.Item.Type, cancellation);
        var markdown = version.Part<MarkdownBodyPart>()?.Markdown;
        var view = new ItemView(version, [.. highlighters])
        {
            AgencyName = agencyName,
            TypeName = type?.DisplayName ?? version.Item.Type,
            Record = [.. ItemRecord.LinesOf(version, agencyName, category, topic, around?.Validity)],
            Outline = markdown is null ? [] : MarkdownRenderer.Outline(markdown),
            Articles = markdown is null ? [] : MarkdownRenderer.Articles(markdown),
            PathBase = context.HttpContext.Request.PathBase,
            IsPrintView = isPrintView,
            References = around?.References ?? await targets.OfAsync(version.ItemId, ItemTexts.Of(version.Parts), cancellation),
            CiteAddress = around is null || isPrintView ? null : $"/cite/{version.ItemId}?place=",
            Query = query,
        };
        view.Parts = await PartsAsync(context, view, type, cancellation);
        return view;
    }

    private async Task<IReadOnlyList<PartDisplay>> PartsAsync(
        ActionContext context, ItemView view, ContentTypeDefinition? type, CancellationToken cancellation)
    {
        var names = type?.Parts.ConvertAll(p => p.Name) ?? [.. view.Version.Parts.PartNames];
        var fields = await db.Set<ContentPartDefinition>().AsNoTracking()
            .Where(p => names.Contains(p.Name)).ToDictionaryAsync(p => p.Name, p => p.Fields, cancellation);
        return
        [
            .. from name in names
               where view.Version.Parts.Get(name) is not null
               let template = $"Parts/{name}"
               let hasView = views.FindView(context, template, isMainPage: false).Success
                   || views.GetView(null, $"/Pages/Shared/{template}.cshtml", isMainPage: false).Success
               where hasView || fields.GetValueOrDefault(name) is { Count: > 0 }
               select new PartDisplay(view, name, hasView ? template : "Parts/_Fields", fields.GetValueOrDefault(name) ?? []),
        ];
    }
}
