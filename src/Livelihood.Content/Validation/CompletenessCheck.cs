using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Validation;

/// <summary>Lets nothing be sent for review or published that is wrong or incomplete by its type's definition.</summary>
internal sealed class CompletenessCheck(ContentDefinitions definitions, ItemValidation validation) : IPublicationCheck
{
    public async Task<IReadOnlyList<string>> ProblemsAsync(ContentVersion version, CancellationToken cancellation)
    {
        if (await definitions.TypeAsync(version.Item.Type, cancellation) is not { } type)
        {
            return [];
        }

        var problems = await validation.ProblemsAsync(new(type, version.Parts, version.Item.AgencyId, version.ItemId), cancellation);
        return [.. problems.Select(p => p.Text)];
    }
}

/// <summary>A document number belongs to one document of an agency.</summary>
internal sealed class NumberIsOwnRule(PortalDbContext db) : IPartRule
{
    public string Part => nameof(OfficialDocumentPart);

    public async ValueTask<IReadOnlyList<ItemProblem>> ProblemsAsync(ValidatedItem item, CancellationToken cancellation)
    {
        if (item.Data.Get<OfficialDocumentPart>()?.Number is not { } number)
        {
            return [];
        }

        var other = await db.Set<CatalogueEntry>()
            .Where(e => e.Number == number && e.AgencyId == item.AgencyId && e.ItemId != item.ItemId)
            .Select(e => e.Title).FirstOrDefaultAsync(cancellation);
        return other is null
            ? []
            : [new($"{Part}.{nameof(OfficialDocumentPart.Number)}", $"文号“{number}”已经属于本机关发布的“{other}”。请核对文号。", IsMissing: true)];
    }
}
