using System.Text;
using Livelihood.Content.Recipes;
using Microsoft.Extensions.FileProviders;

namespace Livelihood.UnitTests.Recipes;

/// <summary>Recipes written in a test.</summary>
internal static class Recipe
{
    public static readonly DateTimeOffset Now = new(2019, 6, 11, 1, 2, 3, TimeSpan.Zero);

    public static RecipeFile Read(string json, IFileProvider? folder = null) => RecipeReader.Read("test.recipe.json", Encoding.UTF8.GetBytes(json), folder);

    public static RecipeFunctions Functions(RecipeFile file, Dictionary<string, string>? parameters = null) => new(file, parameters ?? [], Now);
}
