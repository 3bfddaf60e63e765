namespace Livelihood.Content.Recipes.Steps;

/// <summary>Runs other recipes of the same folder, in order (Orchard Core's <c>recipes</c>).</summary>
internal sealed class RecipesStep : IRecipeStep
{
    public string Name => "recipes";

    public async Task ExecuteAsync(RecipeElement step, RecipeContext context, CancellationToken cancellation)
    {
        step.Only("name", "Values");
        foreach (var value in step.Items("Values"))
        {
            value.Only("executionid", "name");
            var name = value.Text("name");
            var file = await RecipeReader.ReadBesideAsync(context.File, name, cancellation)
                ?? throw value.WrongAt("name", $"配方旁边没有 {name}.recipe.json。");
            if (!string.Equals(file.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                throw value.WrongAt("name", $"{file.FileName} 里的 name 是“{file.Name}”，与文件名不同。请改成一样。");
            }

            await context.RunAsync(file, cancellation);
        }
    }
}
