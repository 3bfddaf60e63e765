using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Rendering;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Web;

namespace Livelihood.Api.Reading;

/// <summary>Makes lines of the catalogue into what the interface says of them.</summary>
internal sealed class ItemWriter(PublicAddresses addresses, IAgencyDirectory agencies, ContentDefinitions definitions)
{
    public async Task<IReadOnlyList<ItemSummary>> WriteAsync(IReadOnlyList<CatalogueEntry> entries, CancellationToken cancellation)
    {
        var types = await definitions.TypesAsync(cancellation);
        var names = (await agencies.AllAsync(cancellation)).ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        return
        [
            .. entries.Select(e => Fill(e, types.GetValueOrDefault(e.Type)?.DisplayName ?? e.Type, names.GetValueOrDefault(e.AgencyId, e.AgencyId))),
        ];
    }

    /// <summary>The address of an item in this interface.</summary>
    public string SelfOf(string itemId) => addresses.Of($"{ApiRoutes.Root}/items/{itemId}");

    private ItemSummary Fill(CatalogueEntry e, string type, string agency) => new()
    {
        Id = e.ItemId,
        IndexNumber = e.IndexNumber,
        Title = e.Title,
        Type = e.Type,
        TypeName = type,
        Agency = e.AgencyId,
        AgencyName = agency,
        Number = e.Number,
        Date = e.Date,
        Validity = e.Validity?.Text(),
        Category = e.Category,
        Topic = e.Topic,
        Abstract = e.Abstract,
        FirstPublishedAt = e.FirstPublishedUtc.ToUniversalTime(),
        PublishedAt = e.PublishedUtc.ToUniversalTime(),
        Url = addresses.Of(e.Path),
        Self = SelfOf(e.ItemId),
    };
}
