using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Recipes.Steps;

/// <summary>Sets roles: what each may do and how far it reaches (Orchard Core's <c>Roles</c>, with <c>DisplayName</c> and <c>Reach</c>).</summary>
internal sealed class RolesStep(PortalDbContext db, IAuditTrail audit) : IRecipeStep
{
    public string Name => "Roles";

    public async Task ExecuteAsync(RecipeElement step, RecipeContext context, CancellationToken cancellation)
    {
        step.Only("name", "Roles");
        var known = await db.Set<RoleDefinition>().ToDictionaryAsync(r => r.Name, StringComparer.Ordinal, cancellation);
        foreach (var role in step.Items("Roles"))
        {
            role.Only("Name", "DisplayName", "Description", "Permissions", "Reach");
            var name = role.Text("Name");
            var display = role.OptionalText("DisplayName") ?? name;
            var permissions = PermissionsOf(role);
            var reach = ReachOf(role);
            if (!known.TryGetValue(name, out var definition))
            {
                definition = new RoleDefinition { Name = name, DisplayName = display, Permissions = permissions, Reach = reach };
                db.Add(definition);
                known.Add(name, definition);
            }
            else if (definition.DisplayName == display && definition.Reach == reach && definition.Permissions.SequenceEqual(permissions))
            {
                continue;
            }

            (definition.DisplayName, definition.Permissions, definition.Reach) = (display, permissions, reach);
            audit.Record("role.set", nameof(RoleDefinition), name, new { Permissions = permissions, Reach = reach.ToString() });
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static List<string> PermissionsOf(RecipeElement role)
    {
        var permissions = role.Texts("Permissions").ToList();
        var unknown = permissions.FindIndex(p => !Permissions.All.Contains(p));
        return unknown < 0
            ? permissions
            : throw role.Wrong(role.Entries("Permissions")[unknown], $"没有权限“{permissions[unknown]}”。可以有：{string.Join("、", Permissions.All)}。");
    }

    private static RoleReach ReachOf(RecipeElement role) => role.OptionalText("Reach") switch
    {
        null => RoleReach.Own,
        { } text when Enum.TryParse<RoleReach>(text, ignoreCase: false, out var reach) && Enum.IsDefined(reach) => reach,
        { } text => throw role.WrongAt("Reach", $"Reach 应当是 Own（本机关）、Subtree（本机关及下级）或 All（全部），现为“{text}”。"),
    };
}
