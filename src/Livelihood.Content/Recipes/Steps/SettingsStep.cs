using Livelihood.Content.Settings;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Recipes.Steps;

/// <summary>Sets what the portal says of itself (Orchard Core's <c>settings</c>). They are read at the portal's next start.</summary>
internal sealed class SettingsStep(PortalDbContext db, IAuditTrail audit) : IRecipeStep
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SiteName"] = "Portal:Name",
        ["GovernmentName"] = "Portal:GovernmentName",
        ["GovernmentUrl"] = "Portal:GovernmentUrl",
        ["SiteDomain"] = "Portal:SiteDomain",
        ["SiteIdCode"] = "Portal:SiteIdCode",
        ["IcpNumber"] = "Portal:IcpNumber",
        ["PublicSecurityNumber"] = "Portal:PublicSecurityNumber",
        ["OperatingAgency"] = "Portal:OperatingAgency",
        ["ContactPhone"] = "Portal:ContactPhone",
        ["SearchSynonyms"] = "Search:Synonyms",
    };

    public string Name => "settings";

    public async Task ExecuteAsync(RecipeElement step, RecipeContext context, CancellationToken cancellation)
    {
        step.Only(["name", .. Keys.Keys]);
        var stored = await db.Set<SiteSetting>().ToDictionaryAsync(s => s.Name, StringComparer.Ordinal, cancellation);
        foreach (var (property, key) in Keys.Where(k => step.Has(k.Key)))
        {
            var value = step.Text(property);
            if (!stored.TryGetValue(key, out var setting))
            {
                db.Add(new SiteSetting { Name = key, Value = value });
            }
            else if (setting.Value != value)
            {
                setting.Value = value;
            }
            else
            {
                continue;
            }

            audit.Record("setting.set", nameof(SiteSetting), key, new { Value = value });
        }

        await db.SaveChangesAsync(cancellation);
    }
}
