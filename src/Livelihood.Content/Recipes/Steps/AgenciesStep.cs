using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Recipes.Steps;

/// <summary>Registers agencies, and updates those that are there. None is removed: what an agency published stays its own.</summary>
internal sealed class AgenciesStep(PortalDbContext db, IAuditTrail audit, IAgencyDirectory directory) : IRecipeStep
{
    public string Name => "Agencies";

    public async Task ExecuteAsync(RecipeElement step, RecipeContext context, CancellationToken cancellation)
    {
        step.Only("name", "Agencies");
        var all = await db.Set<Agency>().ToDictionaryAsync(a => a.Id, StringComparer.Ordinal, cancellation);
        var stated = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in step.Items("Agencies"))
        {
            var given = Read(item);
            if (!stated.Add(given.Id))
            {
                throw item.WrongAt("Id", $"编码“{given.Id}”在这一步里出现了两次。");
            }

            Check(item, given, all);
            if (!all.TryGetValue(given.Id, out var agency))
            {
                db.Add(given);
                all.Add(given.Id, given);
            }
            else if (!Take(agency, given))
            {
                continue;
            }

            audit.Record("agency.set", nameof(Agency), given.Id, new { given.Name, given.ParentId });
        }

        await db.SaveChangesAsync(cancellation);
        directory.Forget();
    }

    private static Agency Read(RecipeElement item)
    {
        item.Only("Id", "Name", "ShortName", "ParentId", "DocumentCodes", "FormerNames", "AcceptsRequests", "RequestPhone", "RequestAddress", "Order");
        var id = item.Text("Id");
        if (id.Length > 32 || !id.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw item.WrongAt("Id", $"编码由大写字母、数字和连字符组成，不超过 32 个字符，例如 SMX-ZFB；现为“{id}”。");
        }

        return new Agency
        {
            Id = id,
            Name = item.Text("Name"),
            ShortName = item.OptionalText("ShortName") ?? item.Text("Name"),
            ParentId = item.OptionalText("ParentId"),
            DocumentCodes = [.. item.Texts("DocumentCodes")],
            FormerNames = [.. item.Items("FormerNames").Select(FormerNameOf)],
            AcceptsRequests = item.Flag("AcceptsRequests"),
            RequestPhone = item.OptionalText("RequestPhone"),
            RequestAddress = item.OptionalText("RequestAddress"),
            Order = item.Has("Order") ? item.Whole("Order") : 0,
        };
    }

    private static FormerName FormerNameOf(RecipeElement item)
    {
        item.Only("Name", "ShortName", "From", "To");
        return new FormerName(item.Text("Name"), item.OptionalText("ShortName"), item.OptionalDate("From"), item.OptionalDate("To"));
    }

    private static void Check(RecipeElement item, Agency given, Dictionary<string, Agency> all)
    {
        if (given.ParentId is { } parent)
        {
            if (!all.TryGetValue(parent, out var above))
            {
                throw item.WrongAt("ParentId", $"没有编码为“{parent}”的上级机关。上级要写在下级之前。");
            }

            if (above.LineFrom([.. all.Values]).Any(a => a.Id == given.Id))
            {
                throw item.WrongAt("ParentId", $"“{given.Id}”成了自己的上级。");
            }
        }

        foreach (var other in all.Values.Where(a => a.Id != given.Id))
        {
            if (other.Name == given.Name)
            {
                throw item.WrongAt("Name", $"名称“{given.Name}”已经属于 {other.Id}。");
            }

            if (given.DocumentCodes.Find(other.DocumentCodes.Contains) is { } code)
            {
                throw item.WrongAt("DocumentCodes", $"发文代字“{code}”已经属于 {other.Id}（{other.Name}）。");
            }
        }
    }

    /// <summary>Takes over what differs; false where nothing does.</summary>
    private static bool Take(Agency agency, Agency given)
    {
        if (Comparable(agency) == Comparable(given)
            && agency.DocumentCodes.SequenceEqual(given.DocumentCodes)
            && agency.FormerNames.SequenceEqual(given.FormerNames))
        {
            return false;
        }

        (agency.Name, agency.ShortName, agency.ParentId) = (given.Name, given.ShortName, given.ParentId);
        (agency.DocumentCodes, agency.FormerNames) = (given.DocumentCodes, given.FormerNames);
        (agency.AcceptsRequests, agency.RequestPhone, agency.RequestAddress, agency.Order) =
            (given.AcceptsRequests, given.RequestPhone, given.RequestAddress, given.Order);
        return true;
    }

    private static (string, string, string?, bool, string?, string?, int) Comparable(Agency a) =>
        (a.Name, a.ShortName, a.ParentId, a.AcceptsRequests, a.RequestPhone, a.RequestAddress, a.Order);
}
