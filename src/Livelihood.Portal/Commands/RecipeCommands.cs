using System.CommandLine;
using Livelihood.Content.Recipes;

namespace Livelihood.Portal.Commands;

/// <summary><c>recipe run</c>: runs a recipe file.</summary>
internal static class RecipeCommands
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "配方文件（*.recipe.json）" };
        var run = new Command("run", "执行配方；出错时不做任何改动") { file };
        run.SetAction((parsed, cancellation) => CommandScope.RunAsync(async services =>
        {
            var path = parsed.GetValue(file)!;
            if (!path.Exists)
            {
                await Console.Error.WriteLineAsync($"找不到文件：{path.FullName}。请检查路径。");
                return CommandScope.Refused;
            }

            await services.GetRequiredService<IRecipeExecutor>()
                .ExecuteAsync(path.FullName, new CommandScope.Progress(), cancellation);
            Console.WriteLine("配方已执行。");
            return 0;
        }, cancellation));
        return new Command("recipe", "配方") { run };
    }
}
