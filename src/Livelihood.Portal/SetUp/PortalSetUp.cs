using Livelihood.Content.Definitions;
using Livelihood.Content.Recipes;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Portal.SetUp;

/// <summary>Brings a data folder to the state in which this version of the portal can work on it.</summary>
internal sealed class PortalSetUp(
    PortalFolder folder, DatabasePreparation database, PortalDbContext db, IRecipeExecutor recipes,
    IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>The recipes that a new portal begins with, in order (<c>Portal:SetUpRecipes</c>, separated by commas).</summary>
    private string[] RecipeNames =>
        (configuration["Portal:SetUpRecipes"] ?? (environment.IsDevelopment() ? "setup,demonstration" : "setup"))
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The folder of the recipes that come with the portal.</summary>
    public static string RecipeFolder => Path.Combine(AppContext.BaseDirectory, "content-recipes");

    /// <summary>Migrates the database and, where it is new, runs the set-up recipes. One process at a time does it.</summary>
    public async Task PrepareAsync(IProgress<string> progress, CancellationToken cancellation = default)
    {
        using var alone = await SetUpLock.TakeAsync(folder, cancellation);
        var applied = await database.PrepareAsync(cancellation);
        if (applied.Count > 0)
        {
            progress.Report($"数据库已更新到最新结构（{applied.Count}个迁移）");
        }

        if (await db.Set<ContentTypeDefinition>().AnyAsync(cancellation))
        {
            return;
        }

        // All or none: a start that is broken off begins again from nothing.
        await using var unit = await db.BeginUnitAsync(cancellation);
        foreach (var name in RecipeNames)
        {
            progress.Report($"执行配方 {name}");
            await recipes.ExecuteAsync(Path.Combine(RecipeFolder, $"{name}.recipe.json"), progress, cancellation: cancellation);
        }

        await unit.CommitAsync(cancellation);
    }
}
