using Livelihood.Content.Items;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Recipes;

/// <summary>Runs the steps of a recipe, and of the recipes it names, in one transaction.</summary>
internal sealed class RecipeExecutor(PortalDbContext db, IEnumerable<IRecipeStep> steps, IAuditTrail audit, ChinaClock clock)
    : IRecipeExecutor
{
    public async Task ExecuteAsync(
        string path,
        IProgress<string>? progress = null,
        IReadOnlyDictionary<string, string>? parameters = null,
        CancellationToken cancellation = default)
    {
        var file = await RecipeReader.ReadAsync(path, cancellation);
        await using var unit = await db.BeginUnitAsync(cancellation);
        try
        {
            await RunAsync(file, [], parameters ?? new Dictionary<string, string>(), progress, cancellation);
            await unit.CommitAsync(cancellation);
        }
        catch
        {
            // The transaction rolls back with the unit; what the context still holds must not be saved by somebody else.
            db.ChangeTracker.Clear();
            throw;
        }
    }

    private async Task RunAsync(
        RecipeFile file,
        IReadOnlyList<string> within,
        IReadOnlyDictionary<string, string> parameters,
        IProgress<string>? progress,
        CancellationToken cancellation)
    {
        if (within.Contains(file.Name, StringComparer.OrdinalIgnoreCase))
        {
            throw new RecipeException(
                new RecipePlace(file.FileName, "", 0, null, null, null),
                $"配方互相引用成了圈：{string.Join(" → ", within)} → {file.Name}。");
        }

        var functions = new RecipeFunctions(file, parameters, clock.UtcNow);
        var context = new RecipeContext
        {
            File = file,
            Progress = progress,
            RunAsync = (next, cancel) => RunAsync(next, [.. within, file.Name], parameters, progress, cancel),
        };
        for (var i = 0; i < file.Steps.Count; i++)
        {
            var element = new RecipeElement(file, functions.Step(i));
            progress?.Report($"{file.DisplayName}：第 {i + 1} 步，共 {file.Steps.Count} 步（{element.Text("name")}）");
            await StepAsync(element, context, cancellation);
        }

        audit.Record("recipe.executed", "Recipe", file.Name, new { file.FileName, Steps = file.Steps.Count });
        await db.SaveChangesAsync(cancellation);
    }

    private async Task StepAsync(RecipeElement element, RecipeContext context, CancellationToken cancellation)
    {
        var name = element.Text("name");
        var step = steps.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw element.Wrong(null, $"没有名为“{name}”的步骤。可以用的有：{string.Join("、", steps.Select(s => s.Name))}。");
        try
        {
            await step.ExecuteAsync(element, context, cancellation);
        }
        catch (Exception refused) when (refused is DbUpdateException || (refused is ContentRefusedException and not RecipeException))
        {
            throw element.Wrong(null, refused is DbUpdateException ? "数据库没有接受这一步，多半是与已有的数据重复或者冲突。" : refused.Message, refused);
        }
    }
}
